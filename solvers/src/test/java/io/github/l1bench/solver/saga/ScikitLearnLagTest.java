package io.github.l1bench.solver.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScikitLearnLagTest {
    /**
     * Two steps of rates 1 and 0.1 under a threshold of 0.5. Up to a gradient of 1 / 1.1 they are one step of 1.1 under
     * 1; beyond, the step of rate 0.1 comes first.
     */
    @ParameterizedTest
    @CsvSource({"0.3, 0.8, 0", "2, 0.8, 0.12", "-2, 0.5, -1.55", "0.3, 1.2, -0.7", "-0.3, -1.2, 0.7", "2, 1.2, 0"})
    void takesStepsAtOnceWhereThresholdsOutweighTheGradientAndElseTheNewestFirst(
            double weight, double gradient, double expected) {
        PendingSteps steps = new PendingSteps(3, 0.5);
        steps.add(7); // applied before
        steps.add(1);
        steps.add(0.1);
        double[] weights = {9, weight, 9};

        new ScikitLearnLag().advance(steps, weights, new double[] {5, gradient, 5}, 1, 1, 1);

        assertThat(weights[1]).isCloseTo(expected, within(1e-14));
        assertThat(weights[0] + weights[2]).isEqualTo(18);
    }
}
