package io.github.l1bench.solver.newton;

import static io.github.l1bench.kernel.KernelChoice.KERNELS;

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

    // Samples whose ratios are multiplied before their logarithm is taken: no product overflows, because a step changes
    // each by e^16 at most, a small one by e^0.12.
    private static final int GROUP = 16;
    private static final int GROUP_OF_SMALL = State.GRAIN;

    private final double[][] trial;
    private final double[] ratios;
    private final double[] logarithms;
    private double moved;

    LineSearch(int samples) {
        this.trial = new double[3][samples];
        this.ratios = new double[samples];
        this.logarithms = new double[(samples + GROUP - 1) / GROUP];
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
        double largest = maxAbs(state, dz);
        double ofLabels = 0;
        for (int i : state.rowsOfClass(k)) {
            ofLabels += dz[i];
        }
        ofLabels /= state.samples();
        double t = largest > MAX_MOVE ? MAX_MOVE / largest : 1;
        for (int halving = 0; halving <= MAX_HALVINGS; halving++, t /= 2) {
            boolean trusted = promise < ROUNDING;
            boolean small = t * largest <= Exponential.SMALL;
            tryStep(state, k, dz, t, small, !trusted);
            double loss = trusted ? 0 : sumOfLogarithms(small) / state.samples() - t * ofLabels;
            if (trusted || loss + penalty.change(t) <= SUFFICIENT * t * slope) {
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

    private double sumOfLogarithms(boolean small) {
        return Vectors.sum(logarithms, (ratios.length + group(small) - 1) / group(small));
    }

    private static int group(boolean small) {
        return small ? GROUP_OF_SMALL : GROUP;
    }

    private static double maxAbs(State state, double[] x) {
        double[] largest = new double[state.team().size()];
        state.team()
                .run(
                        state.samples(),
                        State.GRAIN,
                        (from, to, member) -> largest[member] = Math.max(largest[member], Vectors.maxAbs(x, from, to)));
        return Vectors.maxAbs(largest, 0, largest.length);
    }

    private void tryStep(State state, int k, double[] dz, double t, boolean small, boolean measured) {
        double[] z = state.scores()[k];
        double[] e = state.exponentials(k);
        double[] s = state.sums();
        // Block by block, which stay in the first-level cache.
        state.team().run(state.samples(), State.GRAIN, (first, end, member) -> {
            for (int from = first; from < end; from += State.GRAIN) {
                int to = Math.min(end, from + State.GRAIN);
                add(z, dz, t, trial[0], from, to);
                if (small) {
                    Exponential.minusOneOfSmall(t, dz, trial[1], from, to);
                    grow(s, e, trial[1], trial[2], ratios, from, to);
                } else {
                    KERNELS.exponentials(trial[0], state.maxima(), trial[1], from, to);
                    replace(s, e, trial[1], trial[2], ratios, from, to);
                }
                if (measured) {
                    takeLogarithms(ratios, logarithms, group(small), from, to);
                }
            }
        });
    }

    private static void add(double[] z, double[] dz, double t, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = z[i] + t * dz[i];
        }
    }

    private static void replace(
            double[] s, double[] before, double[] after, double[] out, double[] ratio, int from, int to) {
        for (int i = from; i < to; i++) {
            double v = (s[i] - before[i]) + after[i];
            out[i] = v;
            ratio[i] = v / s[i];
        }
    }

    // Where scores move little, exponentials grow by a factor near 1, which costs half and loses no digits of s.
    private static void grow(
            double[] s, double[] before, double[] growth, double[] out, double[] ratio, int from, int to) {
        for (int i = from; i < to; i++) {
            double more = before[i] * growth[i];
            double v = s[i] + more;
            growth[i] = before[i] + more;
            out[i] = v;
            ratio[i] = v / s[i];
        }
    }

    // sum_i log x_i of each group by one logarithm.
    private static void takeLogarithms(double[] x, double[] out, int group, int from, int to) {
        for (int i = from; i < to; i += group) {
            out[i / group] = Math.log(product(x, i, Math.min(to, i + group)));
        }
    }

    private static double product(double[] x, int from, int to) {
        double a = 1, b = 1, c = 1, d = 1;
        int q = from;
        for (; q < to - 3; q += 4) {
            a *= x[q];
            b *= x[q + 1];
            c *= x[q + 2];
            d *= x[q + 3];
        }
        for (; q < to; q++) {
            a *= x[q];
        }
        return (a * b) * (c * d);
    }

    /** lambda (|w + t d|_1 - |w|_1). */
    @FunctionalInterface
    interface Penalty {
        double change(double t);
    }
}
