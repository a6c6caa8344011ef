package io.github.l1bench.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructType;

/**
 * Which columns of a table hold the label and the features.
 *
 * @param label place of the label's column
 * @param features places of the features' columns
 * @param names of the features' columns
 * @param wide whether the one column of features holds a whole row, as a vector or an array
 */
record Columns(int label, int[] features, List<String> names, boolean wide) implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int SHOWN = 12;

    /**
     * Finds them.
     *
     * @param features names, or none for all columns but the label
     * @throws IllegalArgumentException in one sentence, if there is no such column or it holds no numbers
     */
    static Columns of(StructType schema, String label, List<String> features) {
        int labelPlace = place(schema, label, "--label");
        List<String> names = features.isEmpty() ? allBut(schema, label) : features;
        if (names.isEmpty()) {
            throw new IllegalArgumentException(
                    "there is no column but the label's, " + label + "; nothing to learn from");
        }
        for (String name : names) {
            if (names.indexOf(name) != names.lastIndexOf(name)) {
                throw new IllegalArgumentException("column " + name + " is named twice with --features; once will do");
            }
        }
        int[] places = names.stream()
                .mapToInt(name -> place(schema, name, "--features"))
                .toArray();
        boolean wide = places.length == 1 && isWide(schema.apply(places[0]).dataType());
        for (int place : places) {
            DataType type = schema.apply(place).dataType();
            if (place == labelPlace) {
                throw new IllegalArgumentException("column " + label + " is the label and cannot be a feature too");
            }
            if (!wide && !(type instanceof NumericType) && !(type instanceof BooleanType)) {
                throw new IllegalArgumentException(
                        "column " + schema.apply(place).name() + " holds " + type.simpleString()
                                + " and no numbers; leave it out with --features");
            }
        }
        return new Columns(labelPlace, places, List.copyOf(names), wide);
    }

    private static boolean isWide(DataType type) {
        return type instanceof ArrayType
                || type.typeName().equals("vector")
                || type.simpleString().equals("vector");
    }

    private static List<String> allBut(StructType schema, String label) {
        List<String> names = new ArrayList<>(Arrays.asList(schema.fieldNames()));
        names.remove(label);
        return names;
    }

    private static int place(StructType schema, String name, String option) {
        int place = Arrays.asList(schema.fieldNames()).indexOf(name);
        if (place < 0) {
            List<String> known = Arrays.asList(schema.fieldNames());
            throw new IllegalArgumentException("there is no column " + name + "; there are "
                    + String.join(", ", known.subList(0, Math.min(SHOWN, known.size())))
                    + (known.size() > SHOWN ? ", ..." : "") + " to choose from with " + option);
        }
        return place;
    }
}
