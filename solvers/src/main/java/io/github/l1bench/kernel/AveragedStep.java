package io.github.l1bench.kernel;

/** Proximal steps along an average of gradients, element by element. */
public final class AveragedStep {
    private AveragedStep() {}

    /**
     * {@link Vectors#softThreshold} of a finite number without branches, to the last bit: of (v - t) + |v - t| and
     * (v + t) - |v + t| one is zero exactly and the other twice the result. Absolute values vectorise; comparisons do
     * not, and Java's minimum and maximum cost half as much again.
     */
    public static double shrink(double v, double t) {
        double above = v - t;
        double below = v + t;
        return 0.5 * ((above + Math.abs(above)) + (below - Math.abs(below)));
    }

    /**
     * A step along one new gradient and the average of those remembered, on the first {@code n} elements:
     * {@code w = soft(w - (a x + c g), t)}, then {@code g += a x}. Not cut into chunks, for callers come back for every
     * sample.
     *
     * @param w modified
     * @param g modified
     * @param t the threshold, not negative
     */
    public static void take(double[] w, double[] g, double[] x, double a, double c, double t, int n) {
        for (int i = 0; i < n; i++) {
            double move = a * x[i];
            double old = g[i];
            w[i] = shrink(w[i] - (move + c * old), t);
            g[i] = old + move;
        }
    }
}
