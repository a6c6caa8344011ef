package io.github.l1bench.solver.saga;

import static io.github.l1bench.solver.saga.SagaRuns.largestDifference;
import static io.github.l1bench.solver.saga.SagaRuns.solve;
import static io.github.l1bench.solver.saga.SagaRuns.solveFrom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.l1bench.Golden;
import io.github.l1bench.SmallProblem;
import io.github.l1bench.problem.Certificate;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Request;
import io.github.l1bench.solver.Solution;
import io.github.l1bench.solver.SolverRun;
import io.github.l1bench.solver.Status;
import io.github.l1bench.solver.Stopping;
import io.github.l1bench.solver.Variant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of both forms. */
@Tag("truth")
class SagaTest {
    @ParameterizedTest
    @ValueSource(strings = {"saga-dense", "saga-sparse"})
    void reachesACertifiedGap(String solver) {
        reaches(solver, SmallProblem.dense(0.01), 150);
        reaches(solver, SmallProblem.sparse(0.01), 150);
        reaches(solver, SmallProblem.standardizedDense(0.01), 600);
        reaches(solver, SmallProblem.standardizedSparse(0.01), 600);
        reaches(solver, SmallProblem.sparse(0.002), 1200);
    }

    private static void reaches(String solver, MultinomialProblem problem, double passes) {
        Solution solution = solve(solver, problem, Stopping.atRelativeGap(1e-6).withinPasses(passes));
        assertThat(solution.status()).isEqualTo(Status.CERTIFIED);
        assertThat(Certificate.of(problem, solution.coefficients()).relativeGap())
                .isLessThan(1.0001e-6);
    }

    /** The objective, not the coefficients: this problem has more than one optimum. */
    @ParameterizedTest
    @CsvSource({"saga-dense, 1", "saga-dense, 2", "saga-sparse, 1", "saga-sparse, 2"})
    void reachesTheGoldenOptimumWithAnySeed(String solver, int seed) {
        MultinomialProblem problem = SmallProblem.sparse(0.01);
        Solution solution = solve(solver + "[seed=" + seed + "]", problem, Stopping.afterPasses(300));
        Certificate certificate = Certificate.of(problem, solution.coefficients());
        double optimum = Golden.read("small-optimum-lambda0.01").number("objective");
        assertThat(certificate.primal()).isCloseTo(optimum, within(1e-13));
        assertThat(certificate.gap()).isLessThan(1e-12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"saga-dense", "saga-sparse"})
    void repeatsItselfWithOneSeedAndTakesAnotherPathWithAnother(String solver) {
        MultinomialProblem problem = SmallProblem.sparse(0.01);
        Stopping stopping = Stopping.afterPasses(5);
        Coefficients first = solve(solver + "[seed=1]", problem, stopping).coefficients();
        Coefficients again = solve(solver + "[seed=1]", problem, stopping).coefficients();
        Coefficients other = solve(solver + "[seed=2]", problem, stopping).coefficients();
        assertThat(again.weights()).isDeepEqualTo(first.weights());
        assertThat(again.intercept()).isEqualTo(first.intercept());
        assertThat(largestDifference(first, other)).isGreaterThan(1e-4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"saga-dense", "saga-sparse"})
    void profitsFromAWarmStartAndLeavesItAlone(String solver) {
        MultinomialProblem problem = SmallProblem.sparse(0.01);
        Coefficients optimum = Golden.read("small-optimum-lambda0.01").coefficients();
        Coefficients given = optimum.copy();
        Stopping stopping = Stopping.afterPasses(1);
        Coefficients warm = solveFrom(given, solver, problem, stopping).coefficients();
        Coefficients cold = solve(solver, problem, stopping).coefficients();
        double best = problem.objective(optimum);
        assertThat(problem.objective(warm) - best).isLessThan(0.5 * (problem.objective(cold) - best));
        assertThat(given.weights()).isDeepEqualTo(optimum.weights());
        assertThat(given.intercept()).isEqualTo(optimum.intercept());
    }

    @ParameterizedTest
    @ValueSource(strings = {"saga-dense", "saga-sparse", "saga-sparse[lag=scikit-learn]"})
    void showsEachEpochWithoutBeingDisturbed(String variant) {
        MultinomialProblem problem = SmallProblem.standardizedSparse(0.01);
        List<Coefficients> seen = new ArrayList<>();
        Variant parsed = Variant.parse(variant);
        Request request = Request.until(Stopping.afterPasses(4)).with(parsed.options());
        Solution watched = SolverRun.solve(parsed.solver(), problem, request.watchedBy(moment -> {
            seen.add(moment.coefficients().get());
            return true;
        }));
        Solution alone = SolverRun.solve(parsed.solver(), problem, request);
        assertThat(largestDifference(watched.coefficients(), alone.coefficients()))
                .isZero();
        assertThat(seen).hasSize(5);
        for (int epoch = 1; epoch <= 4; epoch++) {
            Coefficients there =
                    solve(variant, problem, Stopping.afterPasses(epoch)).coefficients();
            assertThat(largestDifference(seen.get(epoch).withCenteredIntercept(), there))
                    .isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "saga-dense[seed=-1], seed",
        "saga-dense[seed=2147483648], seed",
        "saga-sparse[seed=2147483648], seed",
        "saga-dense[step-factor=0], step-factor",
        "saga-sparse[intercept-decay=0], intercept-decay",
        "saga-dense[lag=exact], lag",
        "saga-sparse[lag=approximate], exact",
    })
    void refusesOptionsThatDoNotFit(String variant, String named) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> solve(variant, SmallProblem.dense(0.01), Stopping.afterPasses(1)))
                .withMessageContaining(named);
    }
}
