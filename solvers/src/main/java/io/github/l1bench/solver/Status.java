package io.github.l1bench.solver;

/** Which rule ended a run. */
public enum Status {
    /** The relative duality gap that was asked for holds. */
    CERTIFIED,
    /** The weights changed by no more than the tolerance over one epoch, the rule of the published example. */
    RELATIVE_CHANGE,
    /** The passes were used up. */
    PASS_LIMIT,
    /** The seconds were used up. */
    TIME_LIMIT,
    /** The gap asked for lies below what double arithmetic resolves on this problem, and what is left is rounding. */
    PRECISION_LIMIT,
    /** The monitor ended it. */
    MONITOR,
    /** The solver gave up by itself: it could make no more progress. */
    STALLED;

    /** The name as people read it: {@code pass limit}. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
