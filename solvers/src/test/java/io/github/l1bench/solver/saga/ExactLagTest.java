package io.github.l1bench.solver.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.l1bench.kernel.Vectors;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactLagTest {
    private static final int STEPS = 200;

    /** Rates of a run on few or many samples, so that `seen` grows for a few steps, for a while, or to the end. */
    @ParameterizedTest
    @ValueSource(ints = {1, 5, 40, 1000000})
    void isTheStepsOneByOne(int samples) {
        Random random = new Random(samples);
        int crossings = 0;
        int returns = 0;
        for (int history = 0; history < 200; history++) {
            PendingSteps steps = steps(random, samples);
            for (int c = 0; c < 60; c++) {
                int from = random.nextInt(STEPS);
                double w = steps.threshold() * signed(random, 4);
                double g = steps.threshold() / steps.rate(from) * signed(random, 1.5);
                double expected = oneByOne(steps, w, g, from);
                double size = Math.abs(w) + Math.abs(g) * steps.sum(from, STEPS) + STEPS * steps.threshold();
                assertThat(advance(steps, w, g, from)).isCloseTo(expected, within(1e-13 * size));
                crossings += w * expected < 0 ? 1 : 0;
                returns += w == 0 && expected == 0 && Math.abs(g) * steps.rate(from) > steps.threshold() ? 1 : 0;
            }
        }
        assertThat(crossings).isGreaterThan(500);
        if (samples > 1 && samples < STEPS) {
            assertThat(returns).isGreaterThan(5);
        }
    }

    @Test
    void leavesZeroOnlyAgainstAGradientAboveThePenalty() {
        PendingSteps steps = new PendingSteps(3, 0.5);
        for (int t = 0; t < 3; t++) {
            steps.add(0.25);
        }
        assertThat(advance(steps, 0, 2, 0)).isZero();
        assertThat(advance(steps, 0, -2, 0)).isZero();
        assertThat(advance(steps, 0, 3, 0)).isEqualTo(-0.75);
        assertThat(advance(steps, 0, -3, 0)).isEqualTo(0.75);
        assertThat(advance(steps, 1, 3, 0)).isEqualTo(-0.5);
    }

    private static double advance(PendingSteps steps, double w, double g, int from) {
        double[] weights = {7, w, 8};
        new ExactLag().advance(steps, weights, new double[] {1, g, 1}, 1, 1, from);
        assertThat(weights[0] + weights[2]).isEqualTo(15);
        return weights[1];
    }

    // Either sign, of many magnitudes about 1, or zero.
    private static double signed(Random random, double spread) {
        return (random.nextInt(3) - 1) * Math.exp(spread * random.nextGaussian());
    }

    private static PendingSteps steps(Random random, int samples) {
        double gamma = Math.exp(3 * random.nextGaussian());
        PendingSteps steps = new PendingSteps(STEPS, gamma * Math.exp(random.nextGaussian()));
        double seen = 1;
        for (int t = 0; t < STEPS; t++) {
            steps.add(gamma / seen);
            if (random.nextDouble() * samples >= seen) {
                seen++;
            }
        }
        return steps;
    }

    private static double oneByOne(PendingSteps steps, double w, double g, int from) {
        double current = w;
        for (int t = from; t < steps.count(); t++) {
            current = Vectors.softThreshold(current - g * steps.rate(t), steps.threshold());
        }
        return current;
    }
}
