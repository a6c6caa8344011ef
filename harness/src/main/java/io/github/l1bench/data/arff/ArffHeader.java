package io.github.l1bench.data.arff;

import io.github.l1bench.data.DataException;
import io.github.l1bench.data.input.Quote;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What an ARFF file declares.
 *
 * @param file its name, for messages
 * @param attributes in the order of the values in a row, at least one, each with a name of its own
 */
public record ArffHeader(String file, List<ArffAttribute> attributes) {
    private static final Set<String> NAMES_OF_CLASSES = Set.of("class", "target");

    /** Keeps a copy of the list. */
    public ArffHeader {
        attributes = List.copyOf(attributes);
    }

    /** The index of the attribute {@code name}, or -1. */
    public int indexOf(String name) {
        return IntStream.range(0, attributes.size())
                .filter(i -> attributes.get(i).name().equals(name))
                .findFirst()
                .orElse(-1);
    }

    /**
     * The index of the attribute whose number, from 1, a user gives, or which a user names.
     *
     * @throws IllegalArgumentException if there is none
     */
    public int requested(String label) {
        if (label.matches("[1-9]\\d{0,8}") && Integer.parseInt(label) <= attributes.size()) {
            return Integer.parseInt(label) - 1;
        }
        int named = indexOf(label);
        if (named < 0) {
            throw new IllegalArgumentException(file + " has no attribute " + Quote.of(label)
                    + " for --label; give its name, or its number from 1 to " + attributes.size());
        }
        return named;
    }

    /**
     * Requires that {@code other}, of the file of the training rows, declares the same.
     *
     * @throws DataException if it does not
     */
    void requireSame(ArffHeader other) {
        if (attributes.size() != other.attributes.size()) {
            throw new DataException(file + " declares " + attributes.size() + " attributes, and " + other.file + " "
                    + other.attributes.size() + "; give both files the same");
        }
        for (int i = 0; i < attributes.size(); i++) {
            ArffAttribute attribute = attributes.get(i);
            if (!attribute.isSame(other.attributes.get(i))) {
                throw new DataException(file + ", line " + attribute.line() + ": the attribute " + attribute.shown()
                        + " is declared in another way than attribute "
                        + other.shown(i) + " in its place in " + other.file + "; give both files the same");
            }
        }
    }

    /**
     * The index of the attribute that people expect to be the label: the nominal one called class or target in any case,
     * else the last nominal one.
     *
     * @throws DataException if there is none, or two are called so
     */
    public int usualLabel() {
        int[] nominal = IntStream.range(0, attributes.size())
                .filter(i -> attributes.get(i).isNominal())
                .toArray();
        int[] named = IntStream.of(nominal)
                .filter(i -> NAMES_OF_CLASSES.contains(attributes.get(i).name().toLowerCase(Locale.ROOT)))
                .toArray();
        if (named.length > 1) {
            throw new DataException(file + " has two attributes that could be the label, " + shown(named[0]) + " and "
                    + shown(named[1]) + "; choose one with --label");
        }
        if (nominal.length == 0) {
            throw new DataException(file
                    + " has no nominal attribute that could be the label; if the numbers of one are classes, name it"
                    + " with --label");
        }
        return named.length == 1 ? named[0] : nominal[nominal.length - 1];
    }

    private String shown(int attribute) {
        return attributes.get(attribute).shown();
    }
}
