package io.github.l1bench.problem;

import java.util.Arrays;
import org.ejml.data.DMatrixSparseCSC;

/**
 * What is stored of a feature: U and shift with x_ij = u_ij - shift_j.
 *
 * <p>Implicit centring keeps zeros: u_ij = raw_ij / scale_j and shift_j = center_j / scale_j. It pays where a feature has
 * many zeros, and costs digits where |center_j| is large against scale_j: both u and shift are then large, and their
 * difference is what counts. With a share z of zeros the mean of a feature is at most sqrt((1 - z) / z) standard
 * deviations from zero, so that only a feature with few zeros can lose any. Such a feature is stored centred,
 * u_ij = (raw_ij - center_j) / scale_j and shift_j = 0: the difference is exact where raw_ij is within a factor of two of
 * the mean (Sterbenz, 1974, Floating-Point Computation), and all solvers see the same well-posed problem.
 */
final class Storage {
    private Storage() {}

    /** Whether at most a third are zeros; others have means of at most sqrt(2) standard deviations. */
    static boolean hasFewZeros(int nonzeros, int rows) {
        return 3L * nonzeros >= 2L * rows;
    }

    /**
     * shift_j, p values: 0 where the feature is not centred or is stored centred.
     *
     * @param nonzeros raw values that are not zero, by feature
     * @param rows raw values in all, of each feature
     */
    static double[] shift(int[] nonzeros, int rows, Standardization standardization) {
        double[] shift = new double[nonzeros.length];
        for (int j = 0; j < shift.length; j++) {
            if (!hasFewZeros(nonzeros[j], rows)) {
                shift[j] = standardization.center()[j] / standardization.scale()[j];
                Shapes.requireModerate(shift[j], j, standardization);
            }
        }
        return shift;
    }

    /** The same for {@code raw}, n x p. */
    static double[] shift(DMatrixSparseCSC raw, Standardization standardization) {
        int[] nonzeros = new int[raw.numCols];
        for (int j = 0; j < nonzeros.length; j++) {
            nonzeros[j] = raw.col_idx[j + 1] - raw.col_idx[j];
        }
        return shift(nonzeros, raw.numRows, standardization);
    }

    /**
     * U of {@code raw}, n x p with ascending rows in each column, which is modified; it is {@code raw} itself where no
     * zero has to be filled in.
     */
    static DMatrixSparseCSC uncentered(DMatrixSparseCSC raw, Standardization standardization, double[] shift) {
        DMatrixSparseCSC filled = filled(raw, standardization, shift);
        for (int j = 0; j < filled.numCols; j++) {
            double center =
                    isStoredCentred(j, standardization, shift) ? standardization.center()[j] : 0;
            double scale = standardization.scale()[j];
            for (int t = filled.col_idx[j]; t < filled.col_idx[j + 1]; t++) {
                filled.nz_values[t] = (filled.nz_values[t] - center) / scale;
            }
        }
        return filled;
    }

    private static boolean isStoredCentred(int j, Standardization standardization, double[] shift) {
        return shift[j] == 0 && standardization.center()[j] != 0;
    }

    // With entries for all rows of the features that are stored centred.
    private static DMatrixSparseCSC filled(DMatrixSparseCSC raw, Standardization standardization, double[] shift) {
        int n = raw.numRows;
        int[] ends = new int[raw.numCols + 1];
        for (int j = 0; j < raw.numCols; j++) {
            int stored = isStoredCentred(j, standardization, shift) ? n : raw.col_idx[j + 1] - raw.col_idx[j];
            ends[j + 1] = Math.addExact(ends[j], stored);
        }
        if (ends[raw.numCols] == raw.nz_length) {
            return raw;
        }
        DMatrixSparseCSC filled = new DMatrixSparseCSC(n, raw.numCols, ends[raw.numCols]);
        filled.nz_length = ends[raw.numCols];
        System.arraycopy(ends, 0, filled.col_idx, 0, ends.length);
        for (int j = 0; j < raw.numCols; j++) {
            copy(raw, j, filled);
        }
        filled.indicesSorted = true;
        return filled;
    }

    // Column j, which has as many entries in `to` as in `from`, or one for each row.
    private static void copy(DMatrixSparseCSC from, int j, DMatrixSparseCSC to) {
        int start = from.col_idx[j];
        int length = from.col_idx[j + 1] - start;
        int target = to.col_idx[j];
        if (to.col_idx[j + 1] - target == length) {
            System.arraycopy(from.nz_rows, start, to.nz_rows, target, length);
            System.arraycopy(from.nz_values, start, to.nz_values, target, length);
            return;
        }
        for (int i = 0; i < to.numRows; i++) {
            to.nz_rows[target + i] = i;
        }
        for (int t = start; t < start + length; t++) {
            to.nz_values[target + from.nz_rows[t]] = from.nz_values[t];
        }
    }

    /**
     * What the sizes of the numbers in products with a feature are bounded by, p values:
     * sqrt(sum_i (|u_ij| + |shift_j|)^2), from above.
     */
    static double[] magnitudes(DMatrixSparseCSC uncentered, double[] shift) {
        double[] magnitudes = new double[uncentered.numCols];
        double root = Math.sqrt(uncentered.numRows);
        for (int j = 0; j < magnitudes.length; j++) {
            double norm = norm(uncentered.nz_values, uncentered.col_idx[j], uncentered.col_idx[j + 1]);
            magnitudes[j] = norm + root * Math.abs(shift[j]);
        }
        return magnitudes;
    }

    // The Euclidean norm, scaled by a power of two so that no square overflows or underflows.
    private static double norm(double[] values, int from, int to) {
        double largest = 0;
        for (int t = from; t < to; t++) {
            largest = Math.max(largest, Math.abs(values[t]));
        }
        double scale = scaleOf(largest);
        double squares = 0;
        for (int t = from; t < to; t++) {
            double v = values[t] * scale;
            squares += v * v;
        }
        return Math.sqrt(squares) / scale;
    }

    // Brings `largest` near 1; 1 for zero.
    private static double scaleOf(double largest) {
        return largest == 0 ? 1 : Math.scalb(1.0, -Math.getExponent(largest));
    }

    /** The same for X stored densely, n rows of p: ||x_j||. */
    static double[] magnitudes(double[][] rows) {
        int p = rows[0].length;
        double[] scales = new double[p];
        for (double[] row : rows) {
            for (int j = 0; j < p; j++) {
                scales[j] = Math.max(scales[j], Math.abs(row[j]));
            }
        }
        double[] squares = new double[p];
        Arrays.setAll(scales, j -> scaleOf(scales[j]));
        for (double[] row : rows) {
            for (int j = 0; j < p; j++) {
                double v = row[j] * scales[j];
                squares[j] += v * v;
            }
        }
        Arrays.setAll(squares, j -> Math.sqrt(squares[j]) / scales[j]);
        return squares;
    }
}
