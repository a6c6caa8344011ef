package io.github.l1bench.solver.newton;

import io.github.l1bench.kernel.Vectors;

/**
 * Extrapolates sweeps: (W_S, b) by {@link Anderson}, in coordinates scaled by the root of the curvature, accepted only
 * if the objective does not rise. A weight that is zero stays zero, and one that would change its sign becomes zero.
 */
final class Acceleration {
    private final State state;
    private final WorkingColumns columns;
    private final ClassStep classStep;
    private final Anderson anderson = new Anderson();
    private final double[][] kept;
    private final double[] dz;
    private double[] before;

    Acceleration(State state, WorkingColumns columns, ClassStep classStep) {
        this.state = state;
        this.columns = columns;
        this.classStep = classStep;
        this.kept = new double[state.classes()][state.samples()];
        this.dz = new double[state.samples()];
    }

    /** Forgets the past sweeps. */
    void restart() {
        anderson.restart();
    }

    /** To be called before a sweep over {@code set}. */
    void beginSweep(WorkingSet set) {
        before = pack(set);
    }

    /**
     * To be called after a sweep over {@code set}; may move the state.
     *
     * @return the columns of n entries that were read
     */
    double endSweep(WorkingSet set) {
        double[] after = pack(set);
        double[] point = anderson.extrapolate(before, after, scale(set));
        if (point == null) {
            return 0;
        }
        keepSigns(set, after, point);
        for (int k = 0; k < kept.length; k++) {
            System.arraycopy(state.scores()[k], 0, kept[k], 0, state.samples());
        }
        double objective = state.objective();
        double read = move(set, after, point);
        state.refresh();
        if (!(state.objective() <= objective)) {
            unpack(set, after);
            for (int k = 0; k < kept.length; k++) {
                System.arraycopy(kept[k], 0, state.scores()[k], 0, state.samples());
            }
            state.refresh();
            anderson.restart();
        }
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

    private void keepSigns(WorkingSet set, double[] after, double[] point) {
        int q = 0;
        for (int[] features : set.features()) {
            for (int a = 0; a < features.length - 1; a++, q++) {
                if (after[q] == 0 || after[q] * point[q] < 0) {
                    point[q] = 0;
                }
            }
            q++;
        }
    }

    private double move(WorkingSet set, double[] from, double[] to) {
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
        return set.pairs() + state.classes();
    }
}
