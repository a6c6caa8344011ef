package io.github.l1bench.solver.newton;

import io.github.l1bench.kernel.Vectors;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A Newton step on the nonzero weights of all classes together. Where classes share samples, steps of one class alone
 * creep along valleys of the loss; this one goes along them, to where weights become zero:
 *
 * <pre>
 *   H d = -(g + lambda sign w)      by preconditioned conjugate gradients (Nocedal and Wright, 2006, section 7.1)
 *   w + t d, each weight no further than zero, for the best of t = 1 and the t at which the 1st, 2nd, 4th, ... weight
 *   becomes zero
 * </pre>
 */
final class JointStep {
    private static final int MAX_STEPS = 8;
    private static final int MAX_ITERATIONS = 80;
    private static final double ACCURACY = 0.05;
    // A weight this much smaller than it was has become zero but for rounding.
    private static final double ROUNDING = 1e-12;

    private final State state;
    private final WorkingColumns columns;
    private final ClassStep classStep;
    private final Trials trials;
    private double columnsRead;

    JointStep(State state, WorkingColumns columns, ClassStep classStep, Trials trials) {
        this.state = state;
        this.columns = columns;
        this.classStep = classStep;
        this.trials = trials;
    }

    /** Products with columns since the last call, those of trials apart, in columns of n entries. */
    double takeColumnsRead() {
        double read = columnsRead;
        columnsRead = 0;
        return read;
    }

    /** Takes steps until one is full, or none makes the objective smaller. */
    void descend(WorkingSet set) {
        double length = 0.5;
        for (int step = 0; step < MAX_STEPS && length > 0 && length < 1; step++) {
            length = follow(set, direction(set));
        }
    }

    private double[][] direction(WorkingSet set) {
        JointModel model = new JointModel(state, columns, classStep, set);
        double[][] r = model.descent();
        double[][] d = new double[r.length][];
        for (int k = 0; k < r.length; k++) {
            d[k] = new double[r[k].length];
        }
        double[][] p = model.precondition(r);
        double product = dot(r, p);
        double enough = ACCURACY * ACCURACY * product;
        for (int it = 0; it < MAX_ITERATIONS && product > enough; it++) {
            double[][] image = model.times(p);
            double curvature = dot(p, image);
            if (!(curvature > 0)) {
                break;
            }
            add(product / curvature, p, d);
            add(-product / curvature, image, r);
            double[][] z = model.precondition(r);
            double next = dot(r, z);
            add(next / product, p, z);
            p = z;
            product = next;
        }
        columnsRead += model.columnsRead();
        return model.spread(d, set);
    }

    // The length of the best step, 0 if none is better than staying.
    private double follow(WorkingSet set, double[][] direction) {
        double[] from = trials.point(set);
        double best = trials.objective(set);
        double bestLength = 0;
        for (double length : lengths(set, direction)) {
            trials.move(set, from, along(set, from, direction, length));
            double objective = trials.objective(set);
            trials.undo(set, from);
            if (objective < best) {
                best = objective;
                bestLength = length;
            }
        }
        if (bestLength > 0) {
            trials.move(set, from, along(set, from, direction, bestLength));
        }
        return bestLength;
    }

    private List<Double> lengths(WorkingSet set, double[][] direction) {
        List<Double> toZero = new ArrayList<>();
        for (int k = 0; k < direction.length; k++) {
            int[] features = set.features()[k];
            for (int a = 0; a < features.length - 1; a++) {
                double length = -state.weights()[k][features[a]] / direction[k][a];
                if (length > 0 && length < 1) {
                    toZero.add(length);
                }
            }
        }
        Collections.sort(toZero);
        List<Double> lengths = new ArrayList<>(List.of(1.0));
        for (int count = 1; count <= toZero.size(); count *= 2) {
            lengths.add(toZero.get(count - 1));
        }
        return lengths;
    }

    // Columns are centred in `direction`, so that the intercept pays for the means of what the weights move.
    private double[] along(WorkingSet set, double[] from, double[][] direction, double length) {
        double[] to = from.clone();
        int q = 0;
        for (int k = 0; k < direction.length; k++) {
            int[] features = set.features()[k];
            int last = features.length - 1;
            double shift = length * direction[k][last];
            for (int a = 0; a < last; a++, q++) {
                double w = from[q] + length * direction[k][a];
                to[q] = w * from[q] < 0 || Math.abs(w) <= ROUNDING * Math.abs(from[q]) ? 0 : w;
                shift -= columns.mean(features[a]) * (to[q] - from[q]);
            }
            to[q++] += shift;
        }
        return to;
    }

    private static double dot(double[][] x, double[][] y) {
        double sum = 0;
        for (int k = 0; k < x.length; k++) {
            sum += Vectors.dot(x[k], y[k], x[k].length);
        }
        return sum;
    }

    private static void add(double a, double[][] x, double[][] y) {
        for (int k = 0; k < x.length; k++) {
            Vectors.axpy(a, x[k], y[k], x[k].length);
        }
    }
}
