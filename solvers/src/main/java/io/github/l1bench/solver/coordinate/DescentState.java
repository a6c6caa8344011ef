package io.github.l1bench.solver.coordinate;

import static io.github.l1bench.kernel.KernelChoice.KERNELS;

import io.github.l1bench.kernel.SparseSums;
import io.github.l1bench.kernel.Vectors;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.Iterate;
import io.github.l1bench.problem.MultinomialProblem;
import java.util.Arrays;
import org.ejml.data.DMatrixSparseCSC;

/**
 * Where the descent stands. It works on the uncentred columns u_ij = x_ij + shift_j: z_ik = sum_j u_ij W_jk + offset_k,
 * with b_k = offset_k + sum_j shift_j W_jk.
 */
final class DescentState {
    /** W, K rows of p. */
    final double[][] weights;

    /** The intercept of the uncentred columns, K values. */
    final double[] offsets;

    /** Z, K rows of n. */
    final double[][] scores;

    /** exp(z_ik - reference_i), K rows of n. */
    final double[][] exponentials;

    /** max_k z_ik when the exponentials were refreshed, n values. */
    final double[] reference;

    private final double[] shift;
    private final DMatrixSparseCSC columns;
    private final int samples;

    DescentState(MultinomialProblem problem, Coefficients start) {
        int classes = problem.classes();
        this.samples = problem.samples();
        this.shift = problem.design().shift();
        this.columns = problem.design().uncenteredColumns();
        this.weights = Iterate.of(start).weights();
        this.offsets = new double[classes];
        for (int k = 0; k < classes; k++) {
            offsets[k] = start.intercept()[k] - Vectors.dot(shift, weights[k], shift.length);
        }
        this.scores = new double[classes][samples];
        this.exponentials = new double[classes][samples];
        this.reference = new double[samples];
    }

    /** W and b, copied. */
    Coefficients coefficients() {
        return new Coefficients(weights, intercept()).copy();
    }

    /** b, K values of their own. */
    double[] intercept() {
        double[] intercept = new double[offsets.length];
        for (int k = 0; k < intercept.length; k++) {
            intercept[k] = offsets[k] + Vectors.dot(shift, weights[k], shift.length);
        }
        return intercept;
    }

    /**
     * Minimises the norm over what the softmax cannot see: one constant subtracted from a feature's weights in all
     * classes shifts all scores of a sample alike. The best constant is a median; of those the one nearest to 0 is taken.
     * Class by class the descent would only drift that way, since each class alone has to pay for it with loss.
     */
    void subtractMedians() {
        double[] ordered = new double[weights.length];
        for (int j = 0; j < shift.length; j++) {
            double median = median(j, ordered);
            if (median != 0) {
                for (int k = 0; k < weights.length; k++) {
                    weights[k][j] -= median;
                    SparseSums.scatter(-median, columns, j, scores[k]);
                }
            }
        }
    }

    // 0 unless more than half of the weights have one sign.
    private double median(int j, double[] ordered) {
        int positive = 0;
        int negative = 0;
        for (double[] w : weights) {
            positive += w[j] > 0 ? 1 : 0;
            negative += w[j] < 0 ? 1 : 0;
        }
        if (2 * Math.max(positive, negative) <= weights.length) {
            return 0;
        }
        for (int k = 0; k < ordered.length; k++) {
            ordered[k] = weights[k][j];
        }
        Arrays.sort(ordered);
        return positive > negative ? ordered[(ordered.length - 1) / 2] : ordered[ordered.length / 2];
    }

    /** Brings reference and exponentials up to date with the scores. */
    void refreshExponentials() {
        System.arraycopy(scores[0], 0, reference, 0, samples);
        for (int k = 1; k < scores.length; k++) {
            Vectors.maximum(scores[k], reference, 0, samples);
        }
        for (int k = 0; k < scores.length; k++) {
            KERNELS.exponentials(scores[k], reference, exponentials[k], 0, samples);
        }
    }
}
