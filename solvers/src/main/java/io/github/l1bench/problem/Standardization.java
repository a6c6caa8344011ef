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
     * StandardScaler takes them; a constant column's scale is 1. Both are accurate where the mean is large against the
     * deviation: sums are taken twice, the second time of differences to the first mean, and corrected by what these
     * sum to (Chan, Golub and LeVeque, 1983, The American Statistician 37).
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
        double[] sums = new double[p];
        double[] squares = new double[p];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < p; j++) {
                double d = raw.unsafe_get(i, j) - mean[j];
                sums[j] += d;
                squares[j] += d * d;
            }
        }
        return corrected(mean, sums, squares, n);
    }

    /** The same for a sparse matrix, n x p, without densifying it. */
    public static Standardization of(DMatrixSparseCSC raw) {
        int n = raw.numRows;
        double[] mean = new double[raw.numCols];
        double[] sums = new double[raw.numCols];
        double[] squares = new double[raw.numCols];
        for (int j = 0; j < raw.numCols; j++) {
            int from = raw.col_idx[j];
            int to = raw.col_idx[j + 1];
            for (int t = from; t < to; t++) {
                mean[j] += raw.nz_values[t];
            }
            mean[j] /= n;
            int zeros = n - (to - from);
            sums[j] = -zeros * mean[j];
            squares[j] = zeros * mean[j] * mean[j];
            for (int t = from; t < to; t++) {
                double d = raw.nz_values[t] - mean[j];
                sums[j] += d;
                squares[j] += d * d;
            }
        }
        return corrected(mean, sums, squares, n);
    }

    // From sums and squares of the differences to a first mean.
    private static Standardization corrected(double[] mean, double[] sums, double[] squares, int n) {
        double[] scale = new double[mean.length];
        for (int j = 0; j < scale.length; j++) {
            double correction = sums[j] / n;
            mean[j] += correction;
            scale[j] = scale(squares[j] / n - correction * correction, mean[j], n);
        }
        return new Standardization(mean, scale);
    }

    // Rounding leaves a constant column with a tiny variance; the bound is scikit-learn's on the rounding of the sums.
    private static double scale(double variance, double mean, int n) {
        double eps = Math.ulp(1.0);
        double rounding = n * eps * variance + Math.pow(n * mean * eps, 2);
        boolean constant = Double.isFinite(variance) && variance <= rounding;
        return constant ? 1 : Math.sqrt(variance);
    }

    /** The same scales with no centring. */
    public Standardization withoutCentering() {
        return new Standardization(new double[scale.length], scale);
    }

    /**
     * The same scales, and the same centres only for features that are stored centred anyway, because few of the values
     * in {@code raw}, n x p, are zero: what sparse data are given. Centring changes no optimum but its intercept, and
     * would take the zeros from all other features.
     */
    public Standardization keepingZeros(DMatrixSparseCSC raw) {
        double[] kept = new double[scale.length];
        for (int j = 0; j < kept.length; j++) {
            kept[j] = Storage.hasFewZeros(raw.col_idx[j + 1] - raw.col_idx[j], raw.numRows) ? center[j] : 0;
        }
        return new Standardization(kept, scale);
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
