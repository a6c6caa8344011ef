package io.github.l1bench.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That the fixtures said to make the diagonal approximation of the softmax Hessian cycle do so. */
class CyclingFixturesTest {
    private static final int ROUNDS = 200;
    private static final double SAME = 1e-6;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "class by class, period 2 | true  | 2",
                "all classes, period 4    | false | 4",
                "all classes, period 2    | false | 2"
            })
    void theyComeBackEveryFewRoundsAndNeverToTheOptimum(String which, boolean classByClass, int period) {
        Fixture fixture = Fixtures.named("diagonal Newton cycles, " + which);
        MultinomialProblem problem = fixture.dense();
        DiagonalNewton newton = new DiagonalNewton(problem, classByClass);
        Coefficients first = newton.rounds(ROUNDS);
        double optimum = Reference.of(fixture, "diagonal-newton").upper();
        for (int round = 1; round <= period; round++) {
            Coefficients now = newton.rounds(1);
            assertThat(problem.objective(now))
                    .as("objective after round %d", round)
                    .isGreaterThan(1.2 * optimum);
            double distance = distance(first, now);
            if (round < period) {
                assertThat(distance).as("way gone in %d rounds", round).isGreaterThan(0.1);
            } else {
                assertThat(distance).as("way gone in a period").isLessThan(SAME);
            }
        }
    }

    // Intercepts up to a constant, which changes no probability.
    private static double distance(Coefficients one, Coefficients other) {
        double shift = Arrays.stream(one.intercept()).average().orElseThrow()
                - Arrays.stream(other.intercept()).average().orElseThrow();
        double largest = 0;
        for (int k = 0; k < one.classes(); k++) {
            largest = Math.max(largest, Math.abs(one.intercept()[k] - other.intercept()[k] - shift));
            for (int j = 0; j < one.features(); j++) {
                largest = Math.max(largest, Math.abs(one.weights()[k][j] - other.weights()[k][j]));
            }
        }
        return largest;
    }
}
