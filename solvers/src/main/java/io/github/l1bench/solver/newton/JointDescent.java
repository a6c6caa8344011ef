package io.github.l1bench.solver.newton;

import io.github.l1bench.kernel.Vectors;
import java.util.Arrays;

/**
 * Minimises the model of a joint step,
 *
 * <pre>
 *   g' d + (1/2) d' H d + lambda |w + d|_1,    intercepts not penalised:
 * </pre>
 *
 * rounds of coordinate descent over all coordinates find out which are zero; between two of them rounds over the others,
 * and where these do not settle soon, Newton's step on the others, which is exact as long as no sign changes: it goes as
 * far as to the first coordinate that becomes zero.
 *
 * <p>What the softmax cannot see, the same number added to all weights of a feature, H does not see either; coordinates
 * would creep along it, so that after each round over all the median is taken off.
 */
final class JointDescent {
    private static final int MAX_ROUNDS = 100;
    private static final int INNER_ROUNDS = 50;
    private static final int MEMORY = 5;

    private final WorkingSet set;
    private final double lambda;
    private final double[][] h;
    private final boolean[] free;
    private final int[][] shared;
    private final Anderson anderson = new Anderson(MEMORY);
    private final double[] scale;
    private double multiplied;

    /** @param h M x M, in the order of {@link JointHessian} */
    JointDescent(WorkingSet set, double lambda, double[][] h) {
        this.set = set;
        this.lambda = lambda;
        this.h = h;
        this.free = set.intercepts();
        this.shared = set.shared();
        this.scale = new double[2 * h.length];
        for (int a = 0; a < h.length; a++) {
            scale[a] = Math.sqrt(h[a][a]);
        }
    }

    /** Multiply-adds so far. */
    double multiplied() {
        return multiplied;
    }

    /**
     * @param g gradient at d = 0; becomes the gradient of the model's smooth part at d
     * @param w current values, M; overwritten with w + d, zeros exact
     * @param enough the largest violation of the model's optimality conditions that is good enough
     */
    void minimize(double[] g, double[] w, double enough) {
        for (int round = 0; round < MAX_ROUNDS; round++) {
            for (int a = w.length - 1; a >= 0; a--) {
                step(a, g, w);
            }
            subtractMedians(w);
            if (violation(g, w, free, lambda) <= enough) {
                return;
            }
            settleNonzeros(g, w, enough);
        }
    }

    private void settleNonzeros(double[] g, double[] w, double enough) {
        int[] nonzeros = nonzeros(w);
        anderson.restart();
        for (int inner = 1; inner <= INNER_ROUNDS; inner++) {
            double[] before = joined(w, g);
            for (int q = nonzeros.length - 1; q >= 0; q--) {
                step(nonzeros[q], g, w);
            }
            anderson.add(before, joined(w, g), scale);
            if (inner % MEMORY == 0 && (!extrapolate(g, w) || violation(g, w, nonzeros) <= enough)) {
                return;
            }
        }
    }

    private static double[] joined(double[] w, double[] g) {
        double[] both = Arrays.copyOf(w, w.length + g.length);
        System.arraycopy(g, 0, both, w.length, g.length);
        return both;
    }

    // Goes to Anderson's point if the model is smaller there; returns whether no coordinate became zero.
    private boolean extrapolate(double[] g, double[] w) {
        double[] c = anderson.coefficients();
        double[] both = c == null ? null : anderson.combine(c);
        anderson.restart();
        if (both == null) {
            return true;
        }
        int m = w.length;
        double[] gradient = Arrays.copyOfRange(both, m, 2 * m);
        double[] point = w.clone();
        boolean same = true;
        double change = 0;
        for (int a = 0; a < m; a++) {
            double next = both[a];
            if (!free[a] && next != 0 && (w[a] == 0 || next * w[a] < 0)) {
                move(a, -next, gradient);
                same &= w[a] == 0;
                next = 0;
            }
            point[a] = next;
        }
        for (int a = 0; a < m; a++) {
            change += (g[a] + gradient[a]) / 2 * (point[a] - w[a]);
            change += free[a] ? 0 : lambda * (Math.abs(point[a]) - Math.abs(w[a]));
        }
        if (change < 0) {
            System.arraycopy(point, 0, w, 0, m);
            System.arraycopy(gradient, 0, g, 0, m);
            return same;
        }
        return true;
    }

    private int[] nonzeros(double[] w) {
        int[] nonzeros = new int[w.length];
        int count = 0;
        for (int a = 0; a < w.length; a++) {
            if (w[a] != 0 || free[a]) {
                nonzeros[count++] = a;
            }
        }
        return Arrays.copyOf(nonzeros, count);
    }

    // Moves one coordinate to its minimum.
    private void step(int a, double[] g, double[] w) {
        double curvature = h[a][a] + Double.MIN_NORMAL;
        double next = Vectors.softThreshold(w[a] - g[a] / curvature, free[a] ? 0 : lambda / curvature);
        double change = next - w[a];
        if (change == 0 || !Double.isFinite(change)) {
            return;
        }
        move(a, change, g);
        w[a] = next;
    }

    private void move(int a, double change, double[] g) {
        Vectors.axpy(change, h[a], g, g.length);
        multiplied += g.length;
    }

    private double violation(double[] g, double[] w, int[] of) {
        double worst = 0;
        for (int a : of) {
            worst = Math.max(worst, violation(g[a], w[a], free[a] ? 0 : lambda));
        }
        return worst;
    }

    /**
     * The largest violation of the optimality conditions.
     *
     * @param g gradient of the smooth part
     * @param w values
     * @param free which are not penalised
     */
    static double violation(double[] g, double[] w, boolean[] free, double lambda) {
        double worst = 0;
        for (int a = 0; a < w.length; a++) {
            worst = Math.max(worst, violation(g[a], w[a], free[a] ? 0 : lambda));
        }
        return worst;
    }

    private static double violation(double g, double w, double lambda) {
        return w == 0 ? Math.abs(g) - lambda : Math.abs(g + lambda * Math.signum(w));
    }

    private void subtractMedians(double[] w) {
        double[] values = new double[set.features().length];
        for (int[] places : shared) {
            double median = median(w, places, values);
            if (median != 0) {
                for (int place : places) {
                    w[place] -= median;
                }
            }
        }
    }

    // Of the medians the one nearest to zero.
    private static double median(double[] w, int[] places, double[] values) {
        for (int k = 0; k < places.length; k++) {
            values[k] = w[places[k]];
        }
        Arrays.sort(values);
        double low = values[(values.length - 1) / 2];
        double high = values[values.length / 2];
        return low > 0 ? low : high < 0 ? high : 0;
    }
}
