package io.github.l1bench.kernel;

/** Steps of proximal methods, element by element. */
public final class ProximalStep {
    private ProximalStep() {}

    /**
     * A step along one new gradient and the average of those remembered, on the first {@code n} elements:
     * {@code w = soft(w - (a x + c g), t)}, then {@code g += a x}.
     *
     * <p>The threshold is written as soft(v, t) = ((v - t) + |v - t| + (v + t) - |v + t|) / 2, in that grouping equal to
     * {@link Vectors#softThreshold} to the last bit: one of the two halves is zero exactly and the other twice the
     * result. Absolute values vectorise; comparisons do not, and Java's minimum and maximum cost half as much again.
     *
     * @param w modified
     * @param g modified
     * @param t the threshold, not negative
     */
    public static void averaged(double[] w, double[] g, double[] x, double a, double c, double t, int n) {
        for (int i = 0; i < n; i++) {
            double move = a * x[i];
            double old = g[i];
            double v = w[i] - (move + c * old);
            double above = v - t;
            double below = v + t;
            w[i] = 0.5 * ((above + Math.abs(above)) + (below - Math.abs(below)));
            g[i] = old + move;
        }
    }
}
