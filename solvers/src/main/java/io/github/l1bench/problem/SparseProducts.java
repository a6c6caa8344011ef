package io.github.l1bench.problem;

import io.github.l1bench.kernel.SparseSums;
import io.github.l1bench.kernel.Vectors;
import java.util.Arrays;
import org.ejml.data.DMatrixSparseCSC;

/**
 * Products with a sparse design under implicit centring, x_ij = u_ij - shift_j:
 *
 * <pre>
 *   z_ik = sum_j u_ij W_jk + (b_k - sum_j shift_j W_jk),    n G_jk = sum_i u_ij R_ik - shift_j sum_i R_ik.
 * </pre>
 */
final class SparseProducts implements DesignProducts {
    // Below this share of nonzero weights it is cheaper to add up columns of U than to go through all samples.
    private static final double FEW_WEIGHTS = 0.15;

    private final Design design;
    private final DMatrixSparseCSC columns;
    private final double[] shift;
    private final int classes;
    private final int width;
    private final double[] sums;
    private double[] bySample = new double[0];
    private double[] byFeature = new double[0];

    SparseProducts(Design design, int classes) {
        this.design = design;
        this.columns = design.uncenteredColumns();
        this.shift = design.shift();
        this.classes = classes;
        this.width = SparseSums.paddedWidth(classes);
        this.sums = new double[width];
    }

    @Override
    public void scores(double[][] weights, double[] intercept, double[][] scores) {
        for (int k = 0; k < classes; k++) {
            double offset = intercept[k] - Vectors.dot(shift, weights[k], shift.length);
            Arrays.fill(scores[k], 0, design.rows(), offset);
        }
        if (nonzeros(weights) <= FEW_WEIGHTS * classes * design.columns()) {
            addColumns(weights, scores);
        } else {
            addSamples(weights, scores);
        }
    }

    private static long nonzeros(double[][] weights) {
        long count = 0;
        for (double[] w : weights) {
            for (double v : w) {
                count += v != 0 ? 1 : 0;
            }
        }
        return count;
    }

    private void addColumns(double[][] weights, double[][] scores) {
        for (int k = 0; k < classes; k++) {
            for (int j = 0; j < design.columns(); j++) {
                if (weights[k][j] != 0) {
                    SparseSums.scatter(weights[k][j], columns, j, scores[k]);
                }
            }
        }
    }

    private void addSamples(double[][] weights, double[][] scores) {
        DMatrixSparseCSC samples = design.uncenteredRows();
        byFeature = interleave(weights, design.columns(), byFeature);
        for (int i = 0; i < design.rows(); i++) {
            SparseSums.gather(samples, i, byFeature, width, sums);
            for (int k = 0; k < classes; k++) {
                scores[k][i] += sums[k];
            }
        }
    }

    @Override
    public void gradient(double[][] residuals, double[][] gradient) {
        int n = design.rows();
        bySample = interleave(residuals, n, bySample);
        double[] totals = new double[classes];
        for (int k = 0; k < classes; k++) {
            totals[k] = Vectors.sum(residuals[k], n);
        }
        for (int j = 0; j < design.columns(); j++) {
            SparseSums.gather(columns, j, bySample, width, sums);
            for (int k = 0; k < classes; k++) {
                gradient[k][j] = (sums[k] - shift[j] * totals[k]) / n;
            }
        }
    }

    // From K arrays of m to m groups of `width`, the padding staying zero.
    private double[] interleave(double[][] arrays, int m, double[] into) {
        double[] out = into.length == m * width ? into : new double[m * width];
        for (int k = 0; k < classes; k++) {
            double[] a = arrays[k];
            for (int i = 0, t = k; i < m; i++, t += width) {
                out[t] = a[i];
            }
        }
        return out;
    }
}
