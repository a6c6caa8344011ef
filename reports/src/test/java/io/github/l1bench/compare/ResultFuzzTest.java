package io.github.l1bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.fuzz.Fuzz;
import io.github.l1bench.fuzz.Mutations;
import io.github.l1bench.page.Report;
import io.github.l1bench.result.ResultFiles;
import io.github.l1bench.run.JmhRows;
import io.github.l1bench.run.RunFolder;
import io.github.l1bench.view.Sample;
import io.github.l1bench.view.SampleStudy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Damaged result files make pages and figures or one documented exception; {@code -Dl1bench.fuzz=100000} says how many. */
@Tag("slow")
@Tag("fuzz")
@Timeout(3600)
class ResultFuzzTest {
    // A page takes a while, so there are fewer than the readers alone are given.
    private static final int TRIALS = Fuzz.rounds() / 20;
    private static final int DRAWN = Math.max(1, Fuzz.rounds() / 1_000);

    @TempDir
    Path folder;

    private final Mutations mutations = new Mutations(17);

    @Test
    void aDamagedStudyMakesAPageOrOneSentence() throws IOException {
        Sample.write(folder, Sample.run("a", "", List.of(DamagedInputTest.small())), null);
        byte[] good = study();
        int accepted = 0;
        for (int i = 0; i < TRIALS; i++) {
            Files.write(folder.resolve(RunFolder.STUDY), mutations.of(good));
            accepted += RenderedFolder.isAccepted(folder) ? 1 : 0;
        }
        assertThat(accepted).isBetween(TRIALS / 100, TRIALS - 1);
    }

    /** A study whose file is not mostly zeros. */
    private byte[] study() throws IOException {
        Path file = folder.resolve(RunFolder.STUDY);
        ResultFiles.write(file, SampleStudy.of("c0ffee", "solver"));
        return Files.readAllBytes(file);
    }

    /** Figures of numbers that make no sense end, too. */
    @Test
    void damagedResultsAreDrawnOrRefused() throws IOException {
        Sample.write(folder, Sample.run("a", Sample.NOTICE, List.of(DamagedInputTest.small())), null);
        byte[] run = Files.readAllBytes(folder.resolve(RunFolder.RUN));
        byte[] study = study();
        int drawn = 0;
        while (drawn < DRAWN) {
            Files.write(folder.resolve(RunFolder.RUN), drawn % 2 == 0 ? mutations.of(run) : run);
            Files.write(folder.resolve(RunFolder.STUDY), drawn % 2 == 1 ? mutations.of(study) : study);
            try {
                Report.render(folder);
                drawn++;
            } catch (IllegalArgumentException e) {
                assertThat(e.getMessage()).doesNotContain("\n");
            }
        }
        assertThat(folder.resolve("index.html")).isNotEmptyFile();
    }

    @Test
    void jmhFilesAreReadOrRefusedInOneSentence() throws Exception {
        byte[] good = Sample.jmh(
                        Sample.timeRow("solver-0", "1e-6", 78.25, "3.5", true),
                        Sample.timeRow("solver-1", "1e-6", 2490, "\"NaN\"", false))
                .getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve(RunFolder.JMH);
        new Fuzz(RunFolder.JMH, IllegalArgumentException.class, 2 << 20, 200)
                .check(Fuzz.rounds(), () -> mutations.of(good), content -> {
                    Files.write(file, content);
                    assertThat(JmhRows.read(file)).isNotNull();
                });
    }
}
