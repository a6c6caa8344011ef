package io.github.l1bench.problem;

import org.ejml.data.DMatrixSparseCSC;

/** What dense and sparse designs demand of their input. */
final class Shapes {
    // Its square, summed over ten thousand samples, is still a double.
    private static final double LARGEST = 1e152;

    private Shapes() {}

    static void requireNonEmpty(int rows, int columns) {
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException(
                    "the design is " + rows + " x " + columns + "; it needs at least one sample and one feature");
        }
    }

    static void requireFeatures(int columns, Standardization standardization) {
        if (standardization.features() != columns) {
            throw new IllegalArgumentException("the standardisation is of " + standardization.features()
                    + " features but the design has " + columns);
        }
    }

    static void requireFinite(double value, int i, int j) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("sample " + i + ", feature " + j + " is " + value
                    + "; every value must be finite, so repair or remove that sample");
        }
        if (Math.abs(value) > LARGEST) {
            throw new IllegalArgumentException("sample " + i + ", feature " + j + " is " + value
                    + "; sums of squares of such values overflow, so rescale that feature");
        }
    }

    static double[] shift(Standardization standardization) {
        double[] shift = new double[standardization.features()];
        for (int j = 0; j < shift.length; j++) {
            double center = standardization.center()[j];
            double scale = standardization.scale()[j];
            shift[j] = center / scale;
            if (Math.abs(shift[j]) > LARGEST) {
                throw new IllegalArgumentException("feature " + j + " has centre " + center + " and scale " + scale
                        + ", whose ratio is too large; rescale or remove that feature");
            }
        }
        return shift;
    }

    /** raw / scale, in place. */
    static DMatrixSparseCSC scaled(DMatrixSparseCSC raw, Standardization standardization) {
        for (int j = 0; j < raw.numCols; j++) {
            for (int t = raw.col_idx[j]; t < raw.col_idx[j + 1]; t++) {
                raw.nz_values[t] /= standardization.scale()[j];
            }
        }
        return raw;
    }
}
