package io.github.l1bench.problem;

import io.github.l1bench.kernel.Softmax;
import io.github.l1bench.kernel.Team;
import io.github.l1bench.kernel.Vectors;

/**
 * Certifies coefficients of one problem by a feasible dual point. Holds work arrays; one object per thread.
 *
 * <p>The dual of P is to maximise D(Q) = -(1/n) sum_ik q_ik log q_ik over rows q_i in the simplex with
 * |X' (Y - Q)|_jk / n <= lambda and column sums of Y - Q equal to zero. From the scores of W the intercept is refitted
 * until the column sums of R = Y - softmax vanish; then with s = min(1, lambda / max |X' R / n|) the point
 * Q = (1 - s) Y + s softmax is feasible, and P - P* <= P - D(Q). The primal value is that of the intercept given.
 */
public final class Certifier {
    private final MultinomialProblem problem;
    private final DesignProducts products;
    private final Softmax softmax;
    private final double[][] scores;
    private final double[][] residuals;
    private final double[][] gradient;
    private final InterceptFit interceptFit;
    private final double[] intercept;

    /** Work arrays of K x n and K x p for {@code problem}. */
    public Certifier(MultinomialProblem problem) {
        this(problem, Team.ALONE);
    }

    /** The same, with a team that shares the work and on whose size the result does not depend. */
    public Certifier(MultinomialProblem problem, Team team) {
        this.problem = problem;
        int k = problem.classes();
        this.products = problem.design().products(k, team);
        this.softmax = new Softmax(k, problem.samples(), team);
        this.scores = new double[k][problem.samples()];
        this.residuals = new double[k][problem.samples()];
        this.gradient = new double[k][problem.features()];
        this.interceptFit = new InterceptFit(problem, softmax);
        this.intercept = new double[k];
    }

    /** The whole certificate. At most two passes. */
    public Certificate certify(Coefficients coefficients) {
        double primal = primal(coefficients);
        softmax.residuals(problem.labels(), residuals);
        products.gradient(residuals, gradient);
        double kkt = kkt(coefficients);
        double dual = dual();
        return new Certificate(primal, dual, gap(primal, dual), kkt);
    }

    /**
     * gap / P alone. One pass. What was computed on the way can be read until the next call, by a solver that goes on
     * from there: {@link #intercept}, {@link #scores}, {@link #residuals}, {@link #gradient}.
     */
    public double relativeGap(Coefficients coefficients) {
        double primal = primal(coefficients);
        return gap(primal, dual()) / primal;
    }

    /** The intercept refitted to the weights of the last call, K values. Do not modify. */
    public double[] intercept() {
        return intercept;
    }

    /** Z at the refitted intercept, K rows of n. Do not modify. */
    public double[][] scores() {
        return scores;
    }

    /** R = Y - softmax(Z), K rows of n. Do not modify. */
    public double[][] residuals() {
        return residuals;
    }

    /** X' R / n, K rows of p. Do not modify. */
    public double[][] gradient() {
        return gradient;
    }

    // Rounding may leave a gap of -1e-16 at the optimum. NaN stays NaN: it certifies nothing.
    private static double gap(double primal, double dual) {
        return Math.max(0, primal - dual);
    }

    private double primal(Coefficients coefficients) {
        problem.requireShape(coefficients);
        System.arraycopy(coefficients.intercept(), 0, intercept, 0, intercept.length);
        products.scores(coefficients.weights(), coefficients.intercept(), scores);
        softmax.set(scores);
        return softmax.meanLoss(scores, problem.labels()) + problem.lambda() * coefficients.l1Norm();
    }

    private double kkt(Coefficients coefficients) {
        double lambda = problem.lambda();
        double worst = 0;
        for (int k = 0; k < problem.classes(); k++) {
            worst = Math.max(worst, Math.abs(Vectors.sum(residuals[k], problem.samples())) / problem.samples());
            double[] w = coefficients.weights()[k];
            for (int j = 0; j < w.length; j++) {
                double g = -gradient[k][j];
                double violation = w[j] != 0 ? Math.abs(g + lambda * Math.signum(w[j])) : Math.abs(g) - lambda;
                worst = Math.max(worst, violation);
            }
        }
        return worst;
    }

    // Refits the intercept in `scores` and evaluates D. Where the refit fails, another feasible point serves.
    private double dual() {
        boolean fitted = interceptFit.fit(scores);
        for (int k = 0; k < intercept.length; k++) {
            intercept[k] += interceptFit.shift()[k];
        }
        softmax.residuals(problem.labels(), residuals);
        products.gradient(residuals, gradient);
        if (!fitted) {
            return problem.nullModelDual();
        }
        double largest = MultinomialProblem.maxAbs(gradient);
        return -negativeEntropy(largest <= problem.lambda() ? 1 : problem.lambda() / largest);
    }

    // (1/n) sum_ik q_ik log q_ik. Off the label q = s p and log q = log s + z - logsumexp: no n K logarithms.
    private double negativeEntropy(double s) {
        double logS = Math.log(s);
        int[] labels = problem.labels();
        double total = 0;
        for (int i = 0; i < labels.length; i++) {
            double base = logS - softmax.logSumExp(i);
            double sum = 0;
            for (int k = 0; k < scores.length; k++) {
                if (k != labels[i]) {
                    sum -= residuals[k][i] * (scores[k][i] + base);
                }
            }
            double onLabel = 1 - s * residuals[labels[i]][i];
            total += s * sum + (onLabel > 0 ? onLabel * Math.log(onLabel) : 0);
        }
        return total / labels.length;
    }
}
