package io.github.l1bench.view;

import io.github.l1bench.problem.Penalty;

/** How pages write a penalty: as lambda and on the two other scales that people give it on. */
public final class PenaltyWords {
    private PenaltyWords() {}

    /** {@code λ = 0.02, λ / λmax = 0.0512, C = 0.0100}. */
    public static String of(Penalty penalty) {
        return "λ = " + penalty.lambda() + ", " + others(penalty);
    }

    /** {@code λ / λmax = 0.0512, C = 0.0100}. */
    public static String others(Penalty penalty) {
        return "λ / λmax = " + ratio(penalty) + ", C = " + c(penalty);
    }

    /** {@code 0.0512}, or a dash where lambda max is 0. */
    public static String ratio(Penalty penalty) {
        return Double.isFinite(penalty.ratio()) ? Quantity.digits(penalty.ratio(), 3) : Quantity.NONE;
    }

    /** {@code 0.0100}. */
    public static String c(Penalty penalty) {
        return Quantity.digits(penalty.c(), 3);
    }
}
