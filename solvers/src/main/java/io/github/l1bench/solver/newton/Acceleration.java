package io.github.l1bench.solver.newton;

import io.github.l1bench.problem.Coefficients;

/**
 * Goes further where sweeps point, if the objective does not rise there, by {@link Anderson}'s extrapolation of (W_S, b)
 * in coordinates scaled by the root of the curvature. A weight that is zero stays zero, and one that would change its
 * sign becomes zero.
 */
final class Acceleration {
    // A long memory pays where thousands of weights are active.
    private static final int MEMORY = 20;
    // A point costs nearly half a sweep to try, and one for every second sweep is as good.
    private static final int SWEEPS = 2;

    private final State state;
    private final Trials trials;
    private final Rules rules;
    private final ClassStep classStep;
    private final Anderson anderson = new Anderson(MEMORY);
    private double[] before;
    private int sweeps;

    Acceleration(State state, Trials trials, ClassStep classStep, Rules rules) {
        this.rules = rules;
        this.state = state;
        this.trials = trials;
        this.classStep = classStep;
    }

    /** Forgets the past sweeps. */
    void restart() {
        anderson.restart();
        sweeps = 0;
    }

    /** To be called before a sweep over {@code set}. */
    void beginSweep(WorkingSet set) {
        before = trials.point(set);
    }

    /**
     * To be called after a sweep over {@code set}; moves the state to Anderson's point if that is better. Where it is
     * worse, the sweeps are remembered all the same: two of them alone point further off than many do.
     */
    void extrapolate(WorkingSet set) {
        double[] after = trials.point(set);
        anderson.add(before, after, scale(set));
        double[] c = ++sweeps % SWEEPS == 0 ? anderson.coefficients() : null;
        if (c != null) {
            tryPoint(set, after, anderson.combine(c));
        }
    }

    // Moves there if that is no worse.
    private void tryPoint(WorkingSet set, double[] from, double[] point) {
        double objective = trials.objective(set);
        if (rules.has(Rule.KEPT_SIGNS)) {
            keepSigns(set, from, point);
        }
        trials.move(set, from, point);
        boolean noWorse = trials.objective(set) <= objective; // false for NaN
        if (!noWorse) {
            trials.undo(set, from);
        }
    }

    /** Moves from the state in the direction from {@code before}, {@code by} times as far, if that is not worse. */
    void extrapolate(WorkingSet support, Coefficients before, double by) {
        double[] here = trials.point(support);
        double[] point = here.clone();
        int q = 0;
        for (int k = 0; k < state.classes(); k++) {
            for (int j : support.features()[k]) {
                boolean intercept = j == state.weights()[k].length;
                double then = intercept ? before.intercept()[k] : before.weights()[k][j];
                point[q] += by * (here[q] - then);
                q++;
            }
        }
        tryPoint(support, here, point);
    }

    private double[] scale(WorkingSet set) {
        double[] scale = new double[set.pairs() + state.classes()];
        int q = 0;
        for (int k = 0; k < state.classes(); k++) {
            double[][] h = classStep.model(k).hessian();
            for (int a = 0; a < h.length; a++) {
                scale[q++] = rules.has(Rule.SCALED_EXTRAPOLATION) ? Math.sqrt(h[a][a]) : 1;
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
