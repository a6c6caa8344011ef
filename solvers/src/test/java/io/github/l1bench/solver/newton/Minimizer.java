package io.github.l1bench.solver.newton;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Progress;
import io.github.l1bench.solver.Solver;

/** Runs by some rules. */
record Minimizer(Rules rules) implements Solver {
    @Override
    public String name() {
        return "by-rules";
    }

    @Override
    public String description() {
        return "a minimisation by some rules";
    }

    @Override
    public String reference() {
        return "none";
    }

    @Override
    public Coefficients minimize(MultinomialProblem problem, Progress progress) {
        return Minimization.solve(problem, progress, rules);
    }
}
