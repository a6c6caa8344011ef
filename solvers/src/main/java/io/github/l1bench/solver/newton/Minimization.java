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

    /**
     * Runs until {@code target} is certified, which is claimed.
     *
     * @param certifyStart whether the start may be good enough already
     */
    Coefficients toTarget(double target, boolean certifyStart) {
        reference.score(state);
        Schedule schedule = new Schedule(problem, target);
        boolean certify = certifyStart;
        double gap = Double.POSITIVE_INFINITY;
        do {
            if (certify) {
                gap = certify();
                if (progress.claim(gap)) {
                    break;
                }
            } else {
                peek();
            }
            if (!schedule.plan(state, reference, gap)) {
                break;
            }
            certify = schedule.isFinal();
        } while (sweep(schedule));
        return coefficients();
    }

    /** Looks {@code looks} times and sweeps after each, to an accuracy as if for {@code target}; claims nothing. */
    Coefficients roughly(double target, int looks) {
        reference.score(state);
        Schedule schedule = new Schedule(problem, target);
        boolean goOn = true;
        for (int it = 0; it < looks && goOn; it++) {
            peek();
            goOn = schedule.plan(state, reference, Double.POSITIVE_INFINITY) && sweep(schedule);
        }
        return coefficients();
    }

    private double certify() {
        progress.spend(share * Reference.CERTIFYING);
        return reference.certify(state);
    }

    private void peek() {
        progress.spend(share * Reference.PEEKING);
        reference.peek(state);
    }

    private boolean sweep(Schedule schedule) {
        return sweeps.run(schedule.workingSet(), schedule.tolerance(), schedule.sweeps());
    }

    private Coefficients coefficients() {
        return state.coefficients().copy();
    }
}
