package io.github.l1bench.solver.newton;

import io.github.l1bench.kernel.Vectors;

/**
 * The Newton direction of one class: minimises the model
 *
 * <pre>
 *   g' d + (1/2) d' H d + lambda sum_a |w_a + d_a|,    the last coordinate, the intercept, not penalised,
 * </pre>
 *
 * by cyclic coordinate descent, keeping g + H d up to date: m multiply-adds a coordinate that moves.
 */
final class InnerDescent {
    static final int MAX_ROUNDS = 30;
    // A round whose largest decrease is this share of the first round's has solved the model well enough.
    private static final double SHARE = 1e-4;

    private InnerDescent() {}

    /**
     * @param h H, m x m, with a diagonal that is not negative
     * @param g gradient at d = 0; becomes the gradient of the model's smooth part at d
     * @param w current values, m; overwritten with w + d, zeros exact
     * @param rounds how many rounds at most
     * @return max_a d_a^2 H_aa, about twice the decrease that the largest coordinate brings
     */
    static double minimize(double[][] h, double[] g, double[] w, double lambda, int rounds) {
        int m = g.length;
        double[] start = w.clone();
        double[] inverse = inverseDiagonal(h);
        double first = 0;
        for (int round = 0; round < rounds; round++) {
            double largest = 0;
            for (int a = m - 1; a >= 0; a--) {
                largest = Math.max(largest, step(a, h[a], inverse[a], g, a == m - 1 ? 0 : lambda, w));
            }
            if (round == 0) {
                first = largest;
            }
            if (largest <= SHARE * first) {
                break;
            }
        }
        double largest = 0;
        for (int a = 0; a < m; a++) {
            double d = w[a] - start[a];
            largest = Math.max(largest, d * d * h[a][a]);
        }
        return largest;
    }

    private static double[] inverseDiagonal(double[][] h) {
        double[] inverse = new double[h.length];
        for (int a = 0; a < inverse.length; a++) {
            inverse[a] = 1 / (h[a][a] + Double.MIN_NORMAL);
        }
        return inverse;
    }

    // Moves one coordinate to its minimum; returns change^2 H_aa.
    private static double step(int a, double[] row, double inverse, double[] g, double lambda, double[] w) {
        double next = Vectors.softThreshold(w[a] - g[a] * inverse, lambda * inverse);
        double change = next - w[a];
        if (change == 0 || !Double.isFinite(change)) {
            return 0;
        }
        w[a] = next;
        Vectors.axpy(change, row, g, g.length);
        return change * change * row[a];
    }
}
