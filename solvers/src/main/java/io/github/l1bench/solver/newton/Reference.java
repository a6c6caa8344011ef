package io.github.l1bench.solver.newton;

import io.github.l1bench.kernel.Team;
import io.github.l1bench.kernel.Vectors;
import io.github.l1bench.problem.Certifier;
import io.github.l1bench.problem.DesignProducts;
import io.github.l1bench.problem.Gap;
import io.github.l1bench.problem.MultinomialProblem;

/**
 * What is known exactly at the last look: the gradient of every pair, and the residuals that it belongs to. Gradients in
 * between are computed from it, as the gradient here plus the product with the change of the residuals.
 */
final class Reference {
    /** The work of a look that certifies, in passes: scores and gradient. */
    static final double CERTIFYING = 1;
    /** The work of making scores anew, in passes. */
    static final double SCORING = 0.5;
    /** The work of a look that does not: a gradient. */
    static final double PEEKING = 0.5;

    private final RowOrder order;
    private final Team team;
    private final DesignProducts products;
    private final double[][] residuals;
    private final double[][] ofSamples;
    private final double[][] gradient;
    private final double[] residualMeans;
    private MultinomialProblem problem;
    private Certifier certifier;

    Reference(MultinomialProblem problem, RowOrder order, Team team) {
        this.team = team;
        this.problem = problem;
        this.order = order;
        this.products = problem.design().products(problem.classes(), team);
        this.residuals = new double[problem.classes()][problem.samples()];
        this.ofSamples = new double[problem.classes()][problem.samples()];
        this.gradient = new double[problem.classes()][problem.features()];
        this.residualMeans = new double[problem.classes()];
    }

    /** Certifies for another penalty from now on; the gradient remains valid. */
    void setProblem(MultinomialProblem other) {
        problem = other;
        certifier = null;
    }

    /** max_jk |dL/dW_jk|. */
    double largestGradient() {
        double largest = 0;
        for (double[] g : gradient) {
            largest = Math.max(largest, Vectors.maxAbs(g, g.length));
        }
        return largest;
    }

    /** Gives {@code state} the scores of its weights and intercept. Half a pass. */
    void score(State state) {
        products.scores(state.weights(), state.intercept(), ofSamples);
        state.setScores(state.intercept(), ofSamples);
    }

    /** Computes the gradient at the scores that {@code state} has. */
    void peek(State state) {
        for (int k = 0; k < residuals.length; k++) {
            state.residual(k, residuals[k]);
        }
        team.run(residuals.length, 1, (from, to, member) -> {
            for (int k = from; k < to; k++) {
                order.toSamples(residuals[k], ofSamples[k]);
            }
        });
        products.gradient(ofSamples, gradient);
        setMeans();
    }

    /**
     * Certifies {@code state} and gives it the best intercept for its weights and scores free of rounding, where it
     * computes the gradient.
     *
     * @param target the relative gap that it is to be sharp enough for
     */
    Gap certify(State state, double target) {
        if (certifier == null) {
            certifier = new Certifier(problem, team);
        }
        Gap gap = certifier.gap(state.coefficients(), target);
        state.setScores(certifier.intercept(), certifier.scores());
        team.run(residuals.length, 1, (from, to, member) -> {
            for (int k = from; k < to; k++) {
                order.toRows(certifier.residuals()[k], residuals[k]);
                System.arraycopy(certifier.gradient()[k], 0, gradient[k], 0, gradient[k].length);
            }
        });
        setMeans();
        return gap;
    }

    private void setMeans() {
        for (int k = 0; k < residuals.length; k++) {
            residualMeans[k] = Vectors.sum(residuals[k], residuals[k].length) / residuals[k].length;
        }
    }

    /** R of class k at the last look, n values in the order of the rows. Do not modify. */
    double[] residual(int k) {
        return residuals[k];
    }

    /** -dL/dW_jk of class k at the last look, p values. Do not modify. */
    double[] descent(int k) {
        return gradient[k];
    }

    /** dL/dW_jk at the last look for a column from which {@code mean} has been subtracted. */
    double gradient(int k, int j, double mean) {
        return -gradient[k][j] + mean * residualMeans[k];
    }
}
