package io.github.l1bench.experiment;

import io.github.l1bench.solver.Stopping;
import io.github.l1bench.solver.Variant;

/**
 * What is run once: a configured solver and when it stops.
 *
 * @param label what tables and charts call it
 * @param variant solver and options
 * @param stopping the rules to stop
 * @param published whether this replays the published example's rule
 */
public record Cell(String label, Variant variant, Stopping stopping, boolean published) {
    /** The published example: scikit-learn's SAGA, stopped at a relative change of {@code tolerance} an epoch. */
    public static Cell published(Variant saga, double tolerance) {
        String label = saga + ", tol " + plain(tolerance);
        return new Cell(label, saga, Stopping.atRelativeChange(tolerance), true);
    }

    /** {@code variant} until the relative gap is certified, or {@code maxSeconds} have passed. */
    public static Cell certified(Variant variant, double relativeGap, double maxSeconds) {
        Stopping stopping = Stopping.atRelativeGap(relativeGap).withinSeconds(maxSeconds);
        return new Cell(variant.toString(), variant, stopping, false);
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
