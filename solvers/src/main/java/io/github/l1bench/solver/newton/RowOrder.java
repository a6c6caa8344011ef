package io.github.l1bench.solver.newton;

import java.util.Arrays;

/**
 * The order in which a solver keeps the samples. A shuffled order makes any first rows a fair sample of all of them,
 * also where the data are sorted by class: row i is sample i times a step near n / golden ratio, modulo n, so the first
 * m rows lie spread over the whole file for every m.
 */
final class RowOrder {
    private static final double GOLDEN = 0.6180339887498949;

    private final int[] sampleOfRow;

    private RowOrder(int[] sampleOfRow) {
        this.sampleOfRow = sampleOfRow;
    }

    /** The samples as they come. */
    static RowOrder natural(int samples) {
        int[] order = new int[samples];
        for (int i = 0; i < samples; i++) {
            order[i] = i;
        }
        return new RowOrder(order);
    }

    /** The samples spread evenly. */
    static RowOrder spread(int samples) {
        int step = Math.max(1, (int) Math.round(samples * GOLDEN));
        while (commonDivisor(step, samples) != 1) {
            step++;
        }
        int[] order = new int[samples];
        for (int i = 1; i < samples; i++) {
            int next = order[i - 1] - samples + step;
            order[i] = next < 0 ? next + samples : next;
        }
        return new RowOrder(order);
    }

    private static int commonDivisor(int a, int b) {
        return b == 0 ? a : commonDivisor(b, a % b);
    }

    /** The first {@code count} samples of this order. */
    int[] first(int count) {
        return Arrays.copyOf(sampleOfRow, count);
    }

    /** {@code rows[i] = samples[sample of row i]}; {@code rows} is overwritten. */
    void toRows(double[] samples, double[] rows) {
        for (int i = 0; i < sampleOfRow.length; i++) {
            rows[i] = samples[sampleOfRow[i]];
        }
    }

    /** The row of each sample. */
    int[] rowOfSample() {
        int[] rows = new int[sampleOfRow.length];
        for (int i = 0; i < rows.length; i++) {
            rows[sampleOfRow[i]] = i;
        }
        return rows;
    }

    /** {@code samples[sample of row i] = rows[i]}; {@code samples} is overwritten. */
    void toSamples(double[] rows, double[] samples) {
        for (int i = 0; i < sampleOfRow.length; i++) {
            samples[sampleOfRow[i]] = rows[i];
        }
    }

    /** The labels in this order. */
    int[] labels(int[] samples) {
        int[] rows = new int[samples.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = samples[sampleOfRow[i]];
        }
        return rows;
    }
}
