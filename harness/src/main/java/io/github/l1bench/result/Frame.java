package io.github.l1bench.result;

/**
 * The weights at one moment of a run.
 *
 * @param solver whose run it is
 * @param epochs after how many epochs; 0 for the certified optimum, whose moment is the end
 * @param primal P
 * @param relativeGap certified gap / P
 * @param nonzeros nonzero weights
 * @param sparsityPercent zero weights in percent
 * @param testAccuracy share of test rows classified correctly
 * @param coef weights, K rows of p, in the standardised features
 */
public record Frame(
        String solver,
        int epochs,
        double primal,
        double relativeGap,
        int nonzeros,
        double sparsityPercent,
        double testAccuracy,
        double[][] coef) {}
