package io.github.l1bench.solver.firstorder;

import io.github.l1bench.problem.Iterate;

/** What the L1 norm asks of a quasi-Newton step: the pseudo-gradient and the orthant within which F is smooth. */
final class Orthant {
    private final double lambda;

    Orthant(double lambda) {
        this.lambda = lambda;
    }

    /**
     * Writes into {@code descent} minus the pseudo-gradient of F at {@code x}, where the loss has gradient {@code g}: on
     * a weight w that is not 0, -(g + lambda sign w); on a zero weight -soft(g, lambda), which is 0 where neither
     * direction descends; on the intercept -g.
     */
    void steepestDescent(Iterate x, Iterate g, Iterate descent) {
        for (int k = 0; k < x.weights().length; k++) {
            steepestDescent(x.weights()[k], g.weights()[k], descent.weights()[k]);
            descent.intercept()[k] = -g.intercept()[k];
        }
    }

    private void steepestDescent(double[] w, double[] g, double[] out) {
        for (int j = 0; j < out.length; j++) {
            double sign = w[j] != 0 ? Math.signum(w[j]) : Math.abs(g[j]) > lambda ? -Math.signum(g[j]) : 0;
            out[j] = w[j] == 0 && sign == 0 ? 0 : -(g[j] + lambda * sign);
        }
    }

    /** Sets to 0 what in the weights of {@code direction}, modified, has not the sign of {@code descent}. */
    static void dropOpposed(Iterate direction, Iterate descent) {
        for (int k = 0; k < direction.weights().length; k++) {
            double[] d = direction.weights()[k];
            double[] v = descent.weights()[k];
            for (int j = 0; j < d.length; j++) {
                if (d[j] * v[j] <= 0) {
                    d[j] = 0;
                }
            }
        }
    }

    /** x + length direction, a new point, with 0 for every weight that leaves the orthant of x, or of descent at 0. */
    static Iterate project(Iterate x, double length, Iterate direction, Iterate descent) {
        Iterate next = x.copy();
        next.add(length, direction);
        for (int k = 0; k < x.weights().length; k++) {
            double[] w = x.weights()[k];
            double[] v = descent.weights()[k];
            double[] out = next.weights()[k];
            for (int j = 0; j < out.length; j++) {
                if (out[j] * (w[j] != 0 ? w[j] : v[j]) <= 0) {
                    out[j] = 0;
                }
            }
        }
        return next;
    }
}
