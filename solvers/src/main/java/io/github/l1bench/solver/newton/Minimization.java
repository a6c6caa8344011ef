package io.github.l1bench.solver.newton;

import io.github.l1bench.kernel.Team;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Progress;
import io.github.l1bench.solver.Stopping;

/**
 * The algorithm:
 *
 * <pre>
 *   repeat
 *     look: exact gradient of all pairs and the certified gap; stop if it is small enough
 *     pick the working set S: support and the pairs of large gradient
 *     repeat until the KKT residual on S is small: for each class k
 *       a proximal Newton step on (W_{S,k}, b_k);  extrapolate now and then
 * </pre>
 */
final class Minimization {
    // Curvature taken under a penalty this much larger is made anew.
    private static final double STALE = 1.5;

    // Scores updated with float columns drift from X W by less than this matters to a gap; smaller targets need them
    // made anew at every look, or sweeps polish what the certificate then finds off.
    private static final double DRIFT = 1e-7;

    // A gap of this size is rounding.
    private static final double SMALLEST_GAP = 1e-14;

    private final int smallestSet;
    private final StepChoice choice;
    private final Rules rules;
    private final State state;
    private final Reference reference;
    private final Sweeps sweeps;
    private Progress progress;
    private MultinomialProblem problem;
    private double lambdaOfModels;
    private boolean scored;
    private boolean lookedHere;
    private Coefficients best;
    private double bestGap = Double.POSITIVE_INFINITY;
    private boolean settled;

    /**
     * @param start where to start, not modified
     * @param share the share of all rows that {@code problem} has, by which work with columns is counted
     * @param rules what to follow
     */
    Minimization(MultinomialProblem problem, Coefficients start, double share, Progress progress, Rules rules) {
        Team team = progress.team();
        WorkingColumns columns = WorkingColumns.of(problem.design(), team, rules);
        this.rules = rules;
        this.problem = problem;
        this.progress = progress;
        this.smallestSet = StepChoice.sizeOfFirstSet(problem.design(), problem.classes());
        this.choice = new StepChoice(rules, problem.design(), problem.classes());
        this.lambdaOfModels = problem.lambda();
        this.state = new State(problem, columns.order(), start, team);
        this.reference = new Reference(problem, columns.order(), team);
        this.sweeps = new Sweeps(state, reference, columns, share, progress, choice, rules);
    }

    /** The coefficients that a run returns. */
    static Coefficients solve(MultinomialProblem problem, Progress progress, Rules rules) {
        boolean warm = progress.start().isPresent();
        Minimization minimization = warm
                ? new Minimization(problem, progress.start().get(), 1, progress, rules)
                : ColdStart.of(problem, progress, rules);
        minimization.toTarget(target(progress.stopping()), warm);
        return minimization.coefficients();
    }

    static double target(Stopping stopping) {
        return stopping.relativeGap().orElse(SMALLEST_GAP);
    }

    /** max_jk |G_jk| at the start: lambda max, for the null model. */
    double largestGradient() {
        peek();
        return reference.largestGradient();
    }

    /** Takes joint steps on all pairs from now on. */
    void takeJointSteps() {
        choice.takeJointSteps();
    }

    /** Goes on from here under another penalty. */
    void changeLambda(double lambda) {
        forgetBest();
        problem = problem.withLambda(lambda);
        state.setLambda(lambda);
        if (lambdaOfModels > STALE * lambda || lambda > lambdaOfModels) {
            sweeps.renewModels();
            lambdaOfModels = lambda;
        }
    }

    /**
     * Goes on in the direction from {@code before} to here, {@code by} times as far, if the objective does not rise, and
     * expects of the gradient that it goes on as it did since the last call.
     *
     * @param by 0 to stay and expect nothing; {@code before} may then be null
     */
    void follow(Coefficients before, double by) {
        peek();
        if (by > 0) {
            sweeps.extrapolate(WorkingSet.support(state, reference), before, by);
        }
        reference.expect(by);
    }

    /** Reports to another run from now on. */
    void continueWith(Progress other) {
        progress = other;
        sweeps.continueWith(other);
    }

    /**
     * Runs until {@code target} is certified or the run is over; does nothing where it is over already.
     *
     * @param certifyStart whether the start may be good enough already
     */
    void toTarget(double target, boolean certifyStart) {
        if (progress.isOver()) {
            return;
        }
        Schedule schedule = new Schedule(problem.lambda(), target, smallestSet, choice, rules);
        boolean certify = certifyStart;
        double gap = Double.POSITIVE_INFINITY;
        do {
            if (certify) {
                gap = certify(target);
                if (progress.isOver()) {
                    settled = true;
                    break;
                }
            } else {
                scored &= schedule.target() >= DRIFT && choice.all() == null;
                peek();
            }
            if (!schedule.plan(state, reference, gap)) {
                settled = true;
                break;
            }
            certify = schedule.isFinal() || schedule.isDisappointed();
        } while (sweep(schedule));
    }

    /**
     * Looks {@code looks} times and sweeps after each, to an accuracy as if for {@code target}; claims nothing.
     *
     * @return whether the run may go on
     */
    boolean roughly(double target, int looks) {
        Schedule schedule = new Schedule(problem.lambda(), target, smallestSet, choice, rules);
        for (int it = 0; it < looks; it++) {
            peek();
            if (!schedule.plan(state, reference, Double.POSITIVE_INFINITY) || schedule.excess() <= target) {
                return true;
            }
            if (!sweep(schedule)) {
                return false;
            }
        }
        return true;
    }

    private void forgetBest() {
        best = null;
        bestGap = Double.POSITIVE_INFINITY;
        settled = false;
    }

    private double certify(double target) {
        double gap = progress.look(state.coefficients(), target).relative();
        keepIfBest(gap);
        reference.take(progress.certifier(), state);
        lookedHere = true;
        scored = true;
        return gap;
    }

    // Sweeps over rounding may lead away from a point that was good, and another intercept is another point.
    private void keepIfBest(double gap) {
        if (progress.isOver() || gap < bestGap) {
            bestGap = gap;
            best = state.coefficients().copy();
        }
    }

    private void peek() {
        if (!scored) {
            reference.score(state);
            scored = true;
        }
        if (!lookedHere) {
            reference.peek(state);
            lookedHere = true;
        }
    }

    private boolean sweep(Schedule schedule) {
        lookedHere = false;
        return sweeps.run(schedule.workingSet(), schedule.tolerance(), schedule.sweeps());
    }

    /** A copy of W and b: those that ended a run by their certificate, with the smallest gap where it came no nearer. */
    Coefficients coefficients() {
        return settled && best != null ? best : state.coefficients().copy();
    }
}
