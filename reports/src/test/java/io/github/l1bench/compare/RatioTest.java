package io.github.l1bench.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.math3.stat.inference.TTest;
import org.junit.jupiter.api.Test;

class RatioTest {
    private static double[] times(long seed, int count, double scale) {
        Random random = new Random(seed);
        return random.doubles(count).map(u -> scale * Math.exp(0.1 * (u - 0.5))).toArray();
    }

    private static double[] logarithms(double[] times) {
        return java.util.stream.DoubleStream.of(times).map(Math::log).toArray();
    }

    @Test
    void theProbabilityIsThatOfWelchsTestOnLogarithms() {
        double[] a = times(1, 7, 1);
        double[] b = times(2, 5, 1.03);

        assertThat(Ratio.of(a, b, 0).pDifferent())
                .isCloseTo(new TTest().tTest(logarithms(a), logarithms(b)), within(1e-12));
    }

    @Test
    void theIntervalHoldsTheRatioAndTurnsAroundWithTheOrder() {
        double[] a = times(1, 7, 1);
        double[] b = times(2, 5, 2);
        Ratio forth = Ratio.of(a, b, 0);
        Ratio back = Ratio.of(b, a, 0);

        assertThat(forth.low()).isLessThan(forth.value());
        assertThat(forth.high()).isGreaterThan(forth.value());
        assertThat(back.low()).isCloseTo(1 / forth.high(), within(1e-12));
        assertThat(forth.value()).isCloseTo(2, within(0.2));
    }

    /** 95 % of the intervals hold the true ratio, give or take what 2,000 trials leave open. */
    @Test
    void theIntervalsCoverTheTruth() {
        Random random = new Random(5);
        int covered = 0;
        for (int trial = 0; trial < 2000; trial++) {
            double[] a = random.doubles(5)
                    .map(u -> Math.exp(0.2 * random.nextGaussian()))
                    .toArray();
            double[] b = random.doubles(5)
                    .map(u -> 3 * Math.exp(0.05 * random.nextGaussian()))
                    .toArray();
            Ratio ratio = Ratio.of(a, b, 0);
            covered += ratio.low() <= 3 && 3 <= ratio.high() ? 1 : 0;
        }

        assertThat(covered / 2000.0).isBetween(0.93, 0.97);
    }

    @Test
    void theMarginIsTolerated() {
        double[] a = times(1, 8, 1);
        double[] b = times(2, 8, 1.2);

        assertThat(Ratio.of(a, b, 0).pSlower()).isLessThan(0.01);
        assertThat(Ratio.of(a, b, 0.5).pSlower()).isGreaterThan(0.5);
    }

    @Test
    void oneSampleGivesARatioAndNoTest() {
        Ratio ratio = Ratio.of(new double[] {1}, new double[] {2, 2.1}, 0);

        assertThat(ratio.tested()).isFalse();
        assertThat(ratio.value()).isBetween(2.0, 2.1);
    }

    @Test
    void samplesWithoutSpreadAreCertain() {
        assertThat(Ratio.of(new double[] {1, 1}, new double[] {2, 2}, 0.5).pSlower())
                .isZero();
        assertThat(Ratio.of(new double[] {1, 1}, new double[] {1, 1}, 0).pDifferent())
                .isEqualTo(1);
    }
}
