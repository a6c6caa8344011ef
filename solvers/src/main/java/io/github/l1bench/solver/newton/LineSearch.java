package io.github.l1bench.solver.newton;

import io.github.l1bench.kernel.Exponential;
import io.github.l1bench.kernel.Vectors;

/**
 * Armijo's rule along a direction of one class, with the exact change of the loss,
 *
 * <pre>
 *   (1/n) sum_i log(s_i(t) / s_i) - (t/n) sum_{y_i = k} dz_i,
 * </pre>
 *
 * whose ratios are close to 1 near the optimum: no cancellation between two losses.
 */
final class LineSearch {
    private static final double SUFFICIENT = 0.01;
    private static final int MAX_HALVINGS = 20;
    // A Newton step is a model of the softmax nearby: no score moves further than this at once.
    private static final double MAX_MOVE = 8;
    // Steps that promise less than this change the loss by less than its rounding shows; Newton's step is taken.
    private static final double ROUNDING = 1e-14;

    private final double[][] trial;
    private final double[] ratios;
    private double moved;

    LineSearch(int samples) {
        this.trial = new double[3][samples];
        this.ratios = new double[samples];
    }

    /**
     * Moves the scores of class k by t dz for the first t of 1, 1/2, 1/4, ... that decreases the objective enough. With
     * a step of 0 nothing is changed.
     *
     * @param state its scores, E and s are modified; its weights are not
     * @param dz change of the scores at t = 1, n values
     * @param penalty the change of the penalty as a function of t
     * @param slope g' d plus the change of the penalty at t = 1, negative
     * @param promise what {@link InnerDescent#minimize} returned
     * @return t
     */
    double search(State state, int k, double[] dz, Penalty penalty, double slope, double promise) {
        double largest = Vectors.maxAbs(dz, dz.length);
        double ofLabels = 0;
        for (int i : state.rowsOfClass(k)) {
            ofLabels += dz[i];
        }
        ofLabels /= state.samples();
        double t = largest > MAX_MOVE ? MAX_MOVE / largest : 1;
        for (int halving = 0; halving <= MAX_HALVINGS; halving++, t /= 2) {
            tryStep(state, k, dz, t);
            double loss = promise < ROUNDING ? 0 : logProduct(ratios) / state.samples() - t * ofLabels;
            if (promise < ROUNDING || loss + penalty.change(t) <= SUFFICIENT * t * slope) {
                state.swap(k, trial);
                moved = t * largest;
                return t;
            }
        }
        moved = 0;
        return 0;
    }

    /** How far the last accepted step moved a score at most. */
    double moved() {
        return moved;
    }

    private void tryStep(State state, int k, double[] dz, double t) {
        int n = state.samples();
        add(state.scores()[k], dz, t, trial[0], n);
        Exponential.shifted(trial[0], state.maxima(), trial[1], n);
        replace(state.sums(), state.exponentials(k), trial[1], trial[2], ratios, n);
    }

    private static void add(double[] z, double[] dz, double t, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = z[i] + t * dz[i];
        }
    }

    private static void replace(double[] s, double[] before, double[] after, double[] out, double[] ratio, int n) {
        for (int i = 0; i < n; i++) {
            double v = (s[i] - before[i]) + after[i];
            out[i] = v;
            ratio[i] = v / s[i];
        }
    }

    // sum_i log x_i by one logarithm for sixteen factors; each is within e^-16 and e^16, so none overflows.
    private static double logProduct(double[] x) {
        double total = 0;
        int i = 0;
        for (; i + 16 <= x.length; i += 16) {
            double a = 1, b = 1;
            for (int q = i; q < i + 16; q += 2) {
                a *= x[q];
                b *= x[q + 1];
            }
            total += Math.log(a * b);
        }
        for (; i < x.length; i++) {
            total += Math.log(x[i]);
        }
        return total;
    }

    /** lambda (|w + t d|_1 - |w|_1). */
    @FunctionalInterface
    interface Penalty {
        double change(double t);
    }
}
