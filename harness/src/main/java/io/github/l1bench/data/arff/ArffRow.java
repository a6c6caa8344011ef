package io.github.l1bench.data.arff;

import io.github.l1bench.data.GrowingRows;
import java.util.Arrays;

/** The values of one row, kept until its class is known. */
final class ArffRow {
    private int[] columns = new int[64];
    private double[] values = new double[64];
    private int count;
    private boolean sorted;
    private int label;

    /** Begins a new row of class {@code usualLabel}, unless {@link #label} says otherwise. */
    void clear(int usualLabel) {
        count = 0;
        sorted = true;
        label = usualLabel;
    }

    /** Sets the class. */
    void label(int index) {
        label = index;
    }

    /** Adds a value; each column at most once, in any order. */
    void add(int column, double value) {
        if (value == 0) {
            return;
        }
        if (count == columns.length) {
            columns = Arrays.copyOf(columns, 2 * count);
            values = Arrays.copyOf(values, 2 * count);
        }
        sorted &= count == 0 || columns[count - 1] < column;
        columns[count] = column;
        values[count] = value;
        count++;
    }

    /** Appends the row to {@code rows}. */
    void writeTo(GrowingRows rows) {
        rows.startRow(label);
        if (sorted) {
            for (int t = 0; t < count; t++) {
                rows.add(columns[t], values[t]);
            }
            return;
        }
        long[] order = new long[count];
        Arrays.setAll(order, t -> (long) columns[t] << Integer.SIZE | t);
        Arrays.sort(order);
        for (long entry : order) {
            rows.add((int) (entry >> Integer.SIZE), values[(int) entry]);
        }
    }
}
