package io.github.l1bench.solver.newton;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Progress;

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
    private final MultinomialProblem problem;
    private final Progress progress;
    private final double share;
    private final State state;
    private final Reference reference;
    private final Sweeps sweeps;

    /**
     * @param start where to start, not modified
     * @param share the share of all rows that {@code problem} has, by which work is counted
     */
    Minimization(MultinomialProblem problem, Coefficients start, double share, Progress progress) {
        WorkingColumns columns = WorkingColumns.of(problem.design());
        this.problem = problem;
        this.progress = progress;
        this.share = share;
        this.state = new State(problem, columns.order(), start);
        this.reference = new Reference(problem, columns.order());
        this.sweeps = new Sweeps(state, reference, columns, share, progress);
    }

    /** Runs until the target is certified; that is claimed. */
    Coefficients toTarget(double target) {
        Schedule schedule = new Schedule(problem, target);
        do {
            look();
            if (progress.claim(reference.relativeGap()) || !schedule.plan(state, reference)) {
                break;
            }
        } while (sweep(schedule));
        return coefficients();
    }

    /** Runs until the gap is at most {@code target}, at most {@code looks} times; nothing is claimed. */
    Coefficients roughly(double target, int looks) {
        Schedule schedule = new Schedule(problem, target);
        for (int it = 0; it < looks; it++) {
            look();
            if (reference.relativeGap() <= target || !schedule.plan(state, reference) || !sweep(schedule)) {
                break;
            }
        }
        return coefficients();
    }

    private void look() {
        reference.look(state);
        progress.spend(share * Reference.PASSES);
    }

    private boolean sweep(Schedule schedule) {
        return sweeps.run(schedule.workingSet(), schedule.tolerance(), schedule.sweeps());
    }

    private Coefficients coefficients() {
        return state.coefficients().copy();
    }
}
