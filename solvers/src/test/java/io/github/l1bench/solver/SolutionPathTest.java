package io.github.l1bench.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.l1bench.SmallProblem;
import io.github.l1bench.problem.Certificate;
import io.github.l1bench.problem.MultinomialProblem;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SolutionPathTest {
    private static final Request TO_A_MILLIONTH =
            Request.until(Stopping.atRelativeGap(1e-6).withinSeconds(20));

    @Test
    void gridDescendsAtEqualRatiosBetweenItsEnds() {
        double[] grid = SolutionPath.grid(0.5, 0.01, 5);

        assertThat(grid).hasSize(5).startsWith(0.5).endsWith(0.01);
        for (int q = 2; q < grid.length; q++) {
            assertThat(grid[q] / grid[q - 1]).isCloseTo(grid[1] / grid[0], within(1e-12));
        }
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.1, 5", "0.1, 0.2, 5", "0.1, 0, 5", "0.1, 0.01, 1", "NaN, 0.01, 5"})
    void refusesAGridThatDoesNotDescend(double largest, double smallest, int count) {
        assertThatThrownBy(() -> SolutionPath.grid(largest, smallest, count))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"prox-newton", "coordinate-descent"})
    void everyValueIsCertifiedAndTheFirstIsZero(String solver) {
        MultinomialProblem problem = SmallProblem.standardizedSparse(0.01);
        double[] grid = SolutionPath.grid(problem.lambdaMax(), 0.001, 12);

        List<SolutionPath.Point> path = SolutionPath.solve(Solvers.named(solver), problem, grid, TO_A_MILLIONTH);

        assertThat(path)
                .extracting(SolutionPath.Point::lambda)
                .containsExactly(Arrays.stream(grid).boxed().toArray(Double[]::new));
        assertThat(path.get(0).solution().coefficients().nonzeros()).isZero();
        for (SolutionPath.Point point : path) {
            assertThat(point.solution().status()).isEqualTo(Status.CERTIFIED);
            Certificate certificate = Certificate.of(
                    problem.withLambda(point.lambda()), point.solution().coefficients());
            assertThat(certificate.relativeGap()).isLessThanOrEqualTo(1e-6);
        }
    }

    @Test
    void aPathMayClimbAgain() {
        MultinomialProblem problem = SmallProblem.standardizedDense(0.01);

        List<SolutionPath.Point> path = SolutionPath.solve(
                Solvers.named("prox-newton"), problem, new double[] {0.01, 0.001, 0.05}, TO_A_MILLIONTH);

        assertThat(path).allMatch(point -> point.solution().status() == Status.CERTIFIED);
    }

    @Test
    void aMonitorThatEndsARunEndsThePath() {
        MultinomialProblem problem = SmallProblem.standardizedDense(0.01);
        Request request = TO_A_MILLIONTH.watchedBy(moment -> false);

        List<SolutionPath.Point> path =
                SolutionPath.solve(Solvers.named("prox-newton"), problem, new double[] {0.01, 0.001}, request);

        assertThat(path).hasSize(1);
        assertThat(path.get(0).solution().status()).isEqualTo(Status.MONITOR);
    }
}
