package io.github.l1bench.collection;

import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.DataSources;
import io.github.l1bench.data.Dataset;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes the table of optima, or checks it, one instance after another. */
public final class OptimaTable {
    private final OptimumSearch search;
    private DataRequest asked;
    private Dataset loaded;

    /** @param search by which optima are found */
    public OptimaTable(OptimumSearch search) {
        this.search = search;
    }

    /**
     * The instances of {@code collections} whose data the program draws, each problem once.
     *
     * @throws IllegalArgumentException if two problems have one name
     */
    public static List<Instance> generated(List<String> collections) throws IOException {
        Map<String, Instance> byName = new LinkedHashMap<>();
        for (String collection : collections) {
            for (Instance instance : CollectionFile.read(collection).instances()) {
                if (DataSources.named(instance.data()).isGenerated()) {
                    Instance before = byName.putIfAbsent(instance.name(), instance);
                    if (before != null && !before.equals(instance)) {
                        throw new IllegalArgumentException("two collections call different problems " + instance.name()
                                + "; give one of them another name");
                    }
                }
            }
        }
        return List.copyOf(byName.values());
    }

    /**
     * The optima of {@code instances}: those of {@code before} that are of the same instance, and the others anew.
     *
     * @param after told all optima so far after each that was found
     */
    public List<Optimum> make(List<Instance> instances, List<Optimum> before, Consumer<List<Optimum>> after) {
        List<Optimum> optima = new ArrayList<>();
        for (Instance instance : instances) {
            Optional<Optimum> known = before.stream()
                    .filter(optimum -> optimum.instance().equals(instance))
                    .findFirst();
            if (known.isPresent()) {
                optima.add(known.get());
            } else {
                optima.add(find(instance));
                after.accept(List.copyOf(optima));
            }
        }
        return optima;
    }

    /** What is wrong with {@code stored}, in one sentence, by solving its problem again; empty where nothing is. */
    public Optional<String> check(Optimum stored) {
        return Optima.contradiction(stored, find(stored.instance()));
    }

    /** The optimum of {@code instance}. */
    public Optimum find(Instance instance) {
        DataRequest request = instance.request();
        if (!request.equals(asked)) {
            asked = null;
            loaded = null;
            loaded = DataSources.load(request);
            asked = request;
        }
        return search.of(instance, loaded);
    }
}
