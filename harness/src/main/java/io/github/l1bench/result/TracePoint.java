package io.github.l1bench.result;

/**
 * One point of a run's trace, evaluated while the run's clock stood still.
 *
 * @param passes passes spent so far
 * @param epochs the solver's own iterations so far
 * @param seconds seconds spent so far
 * @param primal P
 * @param dual a certified lower bound of P*
 * @param relativeGap (primal - dual) / primal
 * @param nonzeros nonzero weights
 * @param sparsityPercent zero weights in percent
 * @param testAccuracy share of test rows classified correctly, null without test rows
 */
public record TracePoint(
        double passes,
        int epochs,
        double seconds,
        double primal,
        double dual,
        double relativeGap,
        int nonzeros,
        double sparsityPercent,
        Double testAccuracy) {}
