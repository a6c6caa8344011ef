package io.github.l1bench.spark.math;

import java.io.Serializable;

/**
 * Rows with a number of their own, raw values column by column without the zeros. Values are floats where all of the
 * block's are, exactly, and doubles otherwise. Immutable.
 */
public final class Block implements Serializable {
    /** Rows of a block, at most; what rounding does to a sum grows with it. */
    public static final int ROWS = 2048;

    private static final long serialVersionUID = 1;

    private final int number;
    private final int classes;
    private final int[] labels;
    private final int[] starts;
    private final int[] rows;
    private final float[] floats;
    private final double[] doubles;

    /**
     * @param number which block it is, from 0; no two of a cluster share it
     * @param classes K
     * @param labels of n rows, 0 to K - 1
     * @param starts p + 1 places: the values of feature j stand from {@code starts[j]} to before {@code starts[j + 1]}
     * @param rows the row of each value, ascending within a feature
     * @param values as many
     */
    Block(int number, int classes, int[] labels, int[] starts, int[] rows, double[] values) {
        this.number = number;
        this.classes = classes;
        this.labels = labels;
        this.starts = starts;
        this.rows = rows;
        this.floats = asFloats(values);
        this.doubles = floats == null ? values : null;
    }

    private static float[] asFloats(double[] values) {
        float[] floats = new float[values.length];
        for (int t = 0; t < values.length; t++) {
            floats[t] = (float) values[t];
            if (floats[t] != values[t]) {
                return null;
            }
        }
        return floats;
    }

    /** Which block it is. */
    public int number() {
        return number;
    }

    /** Rows n of this block. */
    public int samples() {
        return labels.length;
    }

    /** Features p. */
    public int features() {
        return starts.length - 1;
    }

    /** Classes K. */
    public int classes() {
        return classes;
    }

    /** The class of row i. */
    int label(int i) {
        return labels[i];
    }

    /** Where the values of feature j begin; those of j - 1 end there. */
    int start(int j) {
        return starts[j];
    }

    /** The row of value t. */
    int row(int t) {
        return rows[t];
    }

    /** Value t. */
    double value(int t) {
        return floats != null ? floats[t] : doubles[t];
    }

    /** About how many bytes it takes in memory. */
    public long bytes() {
        return 4L * (labels.length + starts.length + rows.length) + (floats != null ? 4L : 8L) * rows.length;
    }
}
