package io.github.l1bench.solver;

import io.github.l1bench.kernel.Team;
import io.github.l1bench.problem.MultinomialProblem;

/**
 * Runs solvers. Clock, work and status are kept here, in {@link Progress}, so that they mean the same for all: a solver
 * returns coefficients and nothing else.
 */
public final class SolverRun implements AutoCloseable {
    private final Team team;
    private final Meter meter = new Meter();

    /** For one solve after another with the threads that {@code request} asks for. */
    SolverRun(Request request) {
        this.team = Team.of(request.options().count(Option.THREADS));
    }

    /**
     * Runs {@code solver} and says how it ended.
     *
     * @param problem not modified
     */
    public static Solution solve(Solver solver, MultinomialProblem problem, Request request) {
        try (SolverRun run = new SolverRun(request)) {
            return run.solve(solver::minimize, problem, request);
        }
    }

    /** The same for one penalty of several. What {@code algorithm} keeps from one to the next goes on being metered. */
    Solution solve(SolutionPath.Run algorithm, MultinomialProblem problem, Request request) {
        meter.reset();
        MultinomialProblem metered = problem.metered(meter::add);
        Progress progress = new Progress(metered, request, team, meter);
        return progress.finish(progress.begin() ? algorithm.minimize(metered, progress) : progress.origin());
    }

    @Override
    public void close() {
        team.close();
    }
}
