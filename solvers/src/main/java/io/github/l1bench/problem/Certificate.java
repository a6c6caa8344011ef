package io.github.l1bench.problem;

/**
 * What is known for certain about coefficients, from problem and coefficients alone: P(W, b) - P* <= gap.
 *
 * @param primal P(W, b)
 * @param dual a lower bound of P*: the dual objective of a feasible point
 * @param gap primal - dual, not negative
 * @param kkt the KKT residual: the largest of |g_jk + lambda sign W_jk| where W_jk is not 0, |g_jk| - lambda where it
 *     is, and |column sums of R| / n, with g = -X' R / n and R = Y - P
 */
public record Certificate(double primal, double dual, double gap, double kkt) {
    /** The certificate of {@code coefficients} for {@code problem}; neither is modified. Costs up to two passes. */
    public static Certificate of(MultinomialProblem problem, Coefficients coefficients) {
        return new Certifier(problem).certify(coefficients);
    }

    /** gap / primal, what this project calls the relative gap. */
    public double relativeGap() {
        return gap / primal;
    }
}
