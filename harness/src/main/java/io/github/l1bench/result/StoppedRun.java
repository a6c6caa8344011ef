package io.github.l1bench.result;

/**
 * The published run with one seed for split and sampler.
 *
 * @param seed of both
 * @param epochs until it stopped
 * @param met whether the published rule stopped it, and not a limit of epochs
 * @param primal P
 * @param relativeGap certified gap / P
 * @param nonzeros nonzero weights
 * @param sparsityPercent zero weights in percent
 * @param testAccuracy share of test rows classified correctly
 */
public record StoppedRun(
        int seed,
        int epochs,
        boolean met,
        double primal,
        double relativeGap,
        int nonzeros,
        double sparsityPercent,
        double testAccuracy) {}
