package io.github.l1bench.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.fuzz.Fuzz;
import io.github.l1bench.fuzz.Mutations;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Damaged result files; {@code -Dl1bench.fuzz=100000} says how many. */
@Tag("slow")
@Timeout(3600)
class ResultFilesFuzzTest {
    @TempDir
    private Path folder;

    @Test
    void runsAreReadOrRefusedInOneSentence() throws Exception {
        Path file = folder.resolve(ResultFiles.RUN);
        ResultFiles.write(file, ResultFilesTest.run(ResultFilesTest.cell(1, 0.5)));
        check(file, new Mutations(11), () -> ResultFiles.read(file));
    }

    @Test
    void studiesAreReadOrRefusedInOneSentence() throws Exception {
        Path file = folder.resolve(ResultFiles.STUDY);
        ResultFiles.write(file, ResultFilesTest.study(1, 0.5));
        check(file, new Mutations(12), () -> ResultFiles.readStudy(file));
    }

    private interface Reading {
        Object read() throws Exception;
    }

    private static void check(Path file, Mutations mutations, Reading reading) throws Exception {
        byte[] good = Files.readAllBytes(file);
        new Fuzz(file.getFileName().toString(), IllegalArgumentException.class, 2 << 20, 200)
                .check(Fuzz.rounds(), () -> mutations.of(good), content -> {
                    Files.write(file, content);
                    assertThat(reading.read()).isNotNull();
                });
    }
}
