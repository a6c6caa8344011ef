package io.github.l1bench.problem;

import static io.github.l1bench.kernel.KernelChoice.KERNELS;

import io.github.l1bench.kernel.Softmax;
import io.github.l1bench.kernel.Team;

/**
 * Certifies coefficients of one problem by a feasible dual point. Holds work arrays; one object per thread.
 *
 * <p>The dual of P is to maximise D(Q) = -(1/n) sum_ik q_ik log q_ik over rows q_i in the simplex with
 * |X' (Y - Q)|_jk / n <= lambda and column sums of Y - Q equal to zero. From the scores of W the intercept is refitted
 * until the column sums of R = Y - softmax vanish; then with s = min(1, lambda / max |X' R / n|) the point
 * Q = (1 - s) Y + s softmax is feasible, and P - P* <= P - D(Q). The primal value is that of the intercept given.
 *
 * <p>All of that is computed in doubles, and still a claim is a proof: {@link DualBound} and {@link RoundingErrors} bound
 * what rounding does to either side, standardising included, and the gap is never below the true one. What remains of a
 * gap at an optimum is that bound, some 1e-13 of P.
 */
public final class Certifier {
    // A bound on rounding that is more than this share of the gap is worth sharpening, off the clock.
    private static final double WORTH_REFINING = 0.01;

    private final MultinomialProblem problem;
    private final DesignProducts products;
    private final Softmax softmax;
    private final RoundingErrors errors;
    private final double[][] scores;
    private final double[][] residuals;
    private final double[][] gradient;
    private final InterceptFit interceptFit;
    private final DualBound dual;
    private final double[] intercept;
    private double primal;
    private double ofPrimal;

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
        this.errors = new RoundingErrors(k, problem.samples());
        this.scores = new double[k][problem.samples()];
        this.residuals = new double[k][problem.samples()];
        this.gradient = new double[k][problem.features()];
        this.interceptFit = new InterceptFit(problem, softmax);
        this.dual = new DualBound(problem, softmax, errors, team);
        this.intercept = new double[k];
    }

    /** The whole certificate. At most two passes, and some inner products where rounding shows in the gap. */
    public Certificate certify(Coefficients coefficients) {
        computePrimal(coefficients);
        softmax.residuals(problem.labels(), residuals);
        products.gradient(residuals, gradient);
        double kkt = kkt(coefficients);
        computeDual();
        if (rounding() > WORTH_REFINING * gap()) {
            dual.refine(scores);
        }
        return new Certificate(primal, dual.value(), gap(), rounding(), kkt);
    }

    /**
     * The gap alone, sharp enough to tell whether it is within {@code target}, relative to P. One pass, and some inner
     * products where rounding decides. What was computed on the way can be read until the next call, by a solver that
     * goes on from there: {@link #intercept}, {@link #scores}, {@link #residuals}, {@link #gradient}.
     */
    public Gap gap(Coefficients coefficients, double target) {
        computePrimal(coefficients);
        computeDual();
        double wanted = target * primal;
        if (gap() > wanted && gap() - rounding() <= Math.max(wanted, rounding())) {
            dual.refine(scores);
        }
        return new Gap(gap() / primal, rounding() / primal);
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

    // NaN stays NaN: it certifies nothing. Nor does a lower bound above an upper one, where the bounds cannot hold.
    private double gap() {
        double gap = primal + ofPrimal - dual.value();
        return gap < 0 ? Double.POSITIVE_INFINITY : gap;
    }

    private double rounding() {
        return ofPrimal + dual.rounding();
    }

    private void computePrimal(Coefficients coefficients) {
        problem.requireShape(coefficients);
        System.arraycopy(coefficients.intercept(), 0, intercept, 0, intercept.length);
        products.scores(coefficients.weights(), coefficients.intercept(), scores);
        softmax.set(scores);
        double loss = softmax.meanLoss(scores, problem.labels());
        double penalty = problem.lambda() * coefficients.l1Norm();
        primal = loss + penalty;
        ofPrimal = errors.ofPrimal(coefficients, problem.design().magnitudes(), loss, penalty);
    }

    private double kkt(Coefficients coefficients) {
        double[] means = new double[problem.classes()];
        for (int k = 0; k < means.length; k++) {
            means[k] = KERNELS.sum(residuals[k], problem.samples()) / problem.samples();
        }
        return Kkt.residual(coefficients, gradient, means, problem.lambda());
    }

    // Refits the intercept in `scores`.
    private void computeDual() {
        interceptFit.fit(scores);
        for (int k = 0; k < intercept.length; k++) {
            intercept[k] += interceptFit.shift()[k];
        }
        softmax.residuals(problem.labels(), residuals);
        dual.closeRows(residuals);
        products.gradient(residuals, gradient);
        dual.set(scores, residuals, gradient);
    }
}
