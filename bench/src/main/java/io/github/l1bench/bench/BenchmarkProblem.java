package io.github.l1bench.bench;

import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.DataSources;
import io.github.l1bench.data.Dataset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** How a benchmark's fork comes to its data: by name, and by system properties that the parent hands on. */
public final class BenchmarkProblem {
    private static final String OFFLINE = "l1bench.offline";
    private static final String MNIST_DIR = "mnist.dir";

    private BenchmarkProblem() {}

    /** The data set that a benchmark's parameter {@code data} names, at its default size and seed 0. */
    public static Dataset load(String name) {
        return DataSources.load(request(name, null, Boolean.getBoolean(OFFLINE)));
    }

    /** The same with {@code trainRows} rows for training. */
    public static Dataset load(String name, int trainRows) {
        DataRequest byDefault = request(name, null, Boolean.getBoolean(OFFLINE));
        return DataSources.load(new DataRequest(
                name,
                byDefault.mnistDir(),
                byDefault.offline(),
                OptionalInt.of(trainRows),
                OptionalInt.empty(),
                byDefault.seed(),
                byDefault.standardize()));
    }

    /** The request behind a name, at default sizes and seed 0. */
    public static DataRequest request(String name, Path mnistDir, boolean offline) {
        return new DataRequest(
                name, Optional.ofNullable(mnistDir), offline, OptionalInt.empty(), OptionalInt.empty(), 0, true);
    }

    /**
     * JVM arguments by which a fork finds the same data as its parent, and does not wait for ever.
     *
     * @param patienceSeconds how long after its time is up a solver may take to return
     */
    public static List<String> forkArguments(Path mnistDir, boolean offline, double patienceSeconds) {
        List<String> arguments = new ArrayList<>();
        arguments.add("-D" + Deadline.PATIENCE + "=" + patienceSeconds);
        String folder = mnistDir != null ? mnistDir.toAbsolutePath().toString() : System.getProperty(MNIST_DIR);
        if (folder != null) {
            arguments.add("-D" + MNIST_DIR + "=" + folder);
        }
        if (offline) {
            arguments.add("-D" + OFFLINE + "=true");
        }
        return arguments;
    }
}
