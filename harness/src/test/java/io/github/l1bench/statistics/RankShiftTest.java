package io.github.l1bench.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.inference.MannWhitneyUTest;
import org.junit.jupiter.api.Test;

class RankShiftTest {
    private static double[] values(Random random, int count, double shift) {
        return random.doubles(count).map(value -> value + shift).toArray();
    }

    /** A library's test, which does not correct for continuity: half a rank in the normal distribution. */
    @Test
    void probabilitiesAreThoseOfMannAndWhitney() {
        Random random = new Random(1);
        for (double shift : new double[] {0, 0.1, -0.3}) {
            double[] before = values(random, 40, 0);
            double[] after = values(random, 30, shift);
            double expected = new MannWhitneyUTest().mannWhitneyUTest(before, after);

            assertThat(new RankShift(before, after).pDifferent()).isCloseTo(expected, within(0.01 * expected + 0.006));
        }
    }

    /** Of 20 values each, from the table of the exact distribution: 127 is the largest U with a tail of at most 2.5 %. */
    @Test
    void theIntervalLeavesOutAsManyDifferencesAsTheTableSays() {
        double[] before = IntStream.range(0, 20).mapToDouble(i -> 1000.0 * i).toArray();
        double[] after =
                IntStream.range(0, 20).mapToDouble(i -> 1000.0 * i + i * i).toArray();
        double[] all = Arrays.stream(after)
                .flatMap(b -> Arrays.stream(before).map(a -> b - a))
                .sorted()
                .toArray();

        assertThat(new RankShift(before, after).interval()).containsExactly(all[127], all[400 - 1 - 127]);
    }

    @Test
    void theEstimateIsTheShiftAndFarValuesDoNotMoveIt() {
        double[] before = values(new Random(2), 10, 0);
        double[] after = Arrays.stream(before).map(value -> value + 2).toArray();
        double estimate = new RankShift(before, after).estimate();
        after[
                IntStream.range(0, 10)
                        .reduce((i, j) -> after[i] > after[j] ? i : j)
                        .orElseThrow()] = 1e9;

        assertThat(estimate).isCloseTo(2, within(1e-12));
        assertThat(new RankShift(before, after).estimate()).isCloseTo(2, within(0.1));
        assertThat(new RankShift(before, after).pAbove(0)).isLessThan(0.001);
    }

    @Test
    void equalValuesAreNoDifference() {
        double[] values = values(new Random(3), 12, 0);

        assertThat(new RankShift(values, values).pDifferent()).isEqualTo(1);
        assertThat(new RankShift(values, values).estimate()).isZero();
    }
}
