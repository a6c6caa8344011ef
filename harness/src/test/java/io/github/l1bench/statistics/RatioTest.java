package io.github.l1bench.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RatioTest {
    private static final double FORK_SPREAD = 0.05;
    private static final double SHOT_SPREAD = 0.03;

    private static ForkTimes times(Random random, int forks, double scale) {
        double[][] shots = new double[forks][5];
        for (double[] fork : shots) {
            double level = scale * Math.exp(FORK_SPREAD * random.nextGaussian());
            for (int s = 0; s < fork.length; s++) {
                fork[s] = level * Math.exp(SHOT_SPREAD * random.nextGaussian());
            }
        }
        return new ForkTimes(shots);
    }

    private static ForkTimes shots(double[]... forks) {
        return new ForkTimes(forks);
    }

    @Test
    void theIntervalHoldsTheRatioAndTurnsAroundWithTheOrder() {
        Random random = new Random(1);
        ForkTimes a = times(random, 7, 1);
        ForkTimes b = times(random, 5, 2);
        Ratio forth = Ratio.of(a, b, 0);
        Ratio back = Ratio.of(b, a, 0);

        assertThat(forth.interval().low()).isLessThan(forth.value());
        assertThat(forth.interval().high()).isGreaterThan(forth.value());
        assertThat(forth.value()).isCloseTo(2, within(0.2));
        assertThat(back.value()).isCloseTo(1 / forth.value(), within(1e-12));
        assertThat(back.interval().low()).isCloseTo(1 / forth.interval().high(), within(0.02));
    }

    /** Of 400 pairs of equal solvers, give or take what chance leaves open: three standard errors are 0.033. */
    @Tag("long")
    @Test
    void fiveForksErrInFivePercentWhereThereIsNoDifferenceAndTheIntervalsCoverTheTruth() {
        Random random = new Random(5);
        int different = 0;
        int slower = 0;
        int covered = 0;
        int trials = 400;
        for (int trial = 0; trial < trials; trial++) {
            Ratio ratio = Ratio.of(times(random, 5, 1), times(random, 5, 1), 0);
            different += ratio.pDifferent() <= 0.05 ? 1 : 0;
            slower += ratio.pSlower() <= 0.025 ? 1 : 0;
            covered += ratio.interval().low() <= 1 && 1 <= ratio.interval().high() ? 1 : 0;
        }

        assertThat((double) different / trials).isBetween(0.02, 0.083);
        assertThat((double) slower / trials).isBetween(0.005, 0.05);
        assertThat((double) covered / trials).isBetween(0.917, 0.98);
    }

    // Every sixth fork meets other programs.
    private static ForkTimes disturbed(Random random, int forks, double scale) {
        double[][] shots = times(random, forks, scale).shots();
        for (double[] fork : shots) {
            double longer = random.nextInt(6) == 0 ? 1.3 + random.nextDouble() : 1;
            Arrays.setAll(fork, s -> longer * fork[s]);
        }
        return new ForkTimes(shots);
    }

    /** Three standard errors are 0.046 for 200 pairs. By the means of all forks a tenth would be found in a third of them. */
    @Tag("long")
    @ParameterizedTest
    @ValueSource(ints = {10, 30})
    void disturbedForksNeitherRaiseAlarmsNorHideASlowdown(int forks) {
        Random random = new Random(13);
        int different = 0;
        int found = 0;
        int trials = 200;
        for (int trial = 0; trial < trials; trial++) {
            ForkTimes before = disturbed(random, forks, 1);
            different += Ratio.of(before, disturbed(random, forks, 1), 0).pDifferent() <= 0.05 ? 1 : 0;
            found += Ratio.of(before, disturbed(random, forks, 1.1), 0).pSlower() <= 0.025 ? 1 : 0;
        }

        assertThat((double) different / trials).isLessThan(0.096);
        assertThat((double) found / trials).isGreaterThan(forks == 30 ? 0.9 : 0.4);
    }

    /** Taken one by one, shots of a few forks look like many samples: the test would err in most pairs. */
    @Test
    void shotsOfOneForkAreNoIndependentSamples() {
        double[] slow = {1.1, 1.11, 1.1, 1.12, 1.1};
        double[] quick = {1, 1.01, 1, 1.02, 1.01};

        assertThat(Ratio.of(shots(quick, quick.clone()), shots(slow, slow.clone()), 0)
                        .tested())
                .isFalse();
        assertThat(Ratio.of(shots(quick, slow, quick, slow, quick), shots(slow, quick, slow, quick, slow), 0)
                        .pDifferent())
                .isGreaterThan(0.3);
    }

    @Test
    void theMarginIsTolerated() {
        Random random = new Random(1);
        ForkTimes a = times(random, 8, 1);
        ForkTimes b = times(random, 8, 1.2);

        assertThat(Ratio.of(a, b, 0).pSlower()).isLessThan(0.01);
        assertThat(Ratio.of(a, b, 0.5).pSlower()).isGreaterThan(0.5);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 12})
    void slowerIsSignificantWhereTheIntervalLiesAboveTheMargin(int forks) {
        Random random = new Random(3);
        for (int trial = 0; trial < 50; trial++) {
            Ratio ratio = Ratio.of(times(random, forks, 1), times(random, forks, 1.08), 0);

            assertThat(ratio.interval().low() > 1).isEqualTo(ratio.pSlower() <= 0.025);
        }
    }

    @Test
    void theSameTimesGiveTheSameNumbers() {
        ForkTimes a = times(new Random(1), 5, 1);
        ForkTimes b = times(new Random(2), 5, 1);

        assertThat(Ratio.of(a, b, 0.1)).isEqualTo(Ratio.of(a, b, 0.1));
    }

    @Test
    void forksWithoutSpreadAreCertain() {
        ForkTimes one = shots(new double[] {1}, new double[] {1}, new double[] {1});
        ForkTimes two = shots(new double[] {2}, new double[] {2}, new double[] {2});

        assertThat(Ratio.of(one, two, 0.5).pSlower()).isZero();
        assertThat(Ratio.of(one, one, 0.5).pDifferent()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5})
    void theIntervalOfATimeCoversItsForksMean(int forks) {
        Random random = new Random(11);
        int covered = 0;
        int trials = 400;
        double truth = Math.exp((SHOT_SPREAD * SHOT_SPREAD) / 2);
        for (int trial = 0; trial < trials; trial++) {
            Interval interval = times(random, forks, 1).interval();
            covered += interval.low() <= truth && truth <= interval.high() ? 1 : 0;
        }

        assertThat((double) covered / trials).isBetween(0.917, 0.98);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void fewForksErrInFivePercentWhereThereIsNoDifference(int forks) {
        Random random = new Random(7);
        int different = 0;
        int trials = 400;
        for (int trial = 0; trial < trials; trial++) {
            different +=
                    Ratio.of(times(random, forks, 1), times(random, 5, 1), 0).pDifferent() <= 0.05 ? 1 : 0;
        }

        assertThat((double) different / trials).isBetween(0.005, 0.083);
    }

    @Test
    void whatIsNoTimeIsLeftOut() {
        ForkTimes times = shots(new double[] {1, Double.NaN, 0}, new double[] {Double.POSITIVE_INFINITY});

        assertThat(times.forks()).isEqualTo(1);
        assertThat(times.count()).isEqualTo(1);
        assertThat(times.interval().isKnown()).isFalse();
        assertThat(Stream.of(Ratio.of(times, shots(), 0).value())).containsOnly(Double.NaN);
    }
}
