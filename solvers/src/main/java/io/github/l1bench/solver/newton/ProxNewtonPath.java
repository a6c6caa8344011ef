package io.github.l1bench.solver.newton;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Progress;
import io.github.l1bench.solver.SolutionPath;

/**
 * Penalties one after another with the columns, scores, gradient and models of the one before. Where these are kept, the
 * first working set of a penalty is chosen by the sequential strong rule (Tibshirani et al., 2012).
 */
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
