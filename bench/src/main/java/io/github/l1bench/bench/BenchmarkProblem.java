package io.github.l1bench.bench;

import io.github.l1bench.data.DataOption;
import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.DataSources;
import io.github.l1bench.data.Dataset;
import io.github.l1bench.data.PublishedExample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** How a benchmark's fork comes to its data: by name, and by system properties that the parent hands on. */
public final class BenchmarkProblem {
    private static final String OFFLINE = "l1bench.offline";
    private static final String OPTION = "l1bench.data.";
    // A user's -jvmArgs would keep it from the forks.
    private static final String MNIST_DIR = "mnist.dir";

    private BenchmarkProblem() {}

    /** The data set that a benchmark's parameter {@code data} names, at its default size and the usual seed. */
    public static Dataset load(String name) {
        return load(name, OptionalInt.empty());
    }

    /** The same with {@code trainRows} rows for training. */
    public static Dataset load(String name, int trainRows) {
        return load(name, OptionalInt.of(trainRows));
    }

    private static Dataset load(String name, OptionalInt trainRows) {
        Map<String, String> options = new TreeMap<>();
        System.getProperties().stringPropertyNames().stream()
                .filter(property -> property.startsWith(OPTION))
                .forEach(property -> options.put(property.substring(OPTION.length()), System.getProperty(property)));
        return DataSources.load(request(name, options, Boolean.getBoolean(OFFLINE), trainRows));
    }

    // Several data sets may be measured under one set of options: each takes its own.
    private static DataRequest request(
            String name, Map<String, String> options, boolean offline, OptionalInt trainRows) {
        Map<String, String> own = new TreeMap<>(options);
        own.keySet()
                .retainAll(DataSources.named(name).options().stream()
                        .map(DataOption::name)
                        .toList());
        return new DataRequest(name, own, offline, trainRows, OptionalInt.empty(), PublishedExample.SEED, true);
    }

    /**
     * What a fork will load under the same name, with the options given here instead of those that its parent hands on.
     *
     * @param options of the sources, by name; those of other sources are left out
     * @throws IllegalArgumentException if a fork could not load them again
     */
    public static Dataset load(String name, Map<String, String> options, boolean offline) {
        DataRequest request = request(name, options, offline, OptionalInt.empty());
        if (!DataSources.named(name).isRepeatable(request)) {
            throw new IllegalArgumentException(
                    name + " can be read once only, but each of JMH's forks has to read it; save it to a file first");
        }
        return DataSources.load(request);
    }

    /**
     * JVM arguments by which a fork finds the same data as its parent, and does not wait for ever.
     *
     * @param options of the sources, by name
     * @param patienceSeconds how long after its time is up a solver may take to return
     */
    public static List<String> forkArguments(Map<String, String> options, boolean offline, double patienceSeconds) {
        List<String> arguments = new ArrayList<>();
        arguments.add("-D" + Deadline.PATIENCE + "=" + patienceSeconds);
        options.forEach((name, value) -> arguments.add("-D" + OPTION + name + "=" + value));
        String folder = System.getProperty(MNIST_DIR);
        if (folder != null) {
            arguments.add("-D" + MNIST_DIR + "=" + folder);
        }
        if (offline) {
            arguments.add("-D" + OFFLINE + "=true");
        }
        return arguments;
    }
}
