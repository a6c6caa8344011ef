package io.github.l1bench.result;

/**
 * One penalty of a regularisation path.
 *
 * @param lambda the penalty
 * @param solver that found the solution
 * @param primal P
 * @param relativeGap certified gap / P
 * @param nonzeros nonzero weights
 * @param sparsityPercent zero weights in percent
 * @param trainAccuracy share of training rows classified correctly
 * @param testAccuracy share of test rows classified correctly
 */
public record PathPoint(
        double lambda,
        String solver,
        double primal,
        double relativeGap,
        int nonzeros,
        double sparsityPercent,
        double trainAccuracy,
        double testAccuracy) {}
