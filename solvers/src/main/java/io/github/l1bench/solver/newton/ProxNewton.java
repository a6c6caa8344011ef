package io.github.l1bench.solver.newton;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Option;
import io.github.l1bench.solver.Progress;
import io.github.l1bench.solver.SolutionPath;
import io.github.l1bench.solver.Solver;
import java.util.List;

/**
 * Proximal Newton on a working set, class by class, with certified stopping; {@link io.github.l1bench.solver.newton} says
 * how it goes and what each of its parts is worth, {@link Minimization} is the algorithm's box.
 */
public final class ProxNewton implements Solver {
    @Override
    public String name() {
        return "prox-newton";
    }

    @Override
    public List<String> aliases() {
        return List.of("glmnet", "newglmnet", "liblinear", "proximal-newton", "newton-cg", "irls", "skglm");
    }

    @Override
    public String description() {
        return "proximal Newton steps, class by class, on a working set of weights, with Anderson acceleration";
    }

    @Override
    public String formula() {
        return "W_k <- W_k + t d, d = argmin G_k' d + d' X' D_k X d / (2n) + lambda |W_k + d|_1 over a working set,"
                + " D_k = diag(p_k (1 - p_k)), class after class";
    }

    @Override
    public String reference() {
        return "Friedman, Hastie, Tibshirani (2010), J. Stat. Softw. 33(1); Johnson, Guestrin (2015), ICML;"
                + " Lee, Sun, Saunders (2014), SIAM J. Optim. 24(3)";
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
        return Minimization.solve(problem, progress, Rules.ALL);
    }

    @Override
    public SolutionPath.Run path() {
        return new ProxNewtonPath(Rules.ALL);
    }
}
