package io.github.l1bench.problem;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;

/**
 * The affine map from raw features to the design's: x_ij = (raw_ij - center_j) / scale_j.
 *
 * @param center p values; zero where a feature is not centred
 * @param scale p values, each positive
 */
public record Standardization(double[] center, double[] scale) {
    /** Checks that both arrays have one length and that every value is finite, every scale positive. */
    public Standardization {
        if (center.length != scale.length) {
            throw new IllegalArgumentException("center has " + center.length + " values but scale has " + scale.length);
        }
        for (int j = 0; j < scale.length; j++) {
            if (!Double.isFinite(center[j]) || !Double.isFinite(scale[j]) || scale[j] <= 0) {
                throw new IllegalArgumentException("feature " + j + " has centre " + center[j] + " and scale "
                        + scale[j] + "; rescale or remove that feature");
            }
        }
    }

    /** Leaves {@code features} features as they are. */
    public static Standardization none(int features) {
        double[] ones = new double[features];
        Arrays.fill(ones, 1);
        return new Standardization(new double[features], ones);
    }

    /**
     * Column means and population standard deviations (divided by n) of {@code raw}, n x p, as scikit-learn's
     * StandardScaler takes them; a constant column's scale is 1.
     */
    public static Standardization of(DMatrixRMaj raw) {
        int n = raw.numRows;
        int p = raw.numCols;
        double[] mean = new double[p];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < p; j++) {
                mean[j] += raw.unsafe_get(i, j);
            }
        }
        for (int j = 0; j < p; j++) {
            mean[j] /= n;
        }
        double[] squares = new double[p];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < p; j++) {
                double d = raw.unsafe_get(i, j) - mean[j];
                squares[j] += d * d;
            }
        }
        return new Standardization(mean, scales(squares, mean, n));
    }

    /** The same for a sparse matrix, n x p, without densifying it. */
    public static Standardization of(DMatrixSparseCSC raw) {
        int n = raw.numRows;
        double[] mean = new double[raw.numCols];
        double[] squares = new double[raw.numCols];
        for (int j = 0; j < raw.numCols; j++) {
            int from = raw.col_idx[j];
            int to = raw.col_idx[j + 1];
            for (int t = from; t < to; t++) {
                mean[j] += raw.nz_values[t];
            }
            mean[j] /= n;
            squares[j] = (n - (to - from)) * mean[j] * mean[j];
            for (int t = from; t < to; t++) {
                double d = raw.nz_values[t] - mean[j];
                squares[j] += d * d;
            }
        }
        return new Standardization(mean, scales(squares, mean, n));
    }

    // Rounding leaves a constant column with a tiny positive variance; the bound is the rounding error of the sums.
    private static double[] scales(double[] squares, double[] mean, int n) {
        double eps = Math.ulp(1.0);
        double[] scale = new double[squares.length];
        for (int j = 0; j < scale.length; j++) {
            double variance = squares[j] / n;
            double rounding = n * eps * variance + Math.pow(n * mean[j] * eps, 2);
            boolean constant = Double.isFinite(variance) && variance <= rounding;
            scale[j] = constant ? 1 : Math.sqrt(variance);
        }
        return scale;
    }

    /** The same scales with no centring, what sparse data are usually given. */
    public Standardization withoutCentering() {
        return new Standardization(new double[scale.length], scale);
    }

    /** Number of features p. */
    public int features() {
        return scale.length;
    }

    /** Whether any feature is centred. */
    public boolean centers() {
        return Arrays.stream(center).anyMatch(c -> c != 0);
    }
}
