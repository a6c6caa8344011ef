package io.github.l1bench.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The names of classes, met one by one while rows are read and then put in order. */
public final class ClassNames {
    private static final int MANY = 20;

    private Map<String, Integer> indices = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private boolean sorted;

    /** The names {@code 0} to {@code classes - 1}. */
    public static List<String> numbered(int classes) {
        return IntStream.range(0, classes).mapToObj(Integer::toString).toList();
    }

    /**
     * The index of {@code name}. A new name gets the next free one; once the names are sorted there are no new ones any
     * more, and it is -1.
     */
    public int index(String name) {
        int known = indices.getOrDefault(name, -1);
        if (known >= 0 || sorted) {
            return known;
        }
        indices.put(name, names.size());
        names.add(name);
        return names.size() - 1;
    }

    /** Whether there are so many names for {@code rows} rows that they are measurements and no classes. */
    public boolean areMeasurements(int rows) {
        return names.size() > MANY && 2 * names.size() > rows;
    }

    /** Whether the names are sorted, and so all that there are. */
    public boolean areSorted() {
        return sorted;
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
        boolean numbers = IntStream.of(kept).allMatch(k -> Decimal.isNumber(names.get(k)));
        Comparator<String> order = numbers ? Comparator.comparingDouble(ClassNames::value) : Comparator.naturalOrder();
        renumber(kept, order, rows);
        sorted = true;
    }

    // Minus zero is zero. What is no number is equal to none.
    private static double value(String number) {
        return Decimal.parse(number.toCharArray(), 0, number.length()) + 0.0;
    }

    // What the order calls equal is one class.
    private void renumber(int[] kept, Comparator<String> order, GrowingRows rows) {
        List<String> old = List.copyOf(names);
        TreeMap<String, Integer> classes = new TreeMap<>(order);
        IntStream.of(kept).forEach(k -> classes.putIfAbsent(old.get(k), k));
        names.clear();
        names.addAll(classes.keySet());
        IntStream.range(0, names.size()).forEach(k -> classes.put(names.get(k), k));
        int[] renumbered = new int[old.size()];
        IntStream.of(kept).forEach(k -> renumbered[k] = classes.get(old.get(k)));
        rows.relabel(renumbered);
        indices = classes;
    }
}
