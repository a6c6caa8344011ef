package io.github.l1bench.solver.firstorder;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.Iterate;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Option;
import io.github.l1bench.solver.Progress;
import io.github.l1bench.solver.Solver;
import java.util.List;

/**
 * Orthant-wise limited-memory quasi-Newton. At a point x, with f the loss and F the objective:
 *
 * <pre>
 *   v  = minus the pseudo-gradient of F: of all subgradients the shortest                  {@link Orthant}
 *   d  = H v, with H from L-BFGS on the gradients of f alone; entries that oppose v are dropped
 *   x' = projection of x + t d onto the orthant of x (where x_j = 0: that of v), with t = 1, 1/2, 1/4, ...
 *        until F(x') is at most F(x) - c v . (x' - x)
 * </pre>
 *
 * <p>The intercept belongs to no orthant and is not penalised. An iteration costs one pass, and half a pass for each
 * further step length.
 */
public final class OwlQn implements Solver {
    static final Option MEMORY = Option.count("memory", 10, "pairs of steps and gradient changes that are remembered");

    private static final double SUFFICIENT_DECREASE = 1e-4;
    // What rounding may add to F. Near the optimum steps still improve the gap when F no longer shows it.
    private static final double ROUNDING = 1e-14;
    private static final int MAX_HALVINGS = 40;

    @Override
    public String name() {
        return "owl-qn";
    }

    @Override
    public List<String> aliases() {
        return List.of("lbfgs", "l-bfgs-b", "orthant-wise", "spark", "breeze");
    }

    @Override
    public String description() {
        return "orthant-wise limited-memory quasi-Newton";
    }

    @Override
    public String formula() {
        return "W <- projection of W + t H v onto the orthant of W; v is the steepest descent of P, H from L-BFGS,"
                + " entries of H v that oppose v dropped";
    }

    @Override
    public String reference() {
        return "Andrew and Gao (2007), ICML";
    }

    @Override
    public List<Option> options() {
        return List.of(MEMORY, Option.THREADS);
    }

    @Override
    public void prepare(MultinomialProblem problem) {
        problem.design().products(problem.classes());
    }

    @Override
    public Coefficients minimize(MultinomialProblem problem, Progress progress) {
        return new Run(problem, progress).minimize();
    }

    /** The state of one run. */
    private static final class Run {
        private final MultinomialProblem problem;
        private final Progress progress;
        private final SmoothLoss loss;
        private final Orthant orthant;
        private final LimitedMemory memory;
        private final Iterate descent;
        private final Iterate direction;
        private final double[][] scores;
        private Iterate x;
        private Iterate gradient;
        private double objective;

        Run(MultinomialProblem problem, Progress progress) {
            this.problem = problem;
            this.progress = progress;
            this.loss = new SmoothLoss(problem, progress.team());
            this.orthant = new Orthant(problem.lambda());
            this.memory = new LimitedMemory((int) progress.options().count(MEMORY));
            this.x = Iterate.of(progress.start().orElseGet(problem::nullModel));
            this.gradient = zero();
            this.descent = zero();
            this.direction = zero();
            this.scores = new double[problem.classes()][problem.samples()];
        }

        private Iterate zero() {
            return Iterate.zero(problem.classes(), problem.features());
        }

        Coefficients minimize() {
            if (progress.startSuffices()) {
                return x.coefficients();
            }
            objective = evaluate(x);
            loss.gradient(gradient);
            boolean goOn = true;
            while (goOn) {
                goOn = iterate() && progress.goOn(x::coefficients);
            }
            return x.coefficients();
        }

        private double evaluate(Iterate at) {
            loss.score(at, scores);
            return loss.value(scores) + problem.lambda() * at.l1Norm();
        }

        // False if no step along the direction, nor along steepest descent, lowers the objective.
        private boolean iterate() {
            orthant.steepestDescent(x, gradient, descent);
            direction.copyFrom(descent);
            memory.apply(direction);
            Orthant.dropOpposed(direction, descent);
            Iterate next = search();
            if (next == null && !memory.isEmpty()) {
                memory.clear();
                direction.copyFrom(descent);
                next = search();
            }
            if (next == null) {
                return false;
            }
            Iterate newGradient = zero();
            loss.gradient(newGradient);
            memory.remember(Iterate.difference(next, x), Iterate.difference(newGradient, gradient));
            x = next;
            gradient = newGradient;
            return true;
        }

        // The next point; null if none is found. The loss is left evaluated there.
        private Iterate search() {
            double length = memory.isEmpty() ? 1 / Math.max(1, Math.sqrt(descent.dot(descent))) : 1;
            for (int halving = 0; halving < MAX_HALVINGS; halving++, length /= 2) {
                Iterate next = Orthant.project(x, length, direction, descent);
                double promised = descent.dot(Iterate.difference(next, x));
                if (!(promised > 0)) {
                    return null;
                }
                double value = evaluate(next);
                if (value <= objective * (1 + ROUNDING) - SUFFICIENT_DECREASE * promised) {
                    objective = value;
                    return next;
                }
            }
            return null;
        }
    }
}
