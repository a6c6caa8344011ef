package io.github.l1bench.solver.newton;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Progress;
import io.github.l1bench.solver.Request;
import io.github.l1bench.solver.Solution;
import io.github.l1bench.solver.SolutionPath;
import io.github.l1bench.solver.Solver;
import io.github.l1bench.solver.SolverRun;

/** Runs parts of a solver; only a solver is given a progress. */
final class Runs {
    private Runs() {}

    static Solution run(MultinomialProblem problem, Request request, SolutionPath.Run minimization) {
        Solver solver = new Solver() {
            @Override
            public String name() {
                return "test";
            }

            @Override
            public String description() {
                return "test";
            }

            @Override
            public String reference() {
                return "test";
            }

            @Override
            public Coefficients minimize(MultinomialProblem metered, Progress progress) {
                return minimization.minimize(metered, progress);
            }
        };
        return SolverRun.solve(solver, problem, request);
    }
}
