package io.github.l1bench.contract;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.Design;
import io.github.l1bench.problem.Iterate;
import io.github.l1bench.problem.MultinomialProblem;

/**
 * Newton's method with the diagonal of the softmax Hessian over classes and no line search, as glmnet steps
 * (Friedman, Hastie and Tibshirani 2010, J. Stat. Softw. 33): no solver to use, but what some fixtures are there for.
 *
 * <pre>
 *   for each class k: (w_k, b_k) <- argmin (1/2n) sum_i h_i (r_i / h_i - x_i'(w - w_k) - (b - b_k))^2 + lambda |w|_1,
 *   r_i = [y_i = k] - p_ik,   h_i = p_ik (1 - p_ik)
 * </pre>
 */
final class DiagonalNewton {
    private static final int MOST_CYCLES = 10_000;
    private static final double ACCURACY = 1e-13;

    private final double[][] x;
    private final int[] labels;
    private final double lambda;
    private final boolean classByClass;
    private final Iterate at;

    /**
     * Starts at the null model.
     *
     * @param classByClass whether each class starts from the probabilities that the one before left
     */
    DiagonalNewton(MultinomialProblem problem, boolean classByClass) {
        Design.RowReader reader = problem.design().rowReader();
        this.x = new double[problem.samples()][];
        for (int i = 0; i < x.length; i++) {
            x[i] = reader.row(i).clone();
        }
        this.labels = problem.labels();
        this.lambda = problem.lambda();
        this.classByClass = classByClass;
        this.at = Iterate.of(problem.nullModel());
    }

    /** The coefficients after {@code rounds} more rounds, each of one step of every class. */
    Coefficients rounds(int rounds) {
        for (int t = 0; t < rounds; t++) {
            Iterate from = classByClass ? at : at.copy();
            for (int k = 0; k < at.intercept().length; k++) {
                step(k, probabilities(from, k));
            }
        }
        return at.coefficients();
    }

    private double[] probabilities(Iterate from, int k) {
        double[] p = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double score = score(from, k, x[i]);
            double sum = 0;
            for (int l = 0; l < from.intercept().length; l++) {
                sum += Math.exp(score(from, l, x[i]) - score);
            }
            p[i] = 1 / sum;
        }
        return p;
    }

    private static double score(Iterate from, int k, double[] row) {
        double score = from.intercept()[k];
        for (int j = 0; j < row.length; j++) {
            score += from.weights()[k][j] * row[j];
        }
        return score;
    }

    // Exact: coordinates in turn, until none moves.
    private void step(int k, double[] p) {
        double[] residual = new double[x.length];
        double[] curvature = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            residual[i] = (labels[i] == k ? 1 : 0) - p[i];
            curvature[i] = p[i] * (1 - p[i]);
        }
        double moved = 1;
        for (int cycle = 0; cycle < MOST_CYCLES && moved > ACCURACY; cycle++) {
            moved = Math.abs(move(k, -1, residual, curvature));
            for (int j = 0; j < x[0].length; j++) {
                moved = Math.max(moved, Math.abs(move(k, j, residual, curvature)));
            }
        }
    }

    // Moves weight j, or the intercept where j is negative; returns by how much.
    private double move(int k, int j, double[] residual, double[] curvature) {
        double slope = 0;
        double bend = 0;
        for (int i = 0; i < x.length; i++) {
            double v = j < 0 ? 1 : x[i][j];
            slope += v * residual[i] / x.length;
            bend += v * v * curvature[i] / x.length;
        }
        if (bend == 0) {
            return 0;
        }
        double before = j < 0 ? at.intercept()[k] : at.weights()[k][j];
        double free = bend * before + slope;
        double after = (j < 0 ? free : Math.signum(free) * Math.max(0, Math.abs(free) - lambda)) / bend;
        for (int i = 0; i < x.length; i++) {
            residual[i] -= curvature[i] * (j < 0 ? 1 : x[i][j]) * (after - before);
        }
        if (j < 0) {
            at.intercept()[k] = after;
        } else {
            at.weights()[k][j] = after;
        }
        return after - before;
    }
}
