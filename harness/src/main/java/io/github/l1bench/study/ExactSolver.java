package io.github.l1bench.study;

import io.github.l1bench.problem.Certificate;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Request;
import io.github.l1bench.solver.SolutionPath;
import io.github.l1bench.solver.Stopping;
import io.github.l1bench.solver.Variant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Several solvers of which one will certify: what the first leaves uncertified is left to the next. */
final class ExactSolver {
    private static final double SECONDS_EACH = 10;

    private final List<Variant> candidates;

    /** @param candidates at least one, the most promising first */
    ExactSolver(List<Variant> candidates) {
        this.candidates = List.copyOf(candidates);
    }

    /**
     * A solution and what is known of it.
     *
     * @param variant that found it
     * @param coefficients the solution
     * @param certificate how good it is
     */
    record Found(Variant variant, Coefficients coefficients, Certificate certificate) {
        private boolean isCertified(double gap) {
            return certificate.relativeGap() <= gap;
        }
    }

    /** The solution of {@code problem} under its own penalty, as {@link #path} finds it. */
    Found solve(MultinomialProblem problem, double gap) {
        return path(problem, new double[] {problem.lambda()}, gap).get(problem.lambda());
    }

    /**
     * For each of {@code lambdas}, descending, a solution certified to {@code gap}; where no solver came so far, the
     * best there is, which its certificate tells.
     *
     * @throws IllegalStateException if every solver fails
     */
    Map<Double, Found> path(MultinomialProblem problem, double[] lambdas, double gap) {
        Map<Double, Found> found = new LinkedHashMap<>();
        double[] open = lambdas;
        for (Variant candidate : candidates) {
            attempt(candidate, problem, open, gap, found);
            open = Arrays.stream(lambdas)
                    .filter(l -> !found.containsKey(l) || !found.get(l).isCertified(gap))
                    .toArray();
            if (open.length == 0) {
                break;
            }
        }
        if (!found.keySet().containsAll(Arrays.stream(lambdas).boxed().toList())) {
            throw new IllegalStateException("every solver failed at lambda " + open[0]);
        }
        return found;
    }

    // A solver that fails leaves everything to the next.
    private static void attempt(
            Variant variant, MultinomialProblem problem, double[] lambdas, double gap, Map<Double, Found> found) {
        Request request = Request.until(Stopping.atRelativeGap(gap).withinSeconds(SECONDS_EACH))
                .with(variant.options());
        try {
            for (SolutionPath.Point point : SolutionPath.solve(variant.solver(), problem, lambdas, request)) {
                Coefficients reached = point.solution().coefficients();
                if (reached.isFinite()) {
                    Certificate certificate = Certificate.of(problem.withLambda(point.lambda()), reached);
                    found.merge(point.lambda(), new Found(variant, reached, certificate), ExactSolver::better);
                }
            }
        } catch (RuntimeException | LinkageError e) {
            // Which solver found what stands in the result.
        }
    }

    private static Found better(Found a, Found b) {
        return b.certificate().gap() < a.certificate().gap() ? b : a;
    }
}
