package io.github.l1bench.solver.newton;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Progress;
import io.github.l1bench.solver.SolutionPath;

/** Penalties one after another with the columns, scores, gradient and models of the one before. */
final class ProxNewtonPath implements SolutionPath.Run {
    private final Rules rules;
    private Minimization minimization;

    ProxNewtonPath(Rules rules) {
        this.rules = rules;
    }

    @Override
    public Coefficients minimize(MultinomialProblem problem, Progress progress) {
        boolean first = minimization == null;
        if (first) {
            Coefficients start = progress.start().orElseGet(problem::nullModel);
            minimization = new Minimization(problem, start, 1, progress, rules);
        } else {
            minimization.continueWith(progress);
            minimization.changeLambda(problem.lambda());
        }
        minimization.toTarget(Minimization.target(progress.stopping()), first);
        return minimization.coefficients();
    }
}
