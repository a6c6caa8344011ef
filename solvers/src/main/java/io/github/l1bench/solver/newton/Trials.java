package io.github.l1bench.solver.newton;

import io.github.l1bench.kernel.Vectors;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The working weights and the intercepts, (W_S, b), as one vector, and moves of the state to another such vector that can
 * be taken back: for each class its weights in the order of the working set, then its intercept.
 */
final class Trials {
    private final State state;
    private final WorkingColumns columns;
    private final Deque<double[][]> unused = new ArrayDeque<>();
    private final double[] dz;
    private double columnsRead;

    Trials(State state, WorkingColumns columns) {
        this.state = state;
        this.columns = columns;
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

    /** A copy of the scores, to be handed back by {@link #release}. */
    double[][] copyOfScores() {
        double[][] copy = unused.isEmpty() ? new double[state.classes()][state.samples()] : unused.remove();
        for (int k = 0; k < copy.length; k++) {
            System.arraycopy(state.scores()[k], 0, copy[k], 0, state.samples());
        }
        return copy;
    }

    /** Takes a copy back for later use. */
    void release(double[][] copy) {
        unused.add(copy);
    }

    /** Takes the state back to {@code x}, whose scores are {@code z}. */
    void restore(WorkingSet set, double[] x, double[][] z) {
        set(set, x);
        for (int k = 0; k < z.length; k++) {
            System.arraycopy(z[k], 0, state.scores()[k], 0, state.samples());
        }
        state.refresh();
    }

    /** Moves weights, intercepts and scores from {@code from} to {@code to}; E and s are made anew. */
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
            Vectors.axpy(1, dz, state.scores()[k], state.samples());
        }
        set(set, to);
        state.refresh();
        columnsRead += set.pairs() + state.classes();
    }
}
