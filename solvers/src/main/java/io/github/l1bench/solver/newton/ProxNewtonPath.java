package io.github.l1bench.solver.newton;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Progress;
import io.github.l1bench.solver.SolutionPath;

/** Penalties one after another with the columns, scores, gradient and models of the one before. */
final class ProxNewtonPath implements SolutionPath.Run {
    private Minimization minimization;

    @Override
    public Coefficients minimize(MultinomialProblem problem, Progress progress) {
        double target = ProxNewton.target(progress.stopping());
        if (minimization == null) {
            Coefficients start = progress.start().orElseGet(problem::nullModel);
            minimization = new Minimization(problem, start, 1, progress);
            minimization.toTarget(target, true);
        } else {
            minimization.continueWith(progress);
            minimization.descend(problem.lambda(), target);
        }
        return minimization.coefficients();
    }
}
