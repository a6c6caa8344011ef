package io.github.l1bench.solver.newton;

import static io.github.l1bench.kernel.KernelChoice.KERNELS;

import io.github.l1bench.kernel.Team;
import io.github.l1bench.kernel.Vectors;
import io.github.l1bench.problem.Certifier;
import io.github.l1bench.problem.DesignProducts;
import io.github.l1bench.problem.MultinomialProblem;

/**
 * What is known exactly at the last look: the gradient of every pair, and the residuals that it belongs to. Gradients in
 * between are computed from it, as the gradient here plus the product with the change of the residuals.
 */
final class Reference {
    private final RowOrder order;
    private final Team team;
    private final DesignProducts products;
    private final double[][] residuals;
    private final double[][] ofSamples;
    private final double[][] gradient;
    private final double[] residualMeans;

    Reference(MultinomialProblem problem, RowOrder order, Team team) {
        this.team = team;
        this.order = order;
        this.products = problem.design().products(problem.classes(), team);
        this.residuals = new double[problem.classes()][problem.samples()];
        this.ofSamples = new double[problem.classes()][problem.samples()];
        this.gradient = new double[problem.classes()][problem.features()];
        this.residualMeans = new double[problem.classes()];
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

    /** Computes the gradient at the scores that {@code state} has. Half a pass. */
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
     * Takes the gradient from {@code certifier}, which has looked at {@code state}, and gives {@code state} the best
     * intercept for its weights and scores free of rounding.
     */
    void take(Certifier certifier, State state) {
        state.setScores(certifier.intercept(), certifier.scores());
        team.run(residuals.length, 1, (from, to, member) -> {
            for (int k = from; k < to; k++) {
                order.toRows(certifier.residuals()[k], residuals[k]);
                System.arraycopy(certifier.gradient()[k], 0, gradient[k], 0, gradient[k].length);
            }
        });
        setMeans();
    }

    private void setMeans() {
        for (int k = 0; k < residuals.length; k++) {
            residualMeans[k] = KERNELS.sum(residuals[k], residuals[k].length) / residuals[k].length;
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
