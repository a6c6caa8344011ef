package io.github.l1bench.solver.newton;

import io.github.l1bench.kernel.Exponential;
import io.github.l1bench.kernel.Vectors;

/**
 * Steps that move the weights of one feature in two classes by the same amount. Where only these two classes share the
 * samples that have the feature, the loss hardly changes along that direction, W_jk and W_jl + delta alike, and steps of
 * one class alone creep. The step is Newton's in one dimension,
 *
 * <pre>
 *   delta = -(g_jk + g_jl + lambda (sign W_jk + sign W_jl)) / H,   H = (1/n) sum_i x_ij^2 q_i (1 - q_i),  q = p_k + p_l,
 * </pre>
 *
 * not beyond the point where the first of the two weights becomes zero, and halved until the objective falls.
 */
final class PairSteps {
    // Only pairs that violate optimality by this share of the worst violation are worth a step.
    private static final double SHARE = 0.1;
    private static final int MAX_HALVINGS = 10;

    private final State state;
    private final WorkingColumns columns;
    private final ClassStep classStep;
    private final double[] zeros;
    private final double[] work;
    private final double[] column;
    private final double[][][] trial;
    private double columnsRead;

    PairSteps(State state, WorkingColumns columns, ClassStep classStep) {
        int n = state.samples();
        this.state = state;
        this.columns = columns;
        this.classStep = classStep;
        this.zeros = new double[n];
        this.work = new double[n];
        this.column = new double[n];
        this.trial = new double[2][3][n];
    }

    /** Products with columns since the last call, in columns of n entries. */
    double takeColumnsRead() {
        double read = columnsRead;
        columnsRead = 0;
        return read;
    }

    /** Steps once along every pair of {@code set} that is far from optimal; the state is refreshed at the end. */
    void sweep(WorkingSet set) {
        double[][] violations = violations(set);
        double worst = 0;
        for (double[] v : violations) {
            worst = Math.max(worst, Vectors.maxAbs(v, v.length));
        }
        state.refresh();
        for (int k = 0; k < violations.length; k++) {
            for (int j = 0; j < violations[k].length; j++) {
                for (int l = k + 1; l < violations.length && state.weights()[k][j] != 0; l++) {
                    boolean both = state.weights()[l][j] != 0;
                    if (both && Math.abs(violations[k][j] + violations[l][j]) > SHARE * worst) {
                        step(j, k, l);
                    }
                }
            }
        }
        state.refresh();
    }

    // g_jk + lambda sign W_jk where W_jk is not zero, K rows of p.
    private double[][] violations(WorkingSet set) {
        double[][] violations = new double[state.classes()][state.weights()[0].length];
        for (int k = 0; k < violations.length; k++) {
            int[] features = set.features()[k];
            double[] g = classStep.gradient(k, features);
            for (int a = 0; a < features.length - 1; a++) {
                double w = state.weights()[k][features[a]];
                violations[k][features[a]] = w == 0 ? 0 : g[a] + state.lambda() * Math.signum(w);
            }
            columnsRead += features.length;
        }
        return violations;
    }

    private void step(int j, int k, int l) {
        int n = state.samples();
        double[] of = {state.weights()[k][j], state.weights()[l][j]};
        double signs = Math.signum(of[0]) + Math.signum(of[1]);
        double slope = -residualDot(j, k, l) / n + state.lambda() * signs;
        double full = -slope / curvature(j, k, l);
        double bound = bound(of, full);
        columns.combine(new int[] {j}, new double[] {1}, column);
        columnsRead += 3;
        double delta = Math.abs(full) < Math.abs(bound) ? full : bound;
        for (int halving = 0; halving < MAX_HALVINGS && delta != 0; halving++, delta /= 2) {
            double penalty = Math.abs(of[0] + delta) - Math.abs(of[0]) + Math.abs(of[1] + delta) - Math.abs(of[1]);
            if (lossChange(k, l, delta) + state.lambda() * penalty <= 0) {
                accept(j, k, l, delta);
                return;
            }
        }
    }

    // The change of either weight at which the first of them becomes zero, going the way of `delta`.
    private static double bound(double[] of, double delta) {
        double bound = Math.copySign(Double.POSITIVE_INFINITY, delta);
        for (double w : of) {
            if (w * delta < 0 && Math.abs(w) < Math.abs(bound)) {
                bound = -w;
            }
        }
        return Double.isInfinite(bound) && !Double.isFinite(delta) ? 0 : bound;
    }

    private double residualDot(int j, int k, int l) {
        state.residual(k, work);
        state.residual(l, trial[0][0]);
        Vectors.axpy(1, trial[0][0], work, work.length);
        columns.setVector(work, zeros);
        double[] dot = new double[1];
        columns.dots(new int[] {j}, 1, dot);
        return dot[0];
    }

    private double curvature(int j, int k, int l) {
        jointCurvature(state.exponentials(k), state.exponentials(l), state.sums(), work, work.length);
        columns.setWeights(work, new int[] {j});
        return columns.productsOf(j, 0).withItself() + Double.MIN_NORMAL;
    }

    private static void jointCurvature(double[] e, double[] f, double[] s, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            double q = Math.min(1, (e[i] + f[i]) / s[i]);
            out[i] = q * (1 - q);
        }
    }

    // (1/n) [ sum_i log(s_i(delta) / s_i) - delta sum_{y_i in {k, l}} x_i ]
    private double lossChange(int k, int l, double delta) {
        int n = state.samples();
        prepare(k, delta, trial[0]);
        prepare(l, delta, trial[1]);
        double[] sums = trial[0][2];
        replace(state.sums(), state.exponentials(k), state.exponentials(l), trial[0][1], trial[1][1], sums, n);
        double change = 0;
        for (int i = 0; i < n; i++) {
            double ratio = sums[i] / state.sums()[i] - 1;
            change += Math.abs(ratio) > 1e-30 ? Math.log1p(ratio) : 0;
        }
        for (int i : state.rowsOfClass(k)) {
            change -= delta * column[i];
        }
        for (int i : state.rowsOfClass(l)) {
            change -= delta * column[i];
        }
        return change / n;
    }

    private void prepare(int k, double delta, double[][] of) {
        System.arraycopy(state.scores()[k], 0, of[0], 0, of[0].length);
        Vectors.axpy(delta, column, of[0], of[0].length);
        Exponential.shifted(of[0], state.maxima(), of[1], of[0].length);
    }

    private static void replace(double[] s, double[] e, double[] f, double[] newE, double[] newF, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = s[i] + ((newE[i] - e[i]) + (newF[i] - f[i]));
        }
    }

    private void accept(int j, int k, int l, double delta) {
        double[] sums = trial[0][2];
        System.arraycopy(sums, 0, trial[1][2], 0, sums.length);
        state.swap(k, trial[0]);
        state.swap(l, trial[1]);
        for (int of : new int[] {k, l}) {
            state.weights()[of][j] += delta;
            state.intercept()[of] -= columns.mean(j) * delta;
        }
    }
}
