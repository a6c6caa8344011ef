package example;

import io.github.l1bench.kernel.Softmax;
import io.github.l1bench.kernel.Vectors;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.DesignProducts;
import io.github.l1bench.problem.Iterate;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Option;
import io.github.l1bench.solver.Progress;
import io.github.l1bench.solver.Solver;
import java.util.List;

/** The plain proximal gradient method: a gradient step, a soft threshold, and a shorter step when P rises. */
public final class Ista implements Solver {
    private static final Option STEP = Option.positive("step", 1, "the first step length");
    private static final Option SHRINK = Option.positive("shrink", 0.5, "what a step too long is multiplied by");

    @Override
    public String name() {
        return "ista";
    }

    @Override
    public String description() {
        return "plain proximal gradient, with shorter steps whenever the objective rises";
    }

    @Override
    public String formula() {
        return "W <- soft(W - t G, t lambda)";
    }

    @Override
    public String reference() {
        return "Daubechies, Defrise and De Mol (2004), Comm. Pure Appl. Math. 57";
    }

    @Override
    public List<Option> options() {
        return List.of(STEP, SHRINK);
    }

    @Override
    public Coefficients minimize(MultinomialProblem problem, Progress progress) {
        Iterate x = Iterate.of(progress.start().orElseGet(problem::nullModel));
        if (progress.startSuffices()) {
            return x.coefficients();
        }
        DesignProducts products = problem.design().products(problem.classes());
        Softmax softmax = new Softmax(problem.classes(), problem.samples());
        double[][] residuals = new double[problem.classes()][problem.samples()];
        double[][] gradient = new double[problem.classes()][problem.features()];
        double step = progress.options().number(STEP);
        double shrink = progress.options().number(SHRINK);
        double objective = problem.objective(x.coefficients());
        boolean goOn = true;
        while (goOn && step > Double.MIN_NORMAL) {
            products.scores(x.weights(), x.intercept(), residuals);
            softmax.set(residuals);
            softmax.residuals(problem.labels(), residuals);
            products.gradient(residuals, gradient);
            Iterate next = x.copy();
            for (int k = 0; k < problem.classes(); k++) {
                next.intercept()[k] += step * Vectors.sum(residuals[k], problem.samples()) / problem.samples();
                for (int j = 0; j < problem.features(); j++) {
                    double moved = next.weights()[k][j] + step * gradient[k][j];
                    next.weights()[k][j] = Vectors.softThreshold(moved, step * problem.lambda());
                }
            }
            double reached = problem.objective(next.coefficients());
            if (reached <= objective) {
                x = next;
                objective = reached;
            } else {
                step *= shrink;
            }
            goOn = progress.goOn(x::coefficients);
        }
        return x.coefficients();
    }
}
