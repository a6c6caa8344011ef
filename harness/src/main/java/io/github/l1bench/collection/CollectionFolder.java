package io.github.l1bench.collection;

import io.github.l1bench.result.ResultFiles;
import io.github.l1bench.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder of a collection's results: {@code collection.json}, and an ordinary run's folder for each instance in
 * {@code instances}, named as the instance.
 *
 * @param path where it lies; it need not exist
 */
public record CollectionFolder(Path path) {
    /** The name of the file with the results; a folder with this file is a collection's. */
    public static final String RESULTS = RunFolder.COLLECTION;

    /** The name of the folder with the instances' own runs. */
    public static final String INSTANCES = "instances";

    /**
     * The folders of collections that lie in {@code parent}, by name; none where it is no folder.
     *
     * @throws IOException if it cannot be listed
     */
    public static List<CollectionFolder> within(Path parent) throws IOException {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.sorted()
                    .map(CollectionFolder::new)
                    .filter(CollectionFolder::exists)
                    .toList();
        }
    }

    /** The name of the run that lies or will lie here: that of its folder. */
    public String id() {
        return path.toAbsolutePath().normalize().getFileName().toString();
    }

    /** The file with the results. */
    public Path file() {
        return path.resolve(RESULTS);
    }

    /** Whether a collection's results lie here. */
    public boolean exists() {
        return Files.isRegularFile(file());
    }

    /** The folder of the run of the instance of that name; it need not exist. */
    public RunFolder instance(String name) {
        return new RunFolder(path.resolve(INSTANCES).resolve(name));
    }

    /**
     * The results.
     *
     * @throws IllegalArgumentException in one sentence, if there are none or they are damaged
     * @throws IOException if they cannot be read
     */
    public CollectionResults read() throws IOException {
        CollectionResults results = ResultFiles.read(file(), CollectionResults.class, CollectionResults.SCHEMA);
        requireWhole(results);
        return results;
    }

    private void requireWhole(CollectionResults results) {
        Set<String> known = new HashSet<>();
        results.instances().forEach(facts -> known.add(facts.name()));
        int targets = results.gaps().size();
        for (Outcome outcome : results.outcomes()) {
            if (!known.contains(outcome.instance())) {
                throw damaged("has an outcome on " + outcome.instance() + ", which it does not list");
            }
            if (!isOf(outcome.seconds(), targets) || !isOf(outcome.passes(), targets)) {
                throw damaged(
                        "has other numbers of times and gaps for " + outcome.solver() + " on " + outcome.instance());
            }
        }
    }

    private static boolean isOf(List<Double> values, int targets) {
        return values.size() == targets;
    }

    private IllegalArgumentException damaged(String how) {
        return new IllegalArgumentException(file() + " " + how + "; make it again with 'run --collection'");
    }

    /** Writes the results, whole or not at all. */
    public void write(CollectionResults results) throws IOException {
        ResultFiles.write(file(), results);
    }
}
