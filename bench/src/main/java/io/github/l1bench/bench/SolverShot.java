package io.github.l1bench.bench;

import static io.github.l1bench.kernel.KernelChoice.KERNELS;

import io.github.l1bench.kernel.Kernels;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Monitor;
import io.github.l1bench.solver.Request;
import io.github.l1bench.solver.Solution;
import io.github.l1bench.solver.SolverRun;
import io.github.l1bench.solver.Status;
import io.github.l1bench.solver.Stopping;
import io.github.l1bench.solver.Variant;

/** A solver that is timed. */
final class SolverShot extends Shot {
    private static final double NO_LIMIT = Double.POSITIVE_INFINITY;

    private final MultinomialProblem problem;
    private final Variant variant;
    private final Stopping stopping;
    private Solution solution;
    private ThreadAccount before;

    /** Prepares layouts. */
    SolverShot(MultinomialProblem problem, Variant variant, String target, double budget) {
        this(problem, prepared(variant, problem, budget), ShotTarget.of(problem, target), budget);
    }

    private SolverShot(MultinomialProblem problem, Variant variant, ShotTarget target, double budget) {
        super(problem, target);
        this.problem = problem;
        this.variant = variant;
        this.stopping = target.isPublished()
                ? untilObjective(target, Stopping.afterPasses(NO_LIMIT).withinSeconds(budget))
                : Stopping.atRelativeGap(target.gap()).withinSeconds(budget);
    }

    private static Variant prepared(Variant variant, MultinomialProblem problem, double budget) {
        return Deadline.within(budget, () -> {
            variant.solver().prepare(problem);
            return variant;
        });
    }

    // There is no rule "objective below"; solvers repeat themselves, so one watched run tells after how many passes the
    // objective is met, and the timed shots run for as many.
    private Stopping untilObjective(ShotTarget target, Stopping limit) {
        double[] passes = {NO_LIMIT};
        Monitor watch = moment -> {
            if (problem.objective(moment.coefficients().get()) > target.objective()) {
                return true;
            }
            passes[0] = Math.max(moment.passes(), Double.MIN_NORMAL);
            return false;
        };
        solve(Request.until(limit).watchedBy(watch));
        return limit.withinPasses(passes[0]);
    }

    private Solution solve(Request request) {
        return Deadline.within(
                request.stopping().maxSeconds(),
                () -> SolverRun.solve(variant.solver(), problem, request.with(variant.options())));
    }

    /** What is taken from here on is the shot's. */
    @Override
    void load() {
        before = ThreadAccount.now();
    }

    @Override
    Object solve() {
        solution = solve(Request.until(stopping));
        return solution;
    }

    @Override
    Outcome outcome() {
        ThreadAccount taken = ThreadAccount.now().since(before);
        boolean claimed = solution.status() == Status.CERTIFIED;
        return new Outcome(solution.coefficients(), solution.seconds(), solution.passes(), taken, claimed);
    }

    @Override
    public String toString() {
        return variant.toString();
    }

    /** Vector code is objects until it is compiled. */
    @Override
    boolean startsSlowly() {
        return !KERNELS.name().equals(Kernels.PLAIN_NAME);
    }
}
