package io.github.l1bench.result;

import io.github.l1bench.problem.Certificate;
import io.github.l1bench.problem.Coefficients;

/**
 * What coefficients are worth: one evaluation. In JSON its fields stand among those of what was evaluated, of which some
 * keep fewer; a number that was not kept comes back as NaN.
 *
 * @param primal P
 * @param dual a certified lower bound of P*
 * @param gap a certified bound on P - P*
 * @param relativeGap gap / primal
 * @param kkt KKT residual
 * @param nonzeros nonzero weights
 * @param sparsityPercent zero weights in percent
 * @param trainAccuracy share of training rows classified correctly
 * @param testAccuracy share of test rows classified correctly, null without test rows
 */
public record Fit(
        double primal,
        double dual,
        double gap,
        double relativeGap,
        double kkt,
        int nonzeros,
        double sparsityPercent,
        double trainAccuracy,
        Double testAccuracy) {
    /** Nothing was evaluated. */
    public static final Fit NONE =
            new Fit(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0, Double.NaN, Double.NaN, null);

    /** That of {@code coefficients}, which {@code certificate} is of; they are not modified. */
    public static Fit of(
            Certificate certificate, Coefficients coefficients, double trainAccuracy, Double testAccuracy) {
        return new Fit(
                certificate.primal(),
                certificate.dual(),
                certificate.gap(),
                certificate.relativeGap(),
                certificate.kkt(),
                coefficients.nonzeros(),
                coefficients.sparsityPercent(),
                trainAccuracy,
                testAccuracy);
    }
}
