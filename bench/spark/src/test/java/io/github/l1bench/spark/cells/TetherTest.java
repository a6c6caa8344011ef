package io.github.l1bench.spark.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TetherTest {
    @Test
    void aChildEndsWhenItsParentsEndOfThePipeIsClosed() throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Tether.class.getName(),
                        "io.github.l1bench.cli.Main",
                        "run",
                        "--solvers",
                        "hangs",
                        "--out",
                        "none")
                .redirectErrorStream(true)
                .start();
        assertThat(child.waitFor(500, TimeUnit.MILLISECONDS)).isFalse();
        child.getOutputStream().close();

        assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue()).isEqualTo(137);
    }
}
