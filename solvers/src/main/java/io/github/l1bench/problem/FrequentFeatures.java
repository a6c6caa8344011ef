package io.github.l1bench.problem;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.ejml.data.DMatrixSparseCSC;

/**
 * The features of U that many samples have, as dense rows. In images most nonzeros belong to few features, those in the
 * middle; there, vector instructions that multiply some zeros too are faster than going from nonzero to nonzero.
 *
 * @param features which, ascending
 * @param others all other features, ascending
 * @param block n rows of as many values as there are {@code features}
 */
record FrequentFeatures(int[] features, int[] others, DenseBlock block) {
    // Where one sample in four has the feature, a dense row costs half as much as its nonzeros.
    private static final double SHARE = 0.25;
    // Fewer do not fill vector registers.
    private static final int FEWEST = 16;

    /** Those of {@code columns}, U by columns; as bytes where {@code bytes} are wanted and possible. */
    static FrequentFeatures of(DMatrixSparseCSC columns, boolean bytes) {
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
            return new FrequentFeatures(new int[0], others, new DoubleBlock(new double[columns.numRows][0]));
        }
        int[] features = Arrays.copyOf(frequent, count);
        return new FrequentFeatures(
                features, Arrays.copyOf(others, others.length - count), block(columns, features, bytes));
    }

    private static DenseBlock block(DMatrixSparseCSC columns, int[] features, boolean bytes) {
        return DenseBlock.of(
                bytes, columns.numRows, features.length, reader(columns, features), () -> densify(columns, features));
    }

    private static IntFunction<double[]> reader(DMatrixSparseCSC columns, int[] features) {
        double[] column = new double[columns.numRows];
        return a -> {
            Arrays.fill(column, 0);
            for (int t = columns.col_idx[features[a]]; t < columns.col_idx[features[a] + 1]; t++) {
                column[columns.nz_rows[t]] = columns.nz_values[t];
            }
            return column;
        };
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
        return new FrequentFeatures(features, others, block.select(samples));
    }
}
