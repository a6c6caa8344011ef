package io.github.l1bench.data;

import io.github.l1bench.name.KnownName;
import io.github.l1bench.name.NearNames;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The registry: every data source on the class path that a {@code META-INF/services} file names. */
public final class DataSources {
    private static List<DataSource> loaded;

    private DataSources() {}

    /**
     * All sources, each of them one object for the whole program: first those that take no argument, each kind by name.
     *
     * @throws IllegalArgumentException if a registered class cannot be loaded, or two have one name
     */
    public static synchronized List<DataSource> all() {
        if (loaded == null) {
            loaded = sorted(load());
        }
        return loaded;
    }

    private static List<DataSource> load() {
        try {
            return ServiceLoader.load(DataSource.class).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();
        } catch (ServiceConfigurationError e) {
            throw new IllegalArgumentException(
                    "a registered data set cannot be loaded (" + e.getMessage()
                            + "); mend its line in META-INF/services",
                    e);
        }
    }

    /** {@code sources} in the order in which they are listed. */
    static List<DataSource> sorted(List<DataSource> sources) {
        List<DataSource> sorted = new ArrayList<>(sources);
        sorted.sort(Comparator.comparing((DataSource source) -> source.name().contains(":"))
                .thenComparing(DataSource::name));
        Map<String, DataSource> byKey = new LinkedHashMap<>();
        for (DataSource source : sorted) {
            DataSource twin = byKey.putIfAbsent(key(source.name()), source);
            if (twin != null) {
                throw new IllegalArgumentException("two data sets are called " + source.name() + ", "
                        + twin.getClass().getName() + " and "
                        + source.getClass().getName()
                        + "; give one of them another name");
            }
        }
        return List.copyOf(sorted);
    }

    /** The options of all sources, each once, in the order of the sources. */
    public static List<DataOption> options() {
        Map<String, DataOption> options = new LinkedHashMap<>();
        all().forEach(source -> source.options().forEach(option -> options.putIfAbsent(option.name(), option)));
        return List.copyOf(options.values());
    }

    /**
     * Loads the data set that {@code request} names.
     *
     * @throws IllegalArgumentException if there is no such source, the message offering names that may be meant, or if it does
     *     not have what is asked for
     * @throws DataException if the data cannot be had or used
     */
    public static Dataset load(DataRequest request) {
        return checked(request).load(request);
    }

    /**
     * Checks what can be told of {@code request} without loading anything.
     *
     * @throws IllegalArgumentException as {@link #load} does
     */
    public static void check(DataRequest request) {
        checked(request).check(request);
    }

    private static DataSource checked(DataRequest request) {
        DataSource source = named(request.name());
        if (source.name().contains(":") && request.argument().isBlank()) {
            throw new IllegalArgumentException(
                    "nothing follows the colon of " + request.name() + "; write " + source.name());
        }
        for (String option : request.options().keySet()) {
            if (!takes(source, option)) {
                throw new IllegalArgumentException("the data set " + request.name() + " has no option --" + option
                        + "; leave it out" + users(option));
            }
        }
        return source;
    }

    /**
     * The source that {@code name} names, with its argument or without.
     *
     * @throws IllegalArgumentException if there is none; the message offers names that may be meant
     */
    public static DataSource named(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException(unknown(name)));
    }

    /** The source that {@code name} names, with its argument or without, or empty. */
    public static Optional<DataSource> find(String name) {
        return all().stream()
                .filter(source -> key(source.name()).equals(key(name)))
                .findFirst();
    }

    private static boolean takes(DataSource source, String option) {
        return source.options().stream().anyMatch(own -> own.name().equals(option));
    }

    private static String users(String option) {
        String users = all().stream()
                .filter(source -> takes(source, option))
                .map(DataSource::name)
                .collect(Collectors.joining(", "));
        return users.isEmpty() ? "" : ", it belongs to " + users;
    }

    // What stands before the argument: "libsvm:" of "libsvm:PATH".
    private static String key(String name) {
        int colon = name.indexOf(':');
        return colon < 0 ? name : name.substring(0, colon + 1);
    }

    private static String unknown(String name) {
        String sentence = "there is no data set '" + name + "'";
        String file = asFile(name);
        return sentence + (file.isEmpty() ? names().answer(withoutArgument(name), "known are") : file);
    }

    private static NearNames names() {
        return new NearNames(all().stream()
                .map(source -> {
                    List<String> spellings = new ArrayList<>(source.aliases());
                    spellings.add(0, withoutArgument(source.name()));
                    return new KnownName(source.name(), spellings);
                })
                .toList());
    }

    private static String withoutArgument(String name) {
        return name.substring(0, name.contains(":") ? name.indexOf(':') : name.length());
    }

    // A path alone does not say how to read what is there.
    private static String asFile(String name) {
        try {
            Path path = Path.of(name);
            String argument = Files.isDirectory(path) ? ":DIR" : ":PATH";
            String ways = all().stream()
                    .map(DataSource::name)
                    .filter(known -> known.endsWith(argument))
                    .map(known -> withoutArgument(known) + ":" + name)
                    .collect(Collectors.joining(" or "));
            return Files.exists(path) && !ways.isEmpty()
                    ? " but a " + (Files.isDirectory(path) ? "folder" : "file") + " of that name; write " + ways
                    : "";
        } catch (InvalidPathException e) {
            return "";
        }
    }
}
