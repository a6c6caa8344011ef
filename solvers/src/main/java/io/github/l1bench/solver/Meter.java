package io.github.l1bench.solver;

/** Counts the passes of a run. Several threads may work, and add what they do. */
final class Meter {
    private double passes;

    /** Starts another run. */
    synchronized void reset() {
        passes = 0;
    }

    /**
     * Adds {@code work} passes.
     *
     * @throws IllegalArgumentException if it is negative or not a finite number
     */
    synchronized void add(double work) {
        if (!(work >= 0) || Double.isInfinite(work)) {
            throw new IllegalArgumentException("work of " + work + " passes was reported; work is 0 or more");
        }
        passes += work;
    }

    synchronized double passes() {
        return passes;
    }
}
