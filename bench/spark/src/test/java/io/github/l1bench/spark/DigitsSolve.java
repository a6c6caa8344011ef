package io.github.l1bench.spark;

import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A solve of drawn digits whose executors, if it has any, are started quickly and with the classes of this process.
 *
 * @param classPath of {@link Processes#classPath}
 */
record DigitsSolve(Path classPath) {
    /** With these Spark misses a silent executor after 20 seconds. */
    static final String[] IMPATIENT = {
        "--conf", "spark.network.timeout=20s",
        "--conf", "spark.network.timeoutInterval=5s",
        "--conf", "spark.executor.heartbeatInterval=4s"
    };

    String[] arguments(String master, Path out, String... more) {
        return Stream.of(
                        Stream.of("solve", "--master", master, "--format", "digits", "--input", "5000"),
                        Stream.of("--lambda", "0.01", "--gap", "1e-9", "--out", out.toString()),
                        Stream.of("--conf", "spark.executor.memory=600m"),
                        Processes.settings(classPath),
                        Stream.of(more))
                .flatMap(words -> words)
                .toArray(String[]::new);
    }

    Command run(String master, Path out, String... more) {
        return Command.run(arguments(master, out, more));
    }
}
