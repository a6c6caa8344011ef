package io.github.l1bench.contract;

/** How far a solver has to come within the passes of a fixture. */
public enum Pace {
    /** As far as the plain proximal gradient method in a quarter of the passes, or to the certified gap. */
    FIRST_ORDER,
    /** To the certified gap, on every fixture, however badly scaled. */
    EXACT
}
