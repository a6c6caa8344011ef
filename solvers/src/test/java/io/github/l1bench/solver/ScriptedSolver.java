package io.github.l1bench.solver;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;

/** A solver that does what a test tells it. */
public record ScriptedSolver(SolutionPath.Run script) implements Solver {
    /** Solves {@code problem} by {@code script}; only a solver is given a progress. */
    public static Solution run(MultinomialProblem problem, Request request, SolutionPath.Run script) {
        return SolverRun.solve(new ScriptedSolver(script), problem, request);
    }

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public String description() {
        return "for tests";
    }

    @Override
    public String reference() {
        return "none";
    }

    @Override
    public Coefficients minimize(MultinomialProblem problem, Progress progress) {
        return script.minimize(problem, progress);
    }
}
