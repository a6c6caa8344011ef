package io.github.l1bench.problem;

/** The Karush-Kuhn-Tucker conditions of P: at an optimum their residuals are 0. */
public final class Kkt {
    private Kkt() {}

    /**
     * How far 0 lies outside the subdifferential of P in one weight w: |g + lambda sign w|, and |g| - lambda, no less than
     * 0, where w is 0.
     *
     * @param g the gradient of the loss in that weight
     */
    public static double residual(double w, double g, double lambda) {
        return w != 0 ? Math.abs(g + lambda * Math.signum(w)) : Math.max(0, Math.abs(g) - lambda);
    }

    /**
     * The worst residual of all coefficients.
     *
     * @param descent X' R / n, minus the gradient of the loss, K rows of p
     * @param means column sums of R / n, K values
     */
    public static double residual(Coefficients coefficients, double[][] descent, double[] means, double lambda) {
        double worst = 0;
        for (int k = 0; k < means.length; k++) {
            worst = Math.max(worst, Math.abs(means[k]));
            double[] w = coefficients.weights()[k];
            for (int j = 0; j < w.length; j++) {
                worst = Math.max(worst, residual(w[j], -descent[k][j], lambda));
            }
        }
        return worst;
    }
}
