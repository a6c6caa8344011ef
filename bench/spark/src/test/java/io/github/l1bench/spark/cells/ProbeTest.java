package io.github.l1bench.spark.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProbeTest {
    /** Prints the least time of a probe, milliseconds, in a virtual machine that has compiled it. */
    public static void main(String[] args) {
        long least = Long.MAX_VALUE;
        for (int take = 0; take < 8; take++) {
            long began = System.nanoTime();
            Probe.take();
            least = Math.min(least, System.nanoTime() - began);
        }
        System.out.println(TimeUnit.NANOSECONDS.toMillis(least));
    }

    @Test
    void theArithmeticIsStillDoneWhenTheCompilerHasSeenIt() throws Exception {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ProbeTest.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

        assertThat(said).matches("\\d+");
        assertThat(Integer.parseInt(said)).as("36 million dependent steps").isGreaterThan(20);
    }

    @Test
    void aHostIsQuietWhereItGivesAllOfACoreAndAlwaysAsFast() {
        assertThat(new Probe(0.99, 1.02, 1).isQuiet()).isTrue();
        assertThat(new Probe(0.5, 1.02, 1).isQuiet()).isFalse();
        assertThat(new Probe(0.99, 1.3, 1).isQuiet()).isFalse();
    }
}
