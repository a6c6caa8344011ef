package io.github.l1bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.fuzz.Fuzz;
import io.github.l1bench.fuzz.Mutations;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.ResultFiles;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.run.RunFolder;
import io.github.l1bench.view.Sample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged result files make a page or one documented exception, nothing else; {@code -Dl1bench.fuzz=100000} says how many. */
class DamagedInputTest {
    // A page takes a while, so there are fewer than the readers alone are given.
    private static final int TRIALS = Math.max(100, Fuzz.rounds() / 20);

    @TempDir
    Path folder;

    private final Mutations mutations = new Mutations(17);

    private byte[] damaged(byte[] good) {
        return mutations.of(good);
    }

    @Test
    void aDamagedRunMakesAPageOrOneSentence() throws IOException {
        List<CellResult> cells = List.of(small(), Sample.failed("broken", "why"));
        Sample.write(folder, Sample.run("a", Sample.NOTICE, cells), null);
        byte[] good = Files.readAllBytes(folder.resolve(RunFolder.RUN));
        int accepted = 0;
        for (int i = 0; i < TRIALS; i++) {
            Files.write(folder.resolve(RunFolder.RUN), damaged(good));
            accepted += RenderedFolder.isAccepted(folder) ? 1 : 0;
        }
        assertThat(accepted).isBetween(TRIALS / 100, TRIALS - 1);
    }

    /** A cell without weights, whose file would be mostly zeros. */
    static CellResult small() {
        CellResult c = Sample.cell("solver-0", 0);
        return new CellResult(
                c.label(),
                c.solver(),
                c.description(),
                c.reference(),
                c.options(),
                false,
                c.rule(),
                c.status(),
                true,
                null,
                c.epochs(),
                c.passes(),
                c.seconds(),
                c.fit(),
                c.trace().subList(0, 3),
                null,
                null,
                null,
                null);
    }

    @Test
    void aDamagedJmhFileMakesAPageOrOneSentence() throws IOException {
        String jmh = Sample.jmh(
                Sample.timeRow("solver-0", "1e-6", 78.25, "3.5", true),
                Sample.timeRow("solver-1", "1e-6", 2490, "\"NaN\"", false));
        Sample.write(folder, Sample.run("a", "", List.of(small())), jmh);
        int accepted = 0;
        for (int i = 0; i < TRIALS; i++) {
            Files.write(folder.resolve(RunFolder.JMH), damaged(jmh.getBytes(StandardCharsets.UTF_8)));
            accepted += RenderedFolder.isAccepted(folder) ? 1 : 0;
        }
        assertThat(accepted).isBetween(TRIALS / 100, TRIALS - 1);
    }

    @Test
    void damagedSnapshotsMakeAPageOrOneSentence() throws IOException {
        RunResult run = Sample.run("a", "", List.of(Sample.cell("solver-0", 0)));
        Sample.write(folder, run, null);
        Path file = folder.resolve(RunFolder.SNAPSHOTS);
        ResultFiles.write(file, Sample.snapshots(run));
        byte[] good = Files.readAllBytes(file);
        int accepted = 0;
        for (int i = 0; i < TRIALS / 4; i++) {
            Files.write(file, damaged(good));
            accepted += RenderedFolder.isAccepted(folder) ? 1 : 0;
        }
        assertThat(accepted).isBetween(1, TRIALS / 4 - 1);
    }

    @Test
    void aDeeplyNestedFileIsRefused() throws IOException {
        Sample.write(folder, Sample.run("a", "", List.of(small())), "[".repeat(200_000));

        assertThat(RenderedFolder.isAccepted(folder)).isFalse();
    }
}
