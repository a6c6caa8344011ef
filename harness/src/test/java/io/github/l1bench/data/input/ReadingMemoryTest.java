package io.github.l1bench.data.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.DataSources;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads in a virtual machine of its own, whose heap is bounded. */
@Tag("slow")
class ReadingMemoryTest {
    private static final int ROWS = 15_000;
    private static final int FEATURES = 100;
    // An index and a value for each nonzero.
    private static final long DESIGN = 12L * ROWS * FEATURES;

    @TempDir
    private Path folder;

    @Test
    void readingTakesLessThanThreeTimesTheDesign() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + 5 * DESIGN / 2,
                        "-Xmn4m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Reading.class.getName(),
                        "libsvm:" + rows())
                .redirectErrorStream(true)
                .start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .endsWith(ROWS + " x " + FEATURES);
        assertThat(process.waitFor()).isZero();
    }

    // The first feature has a few zeros, so that it is stored centred, with an entry for every row.
    private Path rows() throws IOException {
        Path path = folder.resolve("rows.svm");
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(path))) {
            for (int i = 0; i < ROWS; i++) {
                out.print(i % 3);
                for (int j = i % 10 == 0 ? 2 : 1; j <= FEATURES; j++) {
                    out.print(" " + j + ":" + (1 + i * j % 9));
                }
                out.print("\n");
            }
        }
        return path;
    }

    /** Loads a data set. */
    static final class Reading {
        private Reading() {}

        public static void main(String[] args) {
            var design = DataSources.load(DataRequest.of(args[0])).train();
            System.out.print(design.rows() + " x " + design.columns());
        }
    }
}
