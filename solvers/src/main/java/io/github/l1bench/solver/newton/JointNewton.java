package io.github.l1bench.solver.newton;

import java.util.function.BooleanSupplier;

/**
 * Proximal Newton steps on all pairs of a working set and the intercepts together (Lee, Sun and Saunders, 2014), with
 * the {@link JointHessian}, which is kept as long as the steps it yields shrink the KKT residual fast.
 */
final class JointNewton {
    private static final double SUFFICIENT = 0.01;
    private static final int MAX_HALVINGS = 25;
    // The model is solved to this share of the residual that the step starts from.
    private static final double FORCING = 0.05;
    // And no further than this share of where the steps are to end.
    private static final double SHARE_OF_TOLERANCE = 0.3;
    // Changes of the objective below this, relative to it, are rounding.
    private static final double ROUNDING = 1e-12;
    // A step that leaves more than this share of the residual has a model that is worth making anew.
    private static final double KEPT = 0.3;
    // Rows that a Hessian looks at, at first, for each of its numbers. Near the optimum, where even a fresh model
    // yields no good step, that is too few.
    private static final int ROWS_OF_NUMBER = 8;
    private static final double NEAR = 10;

    private final State state;
    private final WorkingColumns columns;
    private final ClassStep classStep;
    private final Trials trials;
    private final JointHessian hessian;
    private WorkingSet setOfModel;
    private JointDescent model;
    private boolean fresh;
    private int rows;
    private double columnsRead;

    JointNewton(State state, WorkingColumns columns, ClassStep classStep, Trials trials) {
        this.state = state;
        this.columns = columns;
        this.classStep = classStep;
        this.trials = trials;
        this.hessian = new JointHessian(state, columns);
    }

    /** Products with columns since the last call, those of trials apart, in columns of n entries. */
    double takeColumnsRead() {
        double read = columnsRead;
        columnsRead = 0;
        return read;
    }

    /**
     * Steps until the KKT residual on {@code set} is at most {@code tolerance}, or no step makes the objective smaller.
     *
     * @param goOn asked after each step
     * @return whether the tolerance is reached
     */
    boolean descend(WorkingSet set, double tolerance, int limit, BooleanSupplier goOn) {
        if (set != setOfModel) {
            setOfModel = set;
            model = null;
        }
        boolean[] free = set.intercepts();
        double before = Double.POSITIVE_INFINITY;
        fresh = false;
        for (int it = 0; it < limit; it++) {
            double[] g = gradient(set);
            double[] w = weights(set);
            double kkt = JointDescent.violation(g, w, free, state.lambda());
            if (kkt <= tolerance) {
                return true;
            }
            renewModel(kkt, before);
            before = kkt;
            double[] target = w.clone();
            model.minimize(g.clone(), target, state.lambda(), Math.max(SHARE_OF_TOLERANCE * tolerance, FORCING * kkt));
            boolean moved = search(set, g, w, target);
            if (!moved || !goOn.getAsBoolean()) {
                return false;
            }
        }
        return false;
    }

    // Makes the model anew if there is none or if the last step, from `before`, left too much of the residual.
    private void renewModel(double kkt, double before) {
        boolean poor = kkt > KEPT * before;
        if (model != null && !poor) {
            fresh = false;
            return;
        }
        boolean tooFewRows = fresh && poor && kkt < NEAR * state.lambda();
        int least = rowsAtFirst(setOfModel, state.samples());
        rows = Math.min(state.samples(), Math.max(least, tooFewRows ? 2 * rows : rows));
        model = new JointDescent(setOfModel, hessian.compute(setOfModel, rows));
        columnsRead += JointHessian.workOfRow(setOfModel) * rows / state.samples();
        fresh = true;
    }

    /** How many rows the first Hessian looks at: enough for its size, and those that cost no more than a step. */
    static int rowsAtFirst(WorkingSet set, int samples) {
        double cheap = samples * StepChoice.workOfStep(set, 1) / JointHessian.workOfRow(set);
        return (int) Math.min(samples, Math.max(cheap, ROWS_OF_NUMBER * set.size()));
    }

    // Armijo's rule; returns whether any step length was accepted.
    private boolean search(WorkingSet set, double[] g, double[] w, double[] target) {
        double slope = penaltyChange(set, w, target, 1);
        for (int a = 0; a < g.length; a++) {
            slope += g[a] * (target[a] - w[a]);
        }
        double[] from = trials.point(set);
        double objective = trials.objective(set);
        boolean moved = false;
        double t = 1;
        for (int halving = 0; halving <= MAX_HALVINGS && !moved; halving++, t /= 2) {
            trials.move(set, from, along(set, from, w, target, t));
            double change = trials.objective(set) - objective;
            moved = change <= SUFFICIENT * t * slope || t == 1 && -slope <= ROUNDING * objective;
            if (!moved) {
                trials.undo(set, from);
            }
        }
        return moved;
    }

    private double penaltyChange(WorkingSet set, double[] w, double[] target, double t) {
        int[] start = set.starts();
        double change = 0;
        for (int k = 0; k + 1 < start.length; k++) {
            for (int a = start[k]; a < start[k + 1] - 1; a++) {
                change += Math.abs(w[a] + t * (target[a] - w[a])) - Math.abs(w[a]);
            }
        }
        return state.lambda() * change;
    }

    private double[] along(WorkingSet set, double[] from, double[] w, double[] target, double t) {
        double[] to = new double[from.length];
        int[] start = set.starts();
        for (int k = 0; k + 1 < start.length; k++) {
            int last = start[k + 1] - 1;
            double shift = t * target[last];
            for (int a = start[k]; a < last; a++) {
                to[a] = t == 1 ? target[a] : w[a] + t * (target[a] - w[a]);
                shift -= columns.mean(set.features()[k][a - start[k]]) * (to[a] - w[a]);
            }
            to[last] = from[last] + shift;
        }
        return to;
    }

    // Weights as they are, intercepts as changes along the column of ones: zero.
    private double[] weights(WorkingSet set) {
        double[] w = trials.point(set);
        int[] start = set.starts();
        for (int k = 1; k < start.length; k++) {
            w[start[k] - 1] = 0;
        }
        return w;
    }

    private double[] gradient(WorkingSet set) {
        double[] g = new double[set.size()];
        int[] start = set.starts();
        for (int k = 0; k < state.classes(); k++) {
            double[] ofClass = classStep.gradient(k, set.features()[k]);
            System.arraycopy(ofClass, 0, g, start[k], ofClass.length);
        }
        columnsRead += g.length;
        return g;
    }
}
