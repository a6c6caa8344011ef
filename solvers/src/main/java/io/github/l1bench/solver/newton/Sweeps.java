package io.github.l1bench.solver.newton;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.solver.Progress;

/** Sweeps of {@link ClassStep}s over the classes, Gauss-Seidel, with acceleration and models that mend themselves. */
final class Sweeps {
    private static final int FIRST_PATIENCE = 4;
    private static final int MAX_PATIENCE = 16;
    // Far from the optimum, weights become zero one after another, and a joint step is not worth its price.
    private static final double NEAR = 3e-3;

    // Sweeps after which their rate is told.
    private static final int SEEN = 4;
    // The KKT residual at which a run usually ends, in units of lambda.
    private static final double GOAL = 2e-6;

    private final State state;
    private final WorkingColumns columns;
    private final ClassStep classStep;
    private final Acceleration acceleration;
    private final JointStep jointStep;
    private final JointNewton jointNewton;
    private final StepChoice choice;
    private final Rules rules;
    private final Trials trials;
    private final double passesPerColumn;
    private Progress progress;
    private int patience = FIRST_PATIENCE;
    private boolean mayGoOn;

    Sweeps(
            State state,
            Reference reference,
            WorkingColumns columns,
            double share,
            Progress progress,
            StepChoice choice,
            Rules rules) {
        this.rules = rules;
        this.choice = choice;
        this.state = state;
        this.columns = columns;
        this.progress = progress;
        this.classStep = new ClassStep(state, reference, columns, rules);
        this.trials = new Trials(state, columns);
        this.acceleration = new Acceleration(state, trials, classStep, rules);
        this.jointStep = new JointStep(state, columns, classStep, trials);
        this.jointNewton = new JointNewton(state, columns, classStep, trials);
        this.passesPerColumn = share / (2.0 * state.weights()[0].length * state.classes());
    }

    /** Reports to another run from now on. */
    void continueWith(Progress other) {
        progress = other;
    }

    /** Has the models of the curvature made anew. */
    void renewModels() {
        classStep.renewModels();
    }

    /**
     * Sweeps over {@code set} until its KKT residual is at most {@code tolerance}, at most {@code limit} times, or until
     * joint steps are chosen.
     *
     * @return whether the run may go on
     */
    boolean run(WorkingSet set, double tolerance, int limit) {
        for (int[] features : set.features()) {
            columns.require(features);
        }
        if (choice.isJoint(set) && joint(set, tolerance, limit)) {
            return mayGoOn;
        }
        acceleration.restart();
        int nextCheck = 0;
        double atCheck = Double.POSITIVE_INFINITY;
        double first = Double.POSITIVE_INFINITY;
        for (int sweep = 0; sweep < limit; sweep++) {
            acceleration.beginSweep(set);
            double kkt = sweep(set);
            boolean reached = kkt <= tolerance;
            if (!reached && !budgetSpent() && rules.has(Rule.EXTRAPOLATION)) {
                acceleration.extrapolate(set);
            }
            if (sweep == nextCheck) {
                if (!reached && kkt > 0.5 * atCheck && rules.has(Rule.MENDING)) {
                    mend(set, kkt);
                }
                atCheck = kkt;
                nextCheck += patience;
            }
            progress.spend(trials.takeColumnsRead() * passesPerColumn);
            boolean goOn = progress.withinLimits(() -> state.coefficients().copy());
            if (reached || !goOn) {
                return goOn;
            }
            first = sweep == 0 ? kkt : first;
            if (choice.decideAfterSweep(set, sweep < SEEN ? 0 : expectedSweeps(sweep, first, kkt))) {
                return true;
            }
        }
        return true;
    }

    /** Goes from {@code before} over the state further, {@code by} times as far, if that is not worse. */
    void extrapolate(WorkingSet support, Coefficients before, double by) {
        for (int[] features : support.features()) {
            columns.require(features);
        }
        acceleration.extrapolate(support, before, by);
    }

    // How many more it takes to the target at the rate of those that went from `first` to `now`.
    private double expectedSweeps(int sweeps, double first, double now) {
        double goal = GOAL * state.lambda();
        if (now <= goal) {
            return 0;
        }
        return now >= first ? Double.POSITIVE_INFINITY : sweeps * Math.log(now / goal) / Math.log(first / now);
    }

    // Joint steps; returns whether these sweeps are over, because the tolerance is reached or the run may not go on.
    private boolean joint(WorkingSet set, double tolerance, int limit) {
        mayGoOn = true;
        boolean reached = jointNewton.descend(set, tolerance, limit, this::endJointStep);
        progress.spend(jointNewton.takeColumnsRead() * passesPerColumn);
        return reached || !mayGoOn;
    }

    private boolean endJointStep() {
        double read = trials.takeColumnsRead() + jointNewton.takeColumnsRead();
        progress.spend(read * passesPerColumn);
        mayGoOn = progress.withinLimits(() -> state.coefficients().copy());
        return mayGoOn;
    }

    // One step for each class, as far as the budget goes; returns the largest KKT residual met.
    private double sweep(WorkingSet set) {
        double kkt = 0;
        for (int k = 0; k < state.classes() && !budgetSpent(); k++) {
            classStep.step(k, set.features()[k]);
            kkt = Math.max(kkt, classStep.kkt());
            progress.spend(classStep.takeColumnsRead() * passesPerColumn);
        }
        return kkt;
    }

    private boolean budgetSpent() {
        return progress.passes() >= progress.stopping().maxPasses()
                || progress.seconds() >= progress.stopping().maxSeconds();
    }

    // Curvature on some rows, or from weights of long ago, may be too poor to converge with; else, near the optimum,
    // the classes hold each other up. New models are dear, so that each time more patience is shown.
    private void mend(WorkingSet set, double kkt) {
        boolean grown = rules.has(Rule.MORE_ROWS) && columns.growGram();
        if (!grown && kkt <= NEAR * state.lambda() && rules.has(Rule.JOINT_STEPS)) {
            jointStep.descend(set);
            progress.spend(jointStep.takeColumnsRead() * passesPerColumn);
        }
        if (grown || rules.has(Rule.NEW_MODELS)) {
            classStep.renewModels();
        }
        patience = rules.has(Rule.PATIENCE) ? Math.min(2 * patience, MAX_PATIENCE) : patience;
        acceleration.restart();
    }
}
