package io.github.l1bench.study;

import io.github.l1bench.data.Dataset;
import io.github.l1bench.experiment.Evaluation;
import io.github.l1bench.result.PathPoint;
import io.github.l1bench.solver.SolutionPath;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The certified regularisation path, and what its models are worth. */
final class CertifiedPath {
    private static final double GAP = 1e-4;

    private final Dataset dataset;
    private final ExactSolver solver;

    CertifiedPath(Dataset dataset, ExactSolver solver) {
        this.dataset = dataset;
        this.solver = solver;
    }

    /**
     * Penalties in equal ratios, descending, from the smallest at which W = 0 to {@code share * lambda}; the one
     * nearest to {@code lambda} is replaced by it.
     *
     * @param count how many, at least 2
     */
    static double[] grid(double lambdaMax, double lambda, double share, int count) {
        double first = Math.max(lambdaMax, lambda);
        double[] grid = SolutionPath.grid(first, share * lambda, count);
        int nearest = 0;
        for (int i = 0; i < count; i++) {
            nearest = Math.abs(Math.log(grid[i] / lambda)) < Math.abs(Math.log(grid[nearest] / lambda)) ? i : nearest;
        }
        grid[nearest] = lambda;
        return grid;
    }

    /** The solutions for {@code penalties}, descending. */
    List<PathPoint> over(double[] penalties) {
        Map<Double, ExactSolver.Found> found = solver.path(dataset.problem(penalties[0]), penalties, GAP);
        return Arrays.stream(penalties)
                .mapToObj(penalty -> point(penalty, found.get(penalty)))
                .toList();
    }

    private PathPoint point(double penalty, ExactSolver.Found found) {
        return new PathPoint(
                penalty, found.variant().toString(), Evaluation.of(dataset, found.coefficients(), found.certificate()));
    }
}
