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
}
