package io.github.l1bench.solver.newton;

import io.github.l1bench.kernel.Vectors;
import io.github.l1bench.problem.Certifier;
import io.github.l1bench.problem.MultinomialProblem;

/**
 * What is known exactly at the last look: the gap, the gradient of every pair, and the residuals that it belongs to.
 * Gradients in between are computed from it, as the gradient here plus the product with the change of the residuals.
 */
final class Reference {
    /** The work of a look, in passes: scores and gradient. */
    static final double PASSES = 1;

    private final Certifier certifier;
    private final RowOrder order;
    private final double[][] residuals;
    private final double[] residualMeans;
    private double relativeGap = Double.NaN;

    Reference(MultinomialProblem problem, RowOrder order) {
        this.certifier = new Certifier(problem);
        this.order = order;
        this.residuals = new double[problem.classes()][problem.samples()];
        this.residualMeans = new double[problem.classes()];
    }

    /** Looks at {@code state} and gives it the best intercept for its weights and scores free of rounding. */
    void look(State state) {
        relativeGap = certifier.relativeGap(state.coefficients());
        state.setScores(certifier.intercept(), certifier.scores());
        for (int k = 0; k < residuals.length; k++) {
            order.toRows(certifier.residuals()[k], residuals[k]);
            residualMeans[k] = Vectors.sum(residuals[k], residuals[k].length) / residuals[k].length;
        }
    }

    /** The certified gap / P of the state given to the last look. */
    double relativeGap() {
        return relativeGap;
    }

    /** R of class k at the last look, n values in the order of the rows. Do not modify. */
    double[] residual(int k) {
        return residuals[k];
    }

    /** dL/dW_jk at the last look. */
    double gradient(int k, int j) {
        return -certifier.gradient()[k][j];
    }

    /** The same for a column from which {@code mean} has been subtracted. */
    double gradient(int k, int j, double mean) {
        return -certifier.gradient()[k][j] + mean * residualMeans[k];
    }
}
