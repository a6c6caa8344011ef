package io.github.l1bench.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The names of classes, met one by one while rows are read and then put in order. */
public final class ClassNames {
    // Double.parseDouble also reads Java's suffixes and hexadecimal numbers, which no other program writes.
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    private final Map<String, Integer> indices = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    /** The names {@code 0} to {@code classes - 1}. */
    public static List<String> numbered(int classes) {
        return IntStream.range(0, classes).mapToObj(Integer::toString).toList();
    }

    /** The index of {@code name}, the next free one where it is new. */
    public int add(String name) {
        Integer known = indices.putIfAbsent(name, names.size());
        if (known != null) {
            return known;
        }
        names.add(name);
        return names.size() - 1;
    }

    /** The index of {@code name}, or -1 where there is no such class. */
    public int indexOf(String name) {
        return indices.getOrDefault(name, -1);
    }

    /** All names in the order of their indices. */
    public List<String> names() {
        return List.copyOf(names);
    }

    /**
     * Forgets names that no row of {@code rows} has and puts the others in order: by value where all of them are decimal
     * numbers, of which equal ones are one class under the name that came first; else alphabetically. The labels of the
     * rows follow.
     */
    public void sort(GrowingRows rows) {
        boolean[] used = new boolean[names.size()];
        IntStream.range(0, rows.rows()).forEach(i -> used[rows.label(i)] = true);
        int[] kept = IntStream.range(0, used.length).filter(k -> used[k]).toArray();
        boolean numbers =
                IntStream.of(kept).allMatch(k -> NUMBER.matcher(names.get(k)).matches());
        Comparator<String> order = numbers ? Comparator.comparingDouble(ClassNames::value) : Comparator.naturalOrder();
        TreeMap<String, List<Integer>> classes = new TreeMap<>(order);
        IntStream.of(kept)
                .forEach(k -> classes.computeIfAbsent(names.get(k), any -> new ArrayList<>())
                        .add(k));
        renumber(List.copyOf(classes.values()), rows);
    }

    // Minus zero is zero.
    private static double value(String number) {
        return Double.parseDouble(number) + 0.0;
    }

    // Each class has the names of its list.
    private void renumber(List<List<Integer>> classes, GrowingRows rows) {
        List<String> old = List.copyOf(names);
        int[] renumbered = new int[old.size()];
        names.clear();
        indices.clear();
        for (List<Integer> spellings : classes) {
            for (int k : spellings) {
                renumbered[k] = names.size();
                indices.put(old.get(k), names.size());
            }
            names.add(old.get(spellings.get(0)));
        }
        rows.relabel(renumbered);
    }
}
