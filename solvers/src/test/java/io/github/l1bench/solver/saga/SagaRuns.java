package io.github.l1bench.solver.saga;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.Golden;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Request;
import io.github.l1bench.solver.Solution;
import io.github.l1bench.solver.SolverRun;
import io.github.l1bench.solver.Status;
import io.github.l1bench.solver.Stopping;
import io.github.l1bench.solver.Variant;

/** Runs of solvers by name, and comparisons of what they return. */
final class SagaRuns {
    private SagaRuns() {}

    static Solution solve(String variant, MultinomialProblem problem, Stopping stopping) {
        Variant parsed = Variant.parse(variant);
        return SolverRun.solve(parsed.solver(), problem, Request.until(stopping).with(parsed.options()));
    }

    static Solution solveFrom(Coefficients start, String variant, MultinomialProblem problem, Stopping stopping) {
        Variant parsed = Variant.parse(variant);
        return SolverRun.solve(
                parsed.solver(),
                problem,
                Request.until(stopping).with(parsed.options()).from(start));
    }

    /** The run with scikit-learn's tolerance ends after its epochs with its coefficients. */
    static void assertRepeats(Golden golden, String variant, MultinomialProblem problem) {
        Solution solution = solve(variant, problem, Stopping.atRelativeChange(golden.number("tol")));
        assertThat(solution.status()).isEqualTo(Status.RELATIVE_CHANGE);
        assertThat(solution.iterations()).isEqualTo((int) golden.number("epochs"));
        assertThat(largestDifference(
                        solution.coefficients(), golden.coefficients().withCenteredIntercept()))
                .isLessThan(1e-12);
    }

    static double largestDifference(Coefficients a, Coefficients b) {
        double largest = 0;
        for (int k = 0; k < a.classes(); k++) {
            largest = Math.max(largest, Math.abs(a.intercept()[k] - b.intercept()[k]));
            for (int j = 0; j < a.features(); j++) {
                largest = Math.max(largest, Math.abs(a.weights()[k][j] - b.weights()[k][j]));
            }
        }
        return largest;
    }
}
