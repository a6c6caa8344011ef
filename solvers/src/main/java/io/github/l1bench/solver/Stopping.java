package io.github.l1bench.solver;

import java.util.OptionalDouble;

/**
 * When to stop: the first rule that holds ends the run.
 *
 * @param relativeGap stop once gap / P is certified to be at most this; empty to never look
 * @param relativeChange stop once max |W - W_previous| / max |W| over one epoch is at most this, the rule of
 *     scikit-learn's SAGA; empty to not apply it
 * @param maxPasses stop at this many passes, looks included; infinity for no limit; a step under way is finished, so that
 *     a few more may be spent
 * @param maxSeconds stop after this many seconds; infinity for no limit
 */
public record Stopping(OptionalDouble relativeGap, OptionalDouble relativeChange, double maxPasses, double maxSeconds) {
    /** Checks that every bound is a positive number, and the relative gap below 1, that of no knowledge. */
    public Stopping {
        relativeGap.ifPresent(Stopping::requireShare);
        relativeChange.ifPresent(v -> requirePositive("the tolerance", v));
        requirePositive("the limit of passes", maxPasses);
        requirePositive("the limit of seconds", maxSeconds);
    }

    private static void requireShare(double gap) {
        if (!(gap > 0 && gap < 1)) {
            throw new IllegalArgumentException("the relative gap is " + gap + "; it must lie between 0 and 1");
        }
    }

    private static void requirePositive(String what, double value) {
        if (!(value > 0)) {
            throw new IllegalArgumentException(what + " is " + value + "; it must be a positive number");
        }
    }

    private static final OptionalDouble NONE = OptionalDouble.empty();
    private static final double NO_LIMIT = Double.POSITIVE_INFINITY;

    /** Until gap / P is certified to be at most {@code target}. */
    public static Stopping atRelativeGap(double target) {
        return new Stopping(OptionalDouble.of(target), NONE, NO_LIMIT, NO_LIMIT);
    }

    /** Until the weights change by at most {@code tolerance} over one epoch. */
    public static Stopping atRelativeChange(double tolerance) {
        return new Stopping(NONE, OptionalDouble.of(tolerance), NO_LIMIT, NO_LIMIT);
    }

    /** For a number of passes. */
    public static Stopping afterPasses(double passes) {
        return new Stopping(NONE, NONE, passes, NO_LIMIT);
    }

    /** The same within a number of passes. */
    public Stopping withinPasses(double passes) {
        return new Stopping(relativeGap, relativeChange, passes, maxSeconds);
    }

    /** The same within a number of seconds. */
    public Stopping withinSeconds(double seconds) {
        return new Stopping(relativeGap, relativeChange, maxPasses, seconds);
    }
}
