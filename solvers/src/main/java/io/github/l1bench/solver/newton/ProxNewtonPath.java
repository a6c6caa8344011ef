package io.github.l1bench.solver.newton;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Progress;
import io.github.l1bench.solver.SolutionPath;

/**
 * Penalties one after another with the columns, scores, gradient and models of the one before. Between two changes of the
 * support, solutions are nearly straight in the penalty: from the third on each starts where the two before it lead, and so
 * does the gradient that its working set is picked by.
 */
final class ProxNewtonPath implements SolutionPath.Run {
    private final Rules rules;
    private Minimization minimization;
    private double lambda;
    private double lambdaBefore;
    private Coefficients last;
    private Coefficients before;

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
            minimization.follow(before, reach(problem.lambda()));
        }
        minimization.toTarget(Minimization.target(progress.stopping()), first);
        lambdaBefore = lambda;
        lambda = problem.lambda();
        before = last;
        last = minimization.coefficients();
        return last;
    }

    // How far to go on, in units of the last step and no further than that went; 0 where it or the next does not
    // descend.
    private double reach(double next) {
        double step = lambdaBefore - lambda;
        return step > 0 && next < lambda ? Math.min(1, (lambda - next) / step) : 0;
    }
}
