package io.github.l1bench.bench;

import io.github.l1bench.problem.Certificate;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Monitor;
import io.github.l1bench.solver.Request;
import io.github.l1bench.solver.Solution;
import io.github.l1bench.solver.SolutionPath;
import io.github.l1bench.solver.Status;
import io.github.l1bench.solver.Stopping;
import io.github.l1bench.solver.Variant;
import java.util.List;

/** One solver and one path of penalties: solved again and again, and certified after every time. */
final class PathShot {
    private final MultinomialProblem problem;
    private final Variant variant;
    private final double[] lambdas;
    private final double target;
    private final double budget;
    private List<SolutionPath.Point> points;
    private double processorSeconds;

    /**
     * Prepares layouts.
     *
     * @param solver a name, or one with options in brackets
     * @param threads for a solver that has an option of that name; 1 for any other
     * @param lambdas descending
     * @param target the relative gap to certify at each
     * @param budget seconds after which a path is given up
     */
    PathShot(MultinomialProblem problem, String solver, int threads, double[] lambdas, double target, double budget) {
        this.problem = problem;
        this.variant = ThreadsOption.applied(Variant.parse(solver), threads);
        this.lambdas = lambdas;
        this.target = target;
        this.budget = budget;
        variant.solver().prepare(problem);
    }

    /** Solves again and again for {@code seconds}. */
    void warmUp(double seconds) {
        long end = System.nanoTime() + (long) (1e9 * seconds);
        PathCounters ignored = new PathCounters();
        do {
            fire();
            certify(ignored);
        } while (ignored.reached == 1 && System.nanoTime() < end);
    }

    /** What is timed. Past the budget the path ends where it is. */
    List<SolutionPath.Point> fire() {
        ThreadAccount before = ThreadAccount.now();
        long end = System.nanoTime() + (long) (1e9 * budget);
        Monitor withinBudget = moment -> System.nanoTime() < end;
        Request request = Request.until(Stopping.atRelativeGap(target))
                .with(variant.options())
                .watchedBy(withinBudget);
        points = SolutionPath.solve(variant.solver(), problem, lambdas, request);
        processorSeconds = ThreadAccount.now().since(before).processorSeconds();
        return points;
    }

    /**
     * Certifies what the last path returned, into {@code counters}.
     *
     * @throws IllegalStateException if the solver claims what does not hold
     */
    void certify(PathCounters counters) {
        int certified = 0;
        double passes = 0;
        double worst = 0;
        for (SolutionPath.Point point : points) {
            double gap = certifiedGap(point);
            certified += gap <= target ? 1 : 0;
            passes += point.solution().passes();
            worst = Math.max(worst, gap);
        }
        counters.certified = certified;
        counters.reached = certified == lambdas.length ? 1 : 0;
        counters.passes = passes;
        counters.relativeGap = worst;
        counters.processorSeconds = processorSeconds;
        counters.nonzeros =
                points.get(points.size() - 1).solution().coefficients().nonzeros();
    }

    private double certifiedGap(SolutionPath.Point point) {
        Solution solution = point.solution();
        double gap = Certificate.of(problem.withLambda(point.lambda()), solution.coefficients())
                .relativeGap();
        if (solution.status() == Status.CERTIFIED && !(gap <= target)) {
            throw new IllegalStateException(variant + " claims a relative gap of " + target + " at lambda "
                    + point.lambda() + " but its certificate says " + gap);
        }
        return gap;
    }
}
