package io.github.l1bench.solver.newton;

import io.github.l1bench.kernel.Vectors;
import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * Goes further where sweeps point, if the objective does not rise there, by {@link Anderson}'s extrapolation of (W_S, b)
 * in coordinates scaled by the root of the curvature. A weight that is zero stays zero, and one that would change its
 * sign becomes zero.
 */
final class Acceleration {
    // A long memory pays where thousands of weights are active; scores of past sweeps are kept within 100 MB.
    private static final int LONGEST_MEMORY = 20;
    private static final int SHORTEST_MEMORY = 5;
    private static final long SCORES_KEPT = 12_000_000;

    private final State state;
    private final Trials trials;
    private final ClassStep classStep;
    private final int memory;
    private final Anderson anderson;
    // The scores that belong to Anderson's results: their combination needs no product with the columns.
    private final ArrayDeque<double[][]> scores = new ArrayDeque<>();
    private double[] before;

    Acceleration(State state, Trials trials, ClassStep classStep) {
        this.state = state;
        this.trials = trials;
        this.classStep = classStep;
        long scoresOfOne = (long) state.classes() * state.samples();
        this.memory = (int) Math.max(SHORTEST_MEMORY, Math.min(LONGEST_MEMORY, SCORES_KEPT / scoresOfOne));
        this.anderson = new Anderson(memory);
    }

    /** Forgets the past sweeps. */
    void restart() {
        anderson.restart();
        scores.forEach(trials::release);
        scores.clear();
    }

    /** To be called before a sweep over {@code set}. */
    void beginSweep(WorkingSet set) {
        before = trials.point(set);
    }

    /** To be called after a sweep over {@code set}; moves the state to Anderson's point if that is better. */
    void extrapolate(WorkingSet set) {
        double[] after = trials.point(set);
        double[] c = anderson.take(before, after, scale(set));
        if (scores.size() == memory) {
            trials.release(scores.removeFirst());
        }
        scores.addLast(trials.copyOfScores());
        if (c == null) {
            return;
        }
        double objective = trials.objective(set);
        double[] point = anderson.combine(c);
        combineScores(c);
        double[] kept = point.clone();
        keepSigns(set, after, kept);
        if (Arrays.equals(kept, point)) {
            trials.set(set, point);
            state.refresh();
        } else {
            trials.move(set, point, kept);
        }
        if (!(trials.objective(set) <= objective)) {
            trials.restore(set, after, scores.getLast());
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

    private static void keepSigns(WorkingSet set, double[] from, double[] to) {
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
}
