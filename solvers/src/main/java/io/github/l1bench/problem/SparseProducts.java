package io.github.l1bench.problem;

import static io.github.l1bench.kernel.KernelChoice.KERNELS;

import io.github.l1bench.kernel.SparseSums;
import io.github.l1bench.kernel.Team;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixSparseCSC;

/**
 * Products with a sparse design under implicit centring, x_ij = u_ij - shift_j:
 *
 * <pre>
 *   z_ik = sum_j u_ij W_jk + (b_k - sum_j shift_j W_jk),    n G_jk = sum_i u_ij R_ik - shift_j sum_i R_ik.
 * </pre>
 *
 * The sums over samples go from nonzero to nonzero for features that few samples have, and are sums of dense rows for
 * {@link FrequentFeatures}.
 */
final class SparseProducts implements DesignProducts {
    // Below this share of nonzero weights it is cheaper to add up columns of U than to go through all samples.
    private static final double FEW_WEIGHTS = 0.15;

    // Samples or features that are dealt out together.
    private static final int GRAIN = 16;
    // The same for frequent features.
    private static final int DENSE_GRAIN = 128;

    private final Design design;
    private final DMatrixSparseCSC columns;
    private final FrequentFeatures frequent;
    private final double[][] frequentSums;
    // Features whose columns are added up as bytes, null for none; and those that are not.
    private final ByteBlock bytes;
    private final int[] scattered;
    private final double[] shift;
    private final int classes;
    private final int width;
    private final Team team;
    private final double[][] sums;
    private double[] bySample = new double[0];
    private double[] byFeature = new double[0];

    SparseProducts(Design design, FrequentFeatures frequent, int classes, Team team) {
        this.design = design;
        this.columns = design.uncenteredColumns();
        this.frequent = frequent;
        this.frequentSums = new double[classes][frequent.features().length];
        this.bytes = frequent.block() instanceof ByteBlock block && block.hasColumns() ? block : null;
        this.scattered = bytes == null ? IntStream.range(0, design.columns()).toArray() : frequent.others();
        this.shift = design.shift();
        this.classes = classes;
        this.width = KERNELS.paddedWidth(classes);
        this.team = team;
        this.sums = new double[team.size()][width];
    }

    @Override
    public void scores(double[][] weights, double[] intercept, double[][] scores) {
        for (int k = 0; k < classes; k++) {
            double offset = intercept[k] - KERNELS.dot(shift, weights[k], shift.length);
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
        team.run(classes, 1, (from, to, member) -> {
            for (int k = from; k < to; k++) {
                if (bytes != null) {
                    bytes.add(weights[k], frequent.features(), scores[k]);
                }
                for (int j : scattered) {
                    if (weights[k][j] != 0) {
                        SparseSums.scatter(weights[k][j], columns, j, scores[k]);
                    }
                }
            }
        });
    }

    private void addSamples(double[][] weights, double[][] scores) {
        DMatrixSparseCSC samples = design.uncenteredRows();
        byFeature = interleave(weights, design.columns(), byFeature);
        team.run(design.rows(), GRAIN, (from, to, member) -> {
            double[] sum = sums[member];
            for (int i = from; i < to; i++) {
                KERNELS.gather(samples, i, byFeature, width, sum);
                for (int k = 0; k < classes; k++) {
                    scores[k][i] += sum[k];
                }
            }
        });
    }

    @Override
    public void gradient(double[][] residuals, double[][] gradient) {
        double[] totals = new double[classes];
        for (int k = 0; k < classes; k++) {
            totals[k] = KERNELS.sum(residuals[k], design.rows());
        }
        ofFrequentFeatures(residuals, totals, gradient);
        ofOtherFeatures(residuals, totals, gradient);
    }

    private void ofFrequentFeatures(double[][] residuals, double[] totals, double[][] gradient) {
        int[] features = frequent.features();
        int n = design.rows();
        team.run(features.length, DENSE_GRAIN, (from, to, member) -> {
            frequent.block().sums(residuals, totals, frequentSums, from, to);
            for (int k = 0; k < classes; k++) {
                for (int a = from; a < to; a++) {
                    gradient[k][features[a]] = (frequentSums[k][a] - shift[features[a]] * totals[k]) / n;
                }
            }
        });
    }

    private void ofOtherFeatures(double[][] residuals, double[] totals, double[][] gradient) {
        int[] features = frequent.others();
        int n = design.rows();
        bySample = interleave(residuals, n, bySample);
        team.run(features.length, GRAIN, (from, to, member) -> {
            double[] sum = sums[member];
            for (int a = from; a < to; a++) {
                int j = features[a];
                KERNELS.gather(columns, j, bySample, width, sum);
                for (int k = 0; k < classes; k++) {
                    gradient[k][j] = (sum[k] - shift[j] * totals[k]) / n;
                }
            }
        });
    }

    // From K arrays of m to m groups of `width`, the padding staying zero.
    private double[] interleave(double[][] arrays, int m, double[] into) {
        double[] out = into.length == m * width ? into : new double[m * width];
        team.run(m, GRAIN, (from, to, member) -> {
            for (int k = 0; k < classes; k++) {
                double[] a = arrays[k];
                for (int i = from, t = from * width + k; i < to; i++, t += width) {
                    out[t] = a[i];
                }
            }
        });
        return out;
    }
}
