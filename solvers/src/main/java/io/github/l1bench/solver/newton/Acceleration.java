package io.github.l1bench.solver.newton;

import io.github.l1bench.kernel.Vectors;
import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * Goes further where sweeps point, if the objective does not rise there: by {@link Anderson}'s extrapolation of (W_S, b)
 * in coordinates scaled by the root of the curvature, or straight on. A weight that is zero stays zero, and one that
 * would change its sign becomes zero.
 */
final class Acceleration {
    private static final double MAX_STRETCH = 1e9;
    // A long memory pays where thousands of weights are active; scores of past sweeps are kept within 100 MB.
    private static final int LONGEST_MEMORY = 20;
    private static final int SHORTEST_MEMORY = 5;
    private static final long SCORES_KEPT = 12_000_000;

    private final State state;
    private final WorkingColumns columns;
    private final ClassStep classStep;
    private final int memory;
    private final Anderson anderson;
    // The scores that belong to Anderson's results: their combination needs no product with the columns.
    private final ArrayDeque<double[][]> scores = new ArrayDeque<>();
    private final ArrayDeque<double[][]> unused = new ArrayDeque<>();
    private final double[] dz;
    private double[] before;
    private double columnsRead;

    Acceleration(State state, WorkingColumns columns, ClassStep classStep) {
        this.state = state;
        this.columns = columns;
        this.classStep = classStep;
        this.dz = new double[state.samples()];
        long scoresOfOne = (long) state.classes() * state.samples();
        this.memory = (int) Math.max(SHORTEST_MEMORY, Math.min(LONGEST_MEMORY, SCORES_KEPT / scoresOfOne));
        this.anderson = new Anderson(memory);
    }

    /** Forgets the past sweeps. */
    void restart() {
        anderson.restart();
        unused.addAll(scores);
        scores.clear();
    }

    /** To be called before a sweep over {@code set}. */
    void beginSweep(WorkingSet set) {
        before = pack(set);
    }

    /** To be called after a sweep over {@code set}; moves the state to Anderson's point if that is better. */
    void extrapolate(WorkingSet set) {
        double[] after = pack(set);
        double[] c = anderson.take(before, after, scale(set));
        if (scores.size() == memory) {
            unused.add(scores.removeFirst());
        }
        scores.addLast(copyOfScores());
        if (c == null) {
            return;
        }
        double objective = objective(set);
        double[] point = anderson.combine(c);
        combineScores(c);
        double[] kept = point.clone();
        keepSigns(set, after, kept);
        if (Arrays.equals(kept, point)) {
            unpack(set, point);
        } else {
            move(set, point, kept);
        }
        if (!improves(set, objective)) {
            restore(set, after, scores.getLast());
            restart();
        }
    }

    private void combineScores(double[] c) {
        state.team().run(state.samples(), State.GRAIN, (from, to, member) -> {
            for (int k = 0; k < state.classes(); k++) {
                double[] z = state.scores()[k];
                Arrays.fill(z, from, to, 0);
                int i = 0;
                for (double[][] of : scores) {
                    Vectors.axpy(c[i++], of[k], z, from, to);
                }
            }
        });
    }

    /**
     * Repeats what the last sweep did, twice as far each time for as long as the objective falls. For sweeps that drift
     * along a valley: where classes balance each other the loss is flat, and steps of one class alone are short.
     */
    void stretch(WorkingSet set) {
        double[] from = pack(set);
        double[] drift = new double[from.length];
        for (int q = 0; q < from.length; q++) {
            drift[q] = from[q] - before[q];
        }
        boolean better = true;
        for (double times = 1; better && times < MAX_STRETCH; times *= 2) {
            double[] to = from.clone();
            for (int q = 0; q < to.length; q++) {
                to[q] += times * drift[q];
            }
            keepSigns(set, from, to);
            double objective = objective(set);
            double[][] kept = copyOfScores();
            move(set, from, to);
            better = improves(set, objective);
            if (!better) {
                restore(set, from, kept);
            }
            unused.add(kept);
            from = to;
        }
    }

    private double[][] copyOfScores() {
        double[][] copy = unused.isEmpty() ? new double[state.classes()][state.samples()] : unused.remove();
        for (int k = 0; k < copy.length; k++) {
            System.arraycopy(state.scores()[k], 0, copy[k], 0, state.samples());
        }
        return copy;
    }

    private boolean improves(WorkingSet set, double objective) {
        state.refresh();
        return objective(set) <= objective;
    }

    // All weights off the set are zero.
    private double objective(WorkingSet set) {
        double norm = 0;
        for (int k = 0; k < state.classes(); k++) {
            int[] features = set.features()[k];
            for (int a = 0; a < features.length - 1; a++) {
                norm += Math.abs(state.weights()[k][features[a]]);
            }
        }
        return state.loss() + state.lambda() * norm;
    }

    private void restore(WorkingSet set, double[] x, double[][] z) {
        unpack(set, x);
        for (int k = 0; k < z.length; k++) {
            System.arraycopy(z[k], 0, state.scores()[k], 0, state.samples());
        }
        state.refresh();
    }

    /** Combinations of columns since the last call, in columns of n entries. */
    double takeColumnsRead() {
        double read = columnsRead;
        columnsRead = 0;
        return read;
    }

    private double[] pack(WorkingSet set) {
        double[] x = new double[set.pairs() + state.classes()];
        int q = 0;
        for (int k = 0; k < state.classes(); k++) {
            int[] features = set.features()[k];
            for (int a = 0; a < features.length - 1; a++) {
                x[q++] = state.weights()[k][features[a]];
            }
            x[q++] = state.intercept()[k];
        }
        return x;
    }

    private void unpack(WorkingSet set, double[] x) {
        int q = 0;
        for (int k = 0; k < state.classes(); k++) {
            int[] features = set.features()[k];
            for (int a = 0; a < features.length - 1; a++) {
                state.weights()[k][features[a]] = x[q++];
            }
            state.intercept()[k] = x[q++];
        }
    }

    private double[] scale(WorkingSet set) {
        double[] scale = new double[set.pairs() + state.classes()];
        int q = 0;
        for (int k = 0; k < state.classes(); k++) {
            double[][] h = classStep.model(k).hessian();
            for (int a = 0; a < h.length; a++) {
                scale[q++] = Math.sqrt(h[a][a]);
            }
        }
        return scale;
    }

    private void keepSigns(WorkingSet set, double[] from, double[] to) {
        int q = 0;
        for (int[] features : set.features()) {
            for (int a = 0; a < features.length - 1; a++, q++) {
                if (from[q] == 0 || from[q] * to[q] < 0) {
                    to[q] = 0;
                }
            }
            q++;
        }
    }

    private void move(WorkingSet set, double[] from, double[] to) {
        int q = 0;
        for (int k = 0; k < state.classes(); k++) {
            int[] features = set.features()[k];
            double[] d = new double[features.length];
            double intercept = 0;
            for (int a = 0; a < d.length; a++, q++) {
                d[a] = to[q] - from[q];
                intercept += (a == d.length - 1 ? 1 : columns.mean(features[a])) * d[a];
            }
            d[d.length - 1] = intercept;
            columns.combine(features, d, dz);
            Vectors.axpy(1, dz, state.scores()[k], state.samples());
        }
        unpack(set, to);
        columnsRead += set.pairs() + state.classes();
    }
}
