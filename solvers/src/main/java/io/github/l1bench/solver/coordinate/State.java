package io.github.l1bench.solver.coordinate;

import io.github.l1bench.kernel.Exponential;
import io.github.l1bench.kernel.Vectors;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;

/**
 * Where the descent stands. It works on the uncentred columns u_ij = x_ij + shift_j: z_ik = sum_j u_ij W_jk + offset_k,
 * with b_k = offset_k + sum_j shift_j W_jk.
 */
final class State {
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
    private final int samples;

    State(MultinomialProblem problem, Coefficients start) {
        int classes = problem.classes();
        this.samples = problem.samples();
        this.shift = problem.design().shift();
        this.weights = start.copy().weights();
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

    /** Brings reference and exponentials up to date with the scores. */
    void refreshExponentials() {
        System.arraycopy(scores[0], 0, reference, 0, samples);
        for (int k = 1; k < scores.length; k++) {
            Vectors.maximum(scores[k], reference, samples);
        }
        for (int k = 0; k < scores.length; k++) {
            Exponential.shifted(scores[k], reference, exponentials[k], samples);
        }
    }
}
