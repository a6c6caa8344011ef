package io.github.l1bench.spark.math;

import java.io.Serializable;
import java.util.List;

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

    private Block(Block other, int number, int classes, int[] labels) {
        this.number = number;
        this.classes = classes;
        this.labels = labels;
        this.starts = other.starts;
        this.rows = other.rows;
        this.floats = other.floats;
        this.doubles = other.doubles;
    }

    /**
     * The same rows with labels of another meaning; shares their values.
     *
     * @param classOf the class, 0 to {@code classCount} - 1, of each label so far
     */
    public Block relabelled(int[] classOf, int classCount) {
        int[] renamed = new int[labels.length];
        for (int i = 0; i < labels.length; i++) {
            renamed[i] = classOf[labels[i]];
        }
        return new Block(this, number, classCount, renamed);
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

    /** Values that are stored. */
    public int nonzeros() {
        return rows.length;
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

    /**
     * What is made of a row.
     *
     * @param <T> of that
     */
    public interface RowFunction<T> {
        /**
         * Makes it.
         *
         * @param label the row's class
         * @param features ascending
         * @param values of these features; all others are zero
         */
        T of(int label, int[] features, double[] values);
    }

    /** Its rows one by one, in an order of their own; with labels of at most {@link #classes()} classes. */
    public <T> List<T> rows(RowFunction<T> function) {
        return RowSample.of(this, Integer.MAX_VALUE, Long.MAX_VALUE).rows().stream()
                .map(row -> function.of(row.label(), row.features(), row.values()))
                .toList();
    }

    /** A hash of its rows, 64 bits: labels, places and values. */
    public long hash() {
        long hash = mixed(starts.length, labels.length);
        for (int label : labels) {
            hash = mixed(hash, label);
        }
        for (int start : starts) {
            hash = mixed(hash, start);
        }
        for (int t = 0; t < rows.length; t++) {
            hash = mixed(hash, rows[t] ^ Double.doubleToLongBits(value(t)) << 8 ^ Double.doubleToLongBits(value(t)));
        }
        return hash;
    }

    private static long mixed(long hash, long word) {
        long next = (hash ^ word) * 0x9E3779B97F4A7C15L;
        return next ^ next >>> 29;
    }

    /** About how many bytes it takes in memory. */
    public long bytes() {
        return 4L * (labels.length + starts.length + rows.length) + (floats != null ? 4L : 8L) * rows.length;
    }
}
