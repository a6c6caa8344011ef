package io.github.l1bench.solver.newton;

import static io.github.l1bench.kernel.KernelChoice.KERNELS;

import io.github.l1bench.kernel.Team;
import io.github.l1bench.kernel.Vectors;
import io.github.l1bench.problem.Certifier;
import io.github.l1bench.problem.DesignProducts;
import io.github.l1bench.problem.MultinomialProblem;
import java.util.Arrays;

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
    private double[][] before;
    private double[][] expected;

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
        expected = null;
        for (int k = 0; k < residuals.length; k++) {
            residualMeans[k] = KERNELS.sum(residuals[k], residuals[k].length) / residuals[k].length;
        }
    }

    /** R of class k at the last look, n values in the order of the rows. Do not modify. */
    double[] residual(int k) {
        return residuals[k];
    }

    /** -dL/dW_jk of class k at the last look, or what is expected of it, p values. Do not modify. */
    double[] descent(int k) {
        return expected == null ? gradient[k] : expected[k];
    }

    /**
     * Until the next look, expects the gradient to go on in the direction of its change since the last call, {@code by}
     * times as far. The gradient that steps start from stays exact.
     *
     * @param by 0 to expect no change
     */
    void expect(double by) {
        expected = by > 0 ? copyOfGradient() : null;
        for (int k = 0; k < gradient.length && by > 0; k++) {
            Vectors.axpy(by, gradient[k], expected[k], gradient[k].length);
            Vectors.axpy(-by, before[k], expected[k], gradient[k].length);
        }
        before = copyOfGradient();
    }

    private double[][] copyOfGradient() {
        return Arrays.stream(gradient).map(double[]::clone).toArray(double[][]::new);
    }

    /** dL/dW_jk at the last look for a column from which {@code mean} has been subtracted. */
    double gradient(int k, int j, double mean) {
        return -gradient[k][j] + mean * residualMeans[k];
    }
}
