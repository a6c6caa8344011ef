package io.github.l1bench.data.arff;

import io.github.l1bench.data.DataException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which columns of the design the attributes become: a numeric one becomes one column, a nominal one a column of zeros and
 * ones for each of its declared values, in that order, none of them left out.
 */
public final class ArffColumns {
    /** Stands for a column where an attribute is the label. */
    static final int LABEL = -1;
    /** Stands for a column where an attribute is left out. */
    static final int IGNORED = -2;

    private final ArffHeader header;
    private final int label;
    private final int[] first;
    private final boolean[] numeric;
    private final List<Map<String, Integer>> values;
    private int count;

    /**
     * @param header of the file
     * @param label index of the attribute that holds the classes
     * @param ignored names of attributes that are left out
     * @throws DataException if what is left as a feature is text or a date, or no feature is left
     */
    public ArffColumns(ArffHeader header, int label, Set<String> ignored) {
        this.header = header;
        this.label = label;
        this.first = new int[header.attributes().size()];
        this.numeric = new boolean[first.length];
        for (int i = 0; i < first.length; i++) {
            first[i] = i == label ? LABEL : ignored.contains(attribute(i).name()) ? IGNORED : place(i);
        }
        for (int i = 0; i < first.length; i++) {
            numeric[i] = first[i] >= 0 && !attribute(i).isNominal();
        }
        if (count == 0) {
            throw new DataException(
                    header.file() + " has no attribute beside the label that could be a feature; check that"
                            + " it is the file you mean");
        }
        this.values = header.attributes().stream().map(ArffColumns::indices).toList();
    }

    private int place(int attribute) {
        requireUsable(attribute);
        int column = count;
        count = Math.addExact(
                count,
                attribute(attribute).isNominal() ? attribute(attribute).values().size() : 1);
        return column;
    }

    private void requireUsable(int index) {
        ArffAttribute attribute = attribute(index);
        if (attribute.type() == ArffAttribute.Type.STRING || attribute.type() == ArffAttribute.Type.DATE) {
            throw new DataException(
                    header.file() + ", line " + attribute.line() + ": the attribute " + attribute.shown()
                            + " has the type " + attribute.type() + " and cannot be a feature"
                            + "; remove it from the file, or declare it numeric or nominal");
        }
    }

    private static Map<String, Integer> indices(ArffAttribute attribute) {
        Map<String, Integer> indices = new HashMap<>();
        attribute.values().forEach(value -> indices.put(value, indices.size()));
        return indices;
    }

    /**
     * The side of the square image that a row is, by the names of its features: {@code pixel1}, {@code pixel2} and so on,
     * row by row; 0 where it is none.
     */
    int side() {
        int side = (int) Math.sqrt(count);
        int pixels = 0;
        for (int i = 0; i < first.length; i++) {
            if (first[i] >= 0) {
                pixels++;
                if (attribute(i).isNominal() || !attribute(i).name().equals("pixel" + pixels)) {
                    return 0;
                }
            }
        }
        return side > 1 && side * side == count ? side : 0;
    }

    /** Number of columns, p. */
    int count() {
        return count;
    }

    /** Number of attributes. */
    int attributes() {
        return first.length;
    }

    /** The attribute of that index. */
    ArffAttribute attribute(int index) {
        return header.attributes().get(index);
    }

    /** The index of the attribute that holds the classes. */
    int label() {
        return label;
    }

    /** The first column of an attribute, {@link #LABEL} or {@link #IGNORED}. */
    int first(int attribute) {
        return first[attribute];
    }

    /** Whether an attribute is a feature of which the values are numbers. */
    boolean isNumeric(int attribute) {
        return numeric[attribute];
    }

    /** The place of {@code value} among the declared ones of a nominal attribute, or -1. */
    int valueIndex(int attribute, String value) {
        return values.get(attribute).getOrDefault(value, -1);
    }
}
