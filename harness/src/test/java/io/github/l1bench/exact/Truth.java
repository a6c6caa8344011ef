package io.github.l1bench.exact;

import io.github.l1bench.problem.Certificate;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.Standardization;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What is true of coefficients. A certificate is called false only beyond doubt: P* is replaced by an upper bound of it,
 * and the rounding of the reference itself is granted.
 *
 * @param objective P(W, b)
 * @param best an upper bound of P*, 18 digits above it at most
 * @param rounding of the reference
 */
record Truth(DoubleDouble objective, DoubleDouble best, DoubleDouble rounding) {
    private static final double ROUNDING = 1e-29;

    static Truth of(ExactProblem problem, ExactOptimum optimum, Coefficients coefficients) {
        double largest = 1 + optimum.primal().hi() + largestScore(problem, coefficients);
        DoubleDouble objective = problem.objective(coefficients);
        return new Truth(objective, optimum.primal(), DoubleDouble.of(ROUNDING * (largest + Math.abs(objective.hi()))));
    }

    // The largest sum of |W_jk x_ij| and |b_k|, in which P's scores may cancel.
    private static double largestScore(ExactProblem problem, Coefficients coefficients) {
        Standardization map = problem.map();
        double largest = 0;
        for (int i = 0; i < problem.samples(); i++) {
            for (int k = 0; k < problem.classes(); k++) {
                double sum = Math.abs(coefficients.intercept()[k]);
                for (int j = 0; j < problem.features(); j++) {
                    double x = (problem.raw().get(i, j) - map.center()[j]) / map.scale()[j];
                    sum += Math.abs(coefficients.weights()[k][j] * x);
                }
                largest = Math.max(largest, sum);
            }
        }
        return largest;
    }

    /** P(W, b) - P*, or a little less. */
    DoubleDouble gap() {
        return objective.minus(best);
    }

    /** (P(W, b) - P*) / P(W, b), or a little less. */
    DoubleDouble relativeGap() {
        return gap().dividedBy(objective);
    }

    /** What of {@code certificate} is not true, a sentence each. */
    List<String> falseClaims(Certificate certificate) {
        List<String> claims = new ArrayList<>();
        if (DoubleStream.of(certificate.primal(), certificate.dual(), certificate.gap(), certificate.relativeGap())
                .anyMatch(Double::isNaN)) {
            claims.add("a number is NaN in " + certificate);
            return claims;
        }
        DoubleDouble relativeRounding = rounding.dividedBy(objective);
        refute(claims, "gap", certificate.gap(), gap().minus(rounding));
        refute(claims, "relative gap", certificate.relativeGap(), relativeGap().minus(relativeRounding));
        if (DoubleDouble.of(certificate.dual()).exceeds(best.plus(rounding))) {
            claims.add(String.format(
                    "dual %s is above P* = %s by %.2g",
                    certificate.dual(),
                    best,
                    DoubleDouble.of(certificate.dual()).minus(best).hi()));
        }
        return claims;
    }

    private static void refute(List<String> claims, String what, double claimed, DoubleDouble truth) {
        if (truth.exceeds(DoubleDouble.of(claimed))) {
            claims.add(String.format(
                    "%s is said to be at most %.3g but is %.3g, %.2g more",
                    what,
                    claimed,
                    truth.hi(),
                    truth.minus(DoubleDouble.of(claimed)).hi()));
        }
    }
}
