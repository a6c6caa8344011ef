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

    /** Of 3 and 4 values there are 35 orders; one, one and two of them have 12, 11 and 10 pairs in order. */
    @Test
    void probabilitiesOfFewValuesAreCounted() {
        double[] low = {1, 2, 3};

        assertThat(new RankShift(low, new double[] {4, 5, 6, 7}).pAbove(0)).isCloseTo(1 / 35.0, within(1e-15));
        assertThat(new RankShift(low, new double[] {2.5, 5, 6, 7}).pAbove(0)).isCloseTo(2 / 35.0, within(1e-15));
        assertThat(new RankShift(low, new double[] {1.5, 5, 6, 7}).pAbove(0)).isCloseTo(4 / 35.0, within(1e-15));
    }

    @Test
    void roundingDecidesNothing() {
        double[] values = values(new Random(4), 12, 0);
        double[] shifted = Arrays.stream(values).map(value -> value + 0.1).toArray();
        double[] equal = new double[12];
        double[] above = new double[12];
        Arrays.fill(equal, 0.3);
        Arrays.fill(above, 0.1 + 0.2);

        assertThat(new RankShift(equal, above).pDifferent()).isEqualTo(1);
        assertThat(new RankShift(values, shifted).pAbove(0.1)).isGreaterThan(0.5);
    }

    /** A library's test, which is the normal distribution without the correction for continuity. */
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
