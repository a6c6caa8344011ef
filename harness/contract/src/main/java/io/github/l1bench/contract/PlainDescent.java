package io.github.l1bench.contract;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.Design;
import io.github.l1bench.problem.Iterate;
import io.github.l1bench.problem.MultinomialProblem;
import java.util.Arrays;

/**
 * The problem and the proximal gradient method as a textbook writes them, sharing no kernel with the solvers: a second
 * opinion on objectives, and the yardstick of speed.
 *
 * <pre>
 *   W <- soft(W - grad f(W, b) / L, lambda / L),   b <- b - grad f(W, b) / L,   L = max eigenvalue of [X 1]'[X 1] / 2n
 * </pre>
 */
final class PlainDescent {
    private static final int POWER_STEPS = 60;

    private final double[][] x;
    private final int[] labels;
    private final int classes;
    private final double lambda;
    private final double[][] weights;
    private final double[] intercept;

    /** Starts at the null model. */
    PlainDescent(MultinomialProblem problem) {
        this(problem, problem.nullModel());
    }

    PlainDescent(MultinomialProblem problem, Coefficients start) {
        Design.RowReader reader = problem.design().rowReader();
        this.x = new double[problem.samples()][];
        for (int i = 0; i < x.length; i++) {
            x[i] = reader.row(i).clone();
        }
        this.labels = problem.labels();
        this.classes = problem.classes();
        this.lambda = problem.lambda();
        Iterate copy = Iterate.of(start);
        this.weights = copy.weights();
        this.intercept = copy.intercept();
    }

    /** P(W, b) of {@code coefficients}. */
    static double objective(MultinomialProblem problem, Coefficients coefficients) {
        return new PlainDescent(problem, coefficients).objective();
    }

    /** P where it is now. */
    double objective() {
        double loss = 0;
        for (int i = 0; i < x.length; i++) {
            double[] z = scores(x[i]);
            loss += logSumExp(z) - z[labels[i]];
        }
        double norm = 0;
        for (double[] row : weights) {
            for (double w : row) {
                norm += Math.abs(w);
            }
        }
        return loss / x.length + lambda * norm;
    }

    /** Takes {@code count} steps, a pass each. */
    PlainDescent steps(int count) {
        double step = 1 / lipschitz(x);
        for (int t = 0; t < count; t++) {
            step(step);
        }
        return this;
    }

    private void step(double step) {
        double[][] gradient = new double[classes][weights[0].length];
        double[] interceptGradient = new double[classes];
        for (int i = 0; i < x.length; i++) {
            double[] z = scores(x[i]);
            double normalizer = logSumExp(z);
            for (int k = 0; k < classes; k++) {
                double residual = Math.exp(z[k] - normalizer) - (labels[i] == k ? 1 : 0);
                interceptGradient[k] += residual / x.length;
                for (int j = 0; j < x[i].length; j++) {
                    gradient[k][j] += residual * x[i][j] / x.length;
                }
            }
        }
        for (int k = 0; k < classes; k++) {
            intercept[k] -= step * interceptGradient[k];
            for (int j = 0; j < weights[k].length; j++) {
                double moved = weights[k][j] - step * gradient[k][j];
                weights[k][j] = Math.signum(moved) * Math.max(0, Math.abs(moved) - step * lambda);
            }
        }
    }

    private double[] scores(double[] row) {
        double[] z = intercept.clone();
        for (int k = 0; k < classes; k++) {
            for (int j = 0; j < row.length; j++) {
                z[k] += weights[k][j] * row[j];
            }
        }
        return z;
    }

    private static double logSumExp(double[] z) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double v : z) {
            largest = Math.max(largest, v);
        }
        double sum = 0;
        for (double v : z) {
            sum += Math.exp(v - largest);
        }
        return largest + Math.log(sum);
    }

    // Power iteration from ones; the Hessian of the softmax is at most 1/2.
    static double lipschitz(double[][] x) {
        double[] v = new double[x[0].length + 1];
        Arrays.fill(v, 1);
        double norm = Math.sqrt(v.length);
        double eigenvalue = 0;
        for (int t = 0; t < POWER_STEPS; t++) {
            double[] next = new double[v.length];
            for (double[] row : x) {
                double product = v[row.length] / norm;
                for (int j = 0; j < row.length; j++) {
                    product += row[j] * (v[j] / norm);
                }
                for (int j = 0; j < row.length; j++) {
                    next[j] += row[j] * product / x.length;
                }
                next[row.length] += product / x.length;
            }
            v = next;
            norm = norm(v);
            eigenvalue = norm;
        }
        return 1.05 * eigenvalue / 2;
    }

    private static double norm(double[] v) {
        double largest = 0;
        for (double a : v) {
            largest = Math.max(largest, Math.abs(a));
        }
        double sum = 0;
        for (double a : v) {
            sum += a / largest * (a / largest);
        }
        return largest * Math.sqrt(sum);
    }
}
