package io.github.l1bench.spark;

import io.github.l1bench.spark.math.Block;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows whose labels are places in a list of names of their own, because nobody knows all classes before all rows are read.
 *
 * @param names of labels 0, 1, ... of {@code block}
 */
record NamedBlock(Block block, List<String> names) implements Serializable {
    private static final long serialVersionUID = 1;

    /** With the numbers of the classes in {@code classes}. */
    Block known(Map<String, Integer> classes) {
        return block.relabelled(names.stream().mapToInt(classes::get).toArray(), classes.size());
    }

    /** Collects the names of one block. */
    static final class Names {
        private final Map<String, Integer> places = new HashMap<>();
        private final List<String> names = new ArrayList<>();

        int place(String name) {
            return places.computeIfAbsent(name, n -> {
                names.add(n);
                return names.size() - 1;
            });
        }

        List<String> takeAll() {
            List<String> all = List.copyOf(names);
            places.clear();
            names.clear();
            return all;
        }
    }
}
