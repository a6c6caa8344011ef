package io.github.l1bench.data;

import io.github.l1bench.solver.Solvers;
import java.util.Comparator;
import java.util.List;

/** The registry of data sources. */
public final class DataSources {
    private static final List<DataSource> ALL = List.of(
            new MnistSource(),
            new DigitsSource(),
            new TextSource(),
            new LibsvmSource(),
            new AutoSource(new MnistSource(), new DigitsSource()));

    private DataSources() {}

    /** All sources, in the order in which they are listed. */
    public static List<DataSource> all() {
        return ALL;
    }

    /**
     * Loads the data set that {@code request} names.
     *
     * @throws IllegalArgumentException if there is no such source, the message offering the nearest name, or if it does
     *     not have what is asked for
     * @throws DataException if the data cannot be had or used
     */
    public static Dataset load(DataRequest request) {
        return named(request.name()).load(request);
    }

    private static DataSource named(String name) {
        return ALL.stream()
                .filter(source -> key(source.name()).equals(key(name)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(unknown(name)));
    }

    // What stands before the path: "libsvm:" of "libsvm:PATH".
    private static String key(String name) {
        int colon = name.indexOf(':');
        return colon < 0 ? name : name.substring(0, colon + 1);
    }

    private static String unknown(String name) {
        String nearest = ALL.stream()
                .map(DataSource::name)
                .min(Comparator.comparingInt(known -> Solvers.editDistance(key(name), key(known))))
                .orElseThrow();
        return "there is no data set '" + name + "'; did you mean '" + nearest + "'? Known are "
                + String.join(", ", ALL.stream().map(DataSource::name).toList());
    }
}
