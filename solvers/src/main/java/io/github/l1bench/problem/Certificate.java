package io.github.l1bench.problem;

/**
 * What is known for certain about coefficients, from problem and coefficients alone: P(W, b) - P* <= gap.
 *
 * @param primal P(W, b), as computed
 * @param dual a lower bound of P*: the dual objective of a feasible point, less what rounding may have added
 * @param gap a bound on P(W, b) - P*: primal - dual, and what rounding may have taken from the primal
 * @param rounding the part of the gap that is a bound on rounding errors
 * @param kkt the KKT residual: the largest of |g_jk + lambda sign W_jk| where W_jk is not 0, |g_jk| - lambda where it
 *     is, and |column sums of R| / n, with g = -X' R / n and R = Y - P
 */
public record Certificate(double primal, double dual, double gap, double rounding, double kkt) {
    /** The certificate of {@code coefficients} for {@code problem}; neither is modified. Costs up to two passes. */
    public static Certificate of(MultinomialProblem problem, Coefficients coefficients) {
        return new Certifier(problem).certify(coefficients);
    }

    /** gap / primal, what this project calls the relative gap. */
    public double relativeGap() {
        return gap / primal;
    }
}
