package io.github.l1bench.problem;

import java.util.Arrays;
import org.ejml.data.DMatrixSparseCSC;

/**
 * The features of U that many samples have, as dense rows. In images most nonzeros belong to few features, those in the
 * middle; there, vector instructions that multiply some zeros too are faster than going from nonzero to nonzero.
 *
 * @param features which, ascending
 * @param others all other features, ascending
 * @param rows n rows of as many values as there are {@code features}; n empty rows where there are none. Do not modify
 */
record FrequentFeatures(int[] features, int[] others, double[][] rows) {
    // Where one sample in four has the feature, a dense row costs half as much as its nonzeros.
    private static final double SHARE = 0.25;
    // Fewer do not fill vector registers.
    private static final int FEWEST = 16;

    /** Those of {@code columns}, U by columns. */
    static FrequentFeatures of(DMatrixSparseCSC columns) {
        int[] frequent = new int[columns.numCols];
        int[] others = new int[columns.numCols];
        int count = 0;
        for (int j = 0; j < columns.numCols; j++) {
            if (columns.col_idx[j + 1] - columns.col_idx[j] >= SHARE * columns.numRows) {
                frequent[count++] = j;
            } else {
                others[j - count] = j;
            }
        }
        if (count < FEWEST) {
            Arrays.setAll(others, j -> j);
            return new FrequentFeatures(new int[0], others, new double[columns.numRows][0]);
        }
        int[] features = Arrays.copyOf(frequent, count);
        return new FrequentFeatures(features, Arrays.copyOf(others, others.length - count), densify(columns, features));
    }

    private static double[][] densify(DMatrixSparseCSC columns, int[] features) {
        double[][] rows = new double[columns.numRows][features.length];
        for (int a = 0; a < features.length; a++) {
            for (int t = columns.col_idx[features[a]]; t < columns.col_idx[features[a] + 1]; t++) {
                rows[columns.nz_rows[t]][a] = columns.nz_values[t];
            }
        }
        return rows;
    }

    /** The same features of some of the samples; rows are shared, not copied. */
    FrequentFeatures select(int[] samples) {
        return new FrequentFeatures(
                features, others, Arrays.stream(samples).mapToObj(i -> rows[i]).toArray(double[][]::new));
    }
}
