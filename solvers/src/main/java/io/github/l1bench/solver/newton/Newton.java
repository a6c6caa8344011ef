package io.github.l1bench.solver.newton;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Option;
import io.github.l1bench.solver.Progress;
import io.github.l1bench.solver.SolutionPath;
import io.github.l1bench.solver.Solver;
import java.util.List;

/**
 * Proximal Newton on a working set, all classes together, with certified stopping: {@link JointNewton} steps wherever
 * their Hessian fits into memory, and otherwise those of {@link ProxNewton}.
 */
public final class Newton implements Solver {
    @Override
    public String name() {
        return "newton";
    }

    @Override
    public List<String> aliases() {
        return List.of("joint-newton", "newton-cd", "newton-cd-gram", "newton-cholesky", "irls");
    }

    @Override
    public String description() {
        return "proximal Newton steps of all classes together, with the full Hessian of a working set of weights";
    }

    @Override
    public String formula() {
        return "W <- W + t d, d = argmin <G, d> + <d, H d> / 2 + lambda |W + d|_1 over a working set, H the Hessian of the"
                + " loss in the weights of all classes";
    }

    @Override
    public String reference() {
        return "Lee, Sun, Saunders (2014), SIAM J. Optim. 24(3); Friedman, Hastie, Tibshirani (2010), J. Stat. Softw. 33(1)";
    }

    @Override
    public List<Option> options() {
        return List.of(Option.THREADS);
    }

    @Override
    public void prepare(MultinomialProblem problem) {
        problem.design().products(problem.classes());
    }

    @Override
    public Coefficients minimize(MultinomialProblem problem, Progress progress) {
        return Minimization.solve(problem, progress, Rules.JOINT);
    }

    @Override
    public SolutionPath.Run path() {
        return new ProxNewtonPath(Rules.JOINT);
    }
}
