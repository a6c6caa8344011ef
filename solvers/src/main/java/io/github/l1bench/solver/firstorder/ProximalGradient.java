package io.github.l1bench.solver.firstorder;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.Iterate;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Option;
import io.github.l1bench.solver.Progress;
import io.github.l1bench.solver.Solver;
import java.util.List;

/**
 * The accelerated proximal gradient method. With f the loss, from x_0 = y_0 and t_0 = 1:
 *
 * <pre>
 *   x_{m+1} = prox_{lambda / L}( y_m - grad f(y_m) / L )                        soft threshold; none on the intercept
 *   t_{m+1} = (1 + sqrt(1 + 4 t_m^2)) / 2
 *   y_{m+1} = x_{m+1} + (t_m - 1) / t_{m+1} (x_{m+1} - x_m)
 * </pre>
 *
 * <p>L grows by backtracking until f(x_{m+1}) is below its quadratic model at y_m, and falls a little after every
 * iteration. When a step turns back, (y_m - x_{m+1}) . (x_{m+1} - x_m) > 0, the momentum starts anew. An iteration costs
 * one pass: one gradient at y and the scores of x; the scores of y are the same combination as y itself. Each further
 * trial of L costs half a pass.
 */
public final class ProximalGradient implements Solver {
    static final Option ACCELERATED =
            Option.flag("accelerated", true, "momentum with adaptive restart (FISTA); without it, plain ISTA");

    @Override
    public String name() {
        return "proximal-gradient";
    }

    @Override
    public List<String> aliases() {
        return List.of("fista", "ista", "apg", "pgd", "accelerated-gradient", "proximal-gradient-descent");
    }

    @Override
    public String description() {
        return "FISTA with an adaptive Lipschitz constant and adaptive restart";
    }

    @Override
    public String formula() {
        return "W+ = soft(V - G(V) / L, lambda / L), V+ = W+ + (t - 1) / t+ (W+ - W), t+ = (1 + sqrt(1 + 4 t^2)) / 2";
    }

    @Override
    public String reference() {
        return "Beck and Teboulle (2009), SIAM J. Imaging Sci. 2; O'Donoghue and Candes (2015), Found. Comput. Math."
                + " 15";
    }

    @Override
    public List<Option> options() {
        return List.of(ACCELERATED, Option.THREADS);
    }

    @Override
    public void prepare(MultinomialProblem problem) {
        problem.design().products(problem.classes());
    }

    @Override
    public Coefficients minimize(MultinomialProblem problem, Progress progress) {
        boolean accelerated = progress.options().flag(ACCELERATED);
        ProximalStep step = new ProximalStep(problem, progress.team());
        ScoredIterate x = new ScoredIterate(Iterate.of(progress.start().orElseGet(problem::nullModel)), problem);
        if (progress.startSuffices()) {
            return x.point.coefficients();
        }
        ScoredIterate next = new ScoredIterate(x.point.copy(), problem);
        ScoredIterate y = new ScoredIterate(x.point.copy(), problem);
        step.score(x);
        y.extrapolate(0, x, x);
        double t = 1;
        while (step.take(y, next)) {
            // The gradient scheme of O'Donoghue and Candes: the step from y opposes the movement from x.
            boolean turnsBack = Iterate.dotOfDifferences(y.point, next.point, next.point, x.point) > 0;
            double tNow = turnsBack || !accelerated ? 1 : t;
            t = (1 + Math.sqrt(1 + 4 * tNow * tNow)) / 2;
            y.extrapolate(accelerated ? (tNow - 1) / t : 0, next, x);
            ScoredIterate previous = x;
            x = next;
            next = previous;
            if (!progress.goOn(x.point::coefficients)) {
                break;
            }
        }
        return x.point.coefficients();
    }
}
