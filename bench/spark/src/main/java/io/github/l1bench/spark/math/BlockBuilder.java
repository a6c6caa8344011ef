package io.github.l1bench.spark.math;

import java.util.Arrays;

/** Collects rows and makes a {@link Block} of them. */
public final class BlockBuilder {
    private final int features;
    private final int classes;
    private int[] labels = new int[16];
    private int[] ends = new int[16];
    private int samples;
    private int[] columns = new int[256];
    private double[] values = new double[256];
    private int stored;

    /** For rows of {@code features} values and labels 0 to {@code classes} - 1. */
    public BlockBuilder(int features, int classes) {
        this.features = features;
        this.classes = classes;
    }

    /** Rows so far. */
    public int samples() {
        return samples;
    }

    /**
     * Adds a row of p values, which is not kept.
     *
     * @throws IllegalArgumentException in one sentence, if it is no row of these data
     */
    public void add(int label, double[] row) {
        if (row.length != features) {
            throw new IllegalArgumentException(
                    "a row has " + row.length + " features where others have " + features + "; all need the same");
        }
        begin(label);
        for (int j = 0; j < features; j++) {
            put(j, row[j]);
        }
    }

    /**
     * Adds a row by its nonzeros, which are not kept.
     *
     * @param indices ascending, 0 to p - 1
     * @throws IllegalArgumentException in one sentence, if it is no row of these data
     */
    public void add(int label, int[] indices, double[] nonzeros) {
        begin(label);
        int before = -1;
        for (int t = 0; t < indices.length; t++) {
            if (indices[t] <= before || indices[t] >= features) {
                throw new IllegalArgumentException("a row has a value of feature " + indices[t]
                        + " after one of feature " + before + "; features must ascend and lie below " + features);
            }
            before = indices[t];
            put(before, nonzeros[t]);
        }
    }

    private void begin(int label) {
        if (label < 0 || label >= classes) {
            throw new IllegalArgumentException(
                    "a row has label " + label + "; labels must be 0 to " + (classes - 1) + " here");
        }
        if (samples == labels.length) {
            labels = Arrays.copyOf(labels, 2 * samples);
            ends = Arrays.copyOf(ends, 2 * samples);
        }
        labels[samples] = label;
        ends[samples++] = stored;
    }

    private void put(int j, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "feature " + j + " of a row is " + value + "; every value must be a finite number");
        }
        if (value == 0) {
            return;
        }
        if (stored == values.length) {
            columns = Arrays.copyOf(columns, 2 * stored);
            values = Arrays.copyOf(values, 2 * stored);
        }
        columns[stored] = j;
        values[stored++] = value;
        ends[samples - 1] = stored;
    }

    /** The block of the rows added so far; this starts anew. */
    public Block build(int number) {
        int[] starts = new int[features + 1];
        for (int t = 0; t < stored; t++) {
            starts[columns[t] + 1]++;
        }
        for (int j = 0; j < features; j++) {
            starts[j + 1] += starts[j];
        }
        int[] next = starts.clone();
        int[] rows = new int[stored];
        double[] sorted = new double[stored];
        for (int i = 0, t = 0; i < samples; i++) {
            for (; t < ends[i]; t++) {
                int at = next[columns[t]]++;
                rows[at] = i;
                sorted[at] = values[t];
            }
        }
        Block block = new Block(number, classes, Arrays.copyOf(labels, samples), starts, rows, sorted);
        samples = 0;
        stored = 0;
        return block;
    }
}
