package io.github.l1bench.problem;

/**
 * What a look at the certificate tells, relative to P.
 *
 * @param relative a bound on (P - P*) / P: the duality gap, its own rounding errors included
 * @param rounding the part of it that is a bound on rounding errors; no solver gets below
 */
public record Gap(double relative, double rounding) {
    /** Whether the gap is at most {@code target}. */
    public boolean isWithin(double target) {
        return relative <= target;
    }

    /** Whether {@code target} lies below what the arithmetic resolves, and about all that is left is rounding. */
    public boolean isUnresolved(double target) {
        return rounding > target && relative <= 2 * rounding;
    }
}
