package io.github.l1bench.solver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.SmallProblem;
import io.github.l1bench.problem.MultinomialProblem;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The work that deterministic solvers take for small problems to a relative gap of 1e-6, in passes. It is the same on
 * every machine, so that a heuristic that no longer helps shows here and not only in a benchmark. Fewer passes are good
 * news: write the new number down. More passes, or fewer because they are no longer counted, are not.
 */
class WorkTest {
    @ParameterizedTest
    @CsvSource({
        "proximal-gradient, 0.01, 113, 91",
        "proximal-gradient, 0.002, 442.5, 263.5",
        "proximal-gradient[accelerated=false], 0.01, 353, 230.5",
        "owl-qn, 0.01, 79.5, 55",
        "owl-qn, 0.002, 139, 291",
        "owl-qn[memory=1], 0.01, 100.5, 66.5",
        "coordinate-descent, 0.01, 9.83, 68.0",
        "coordinate-descent, 0.002, 95.2, 287.8",
        "prox-newton, 0.03, 3.01, 6.44",
        "prox-newton, 0.01, 5.80, 26.0",
        "prox-newton, 0.002, 35.5, 62.0",
        "prox-newton, 0.0005, 55.97, 171.1"
    })
    void takesTheKnownWorkOnRawAndOnStandardisedFeatures(
            String variant, double lambda, double raw, double standardized) {
        takes(variant, SmallProblem.dense(lambda), raw);
        takes(variant, SmallProblem.standardizedSparse(lambda), standardized);
    }

    private static void takes(String variant, MultinomialProblem problem, double passes) {
        Variant parsed = Variant.parse(variant);
        Request request = Request.until(Stopping.atRelativeGap(1e-6).withinPasses(1.2 * passes));
        Solution solution = SolverRun.solve(parsed.solver(), problem, request.with(parsed.options()));

        assertThat(solution.status()).isEqualTo(Status.CERTIFIED);
        assertThat(solution.passes()).isCloseTo(passes, Percentage.withPercentage(2));
    }
}
