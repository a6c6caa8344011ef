package io.github.l1bench.solver;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A regularisation path: one problem under a descending series of penalties, each solved from the solution before it.
 *
 * <pre>
 *   List&lt;SolutionPath.Point&gt; path = SolutionPath.solve(solver, problem, SolutionPath.grid(problem.lambdaMax(), 0.02, 30), request);
 * </pre>
 */
public final class SolutionPath {
    /** How many penalties the usual path has. */
    public static final int USUAL_COUNT = 30;

    private SolutionPath() {}

    /**
     * One value of the path.
     *
     * @param lambda the penalty
     * @param solution what the solver returned there; its passes and seconds are those of this value alone
     */
    public record Point(double lambda, Solution solution) {}

    /** What solves one penalty after another and may keep work in between; it serves one path. */
    @FunctionalInterface
    public interface Run {
        /** {@link Solver#minimize} for the next penalty; {@code progress} holds the previous solution as its start. */
        Coefficients minimize(MultinomialProblem problem, Progress progress);
    }

    /**
     * Penalties from {@code largest} down to {@code smallest}, both included, at equal ratios.
     *
     * @throws IllegalArgumentException if they do not descend or {@code count} is less than 2
     */
    public static double[] grid(double largest, double smallest, int count) {
        if (!(smallest > 0) || !(smallest < largest) || Double.isInfinite(largest)) {
            throw new IllegalArgumentException("a path from " + largest + " to " + smallest
                    + " does not descend; give an end between zero and lambda max");
        }
        if (count < 2) {
            throw new IllegalArgumentException("a path of " + count + " values has no steps; ask for at least 2");
        }
        double[] grid = new double[count];
        for (int q = 0; q < count; q++) {
            grid[q] = largest * Math.pow(smallest / largest, q / (count - 1.0));
        }
        grid[count - 1] = smallest;
        return grid;
    }

    /**
     * Solves {@code problem} under each of {@code lambdas}, in that order. A value that ends by a limit is kept with its
     * status and the next starts from it; a monitor that ends a run ends the path.
     *
     * @param request what is asked for every value; its start is that of the first
     */
    public static List<Point> solve(Solver solver, MultinomialProblem problem, double[] lambdas, Request request) {
        Run run = solver.path();
        List<Point> points = new ArrayList<>();
        Optional<Coefficients> start = request.start();
        try (SolverRun runs = new SolverRun(request)) {
            for (double lambda : lambdas) {
                Request next = start.map(request::from).orElse(request);
                Solution solution = runs.solve(run, problem.withLambda(lambda), next);
                points.add(new Point(lambda, solution));
                if (solution.status() == Status.MONITOR) {
                    break;
                }
                start = Optional.of(solution.coefficients());
            }
        }
        return points;
    }
}
