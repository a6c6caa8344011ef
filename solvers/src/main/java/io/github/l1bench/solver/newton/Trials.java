package io.github.l1bench.solver.newton;

import io.github.l1bench.kernel.Vectors;

/**
 * The working weights and the intercepts, (W_S, b), as one vector, and moves of the state to another such vector that can
 * be taken back: for each class its weights in the order of the working set, then its intercept.
 */
final class Trials {
    private final State state;
    private final WorkingColumns columns;
    private final double[][] leftBehind;
    private final double[] dz;
    private double columnsRead;

    Trials(State state, WorkingColumns columns) {
        this.state = state;
        this.columns = columns;
        this.leftBehind = new double[state.classes()][state.samples()];
        this.dz = new double[state.samples()];
    }

    /** Combinations of columns since the last call, in columns of n entries. */
    double takeColumnsRead() {
        double read = columnsRead;
        columnsRead = 0;
        return read;
    }

    /** Where the state is, a new vector. */
    double[] point(WorkingSet set) {
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

    /** Writes {@code x} into the weights and intercepts; the scores stay. */
    void set(WorkingSet set, double[] x) {
        int q = 0;
        for (int k = 0; k < state.classes(); k++) {
            int[] features = set.features()[k];
            for (int a = 0; a < features.length - 1; a++) {
                state.weights()[k][features[a]] = x[q++];
            }
            state.intercept()[k] = x[q++];
        }
    }

    /** P at the state, from its scores; all weights off the set are zero. */
    double objective(WorkingSet set) {
        double norm = 0;
        for (int k = 0; k < state.classes(); k++) {
            int[] features = set.features()[k];
            for (int a = 0; a < features.length - 1; a++) {
                norm += Math.abs(state.weights()[k][features[a]]);
            }
        }
        return state.loss() + state.lambda() * norm;
    }

    /**
     * Moves weights, intercepts and scores from {@code from} to {@code to}; E and s are made anew. The scores left behind
     * are kept for {@link #undo}.
     */
    void move(WorkingSet set, double[] from, double[] to) {
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
            Vectors.add(state.scores()[k], dz, leftBehind[k], state.samples());
            leftBehind[k] = state.exchangeScores(k, leftBehind[k]);
        }
        set(set, to);
        state.refresh();
        columnsRead += set.pairs() + state.classes();
    }

    /** Takes the last move back, which began at {@code from}. */
    void undo(WorkingSet set, double[] from) {
        set(set, from);
        for (int k = 0; k < leftBehind.length; k++) {
            leftBehind[k] = state.exchangeScores(k, leftBehind[k]);
        }
        state.refresh();
    }
}
