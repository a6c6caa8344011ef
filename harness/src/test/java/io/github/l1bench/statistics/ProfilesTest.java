package io.github.l1bench.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProfilesTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    /** Three problems and two solvers, by hand: ratios (1, 2), (3, 1), (1, inf). */
    @Test
    void aProfileByHand() {
        PerformanceProfile profile = PerformanceProfile.of(new double[][] {{2, 4}, {9, 3}, {5, INF}});

        assertThat(profile.of(0).share(1)).isEqualTo(2 / 3.0);
        assertThat(profile.of(0).share(2.999)).isEqualTo(2 / 3.0);
        assertThat(profile.of(0).share(3)).isEqualTo(1);
        assertThat(profile.of(1).share(1)).isEqualTo(1 / 3.0);
        assertThat(profile.of(1).share(2)).isEqualTo(2 / 3.0);
        assertThat(profile.of(1).share(1e300)).isEqualTo(2 / 3.0);
        assertThat(profile.wins(0)).containsExactly(0, 2);
        assertThat(profile.wins(1)).containsExactly(1);
    }

    /** rho_s(tau) = |{p : t_ps / min_s t_ps <= tau}| / |P|, written out. */
    @Test
    void aProfileIsThatOfTheTextbook() {
        Random random = new Random(3);
        for (int round = 0; round < 20; round++) {
            double[][] costs = new double[1 + random.nextInt(30)][4];
            for (double[] row : costs) {
                for (int s = 0; s < row.length; s++) {
                    row[s] = random.nextInt(4) == 0 ? INF : Math.exp(3 * random.nextGaussian());
                }
            }
            PerformanceProfile profile = PerformanceProfile.of(costs);
            for (int s = 0; s < 4; s++) {
                for (double tau : new double[] {1, 1.5, 2, 10, 1e3, 1e9}) {
                    assertThat(profile.of(s).share(tau)).isCloseTo(textbook(costs, s, tau), within(1e-12));
                }
            }
        }
    }

    private static double textbook(double[][] costs, int solver, double tau) {
        int within = 0;
        for (double[] row : costs) {
            double least = Arrays.stream(row).min().orElseThrow();
            within += row[solver] < INF && row[solver] / least <= tau ? 1 : 0;
        }
        return (double) within / costs.length;
    }

    @Test
    void aProblemThatNobodySolvesCountsAgainstAll() {
        PerformanceProfile profile = PerformanceProfile.of(new double[][] {{1, 2}, {INF, INF}});

        assertThat(profile.of(0).share(1e300)).isEqualTo(0.5);
        assertThat(profile.wins(1)).isEmpty();
    }

    @Test
    void equallyFastSolversBothWin() {
        PerformanceProfile profile = PerformanceProfile.of(new double[][] {{3, 3}});

        assertThat(profile.of(0).share(1)).isEqualTo(1);
        assertThat(profile.of(1).share(1)).isEqualTo(1);
    }

    @Test
    void oneSolverIsAlwaysTheBestAndNoProblemIsNoShare() {
        assertThat(PerformanceProfile.of(new double[][] {{7}, {2}}).of(0).share(1))
                .isEqualTo(1);
        assertThat(PerformanceProfile.of(new double[0][]).of(0).share(1)).isZero();
    }

    @Test
    void againstAnEarlierBestARatioMayBeBelowOne() {
        PerformanceProfile profile =
                PerformanceProfile.against(new double[][] {{1}, {4}, {4}}, new double[] {2, 2, INF});

        assertThat(profile.of(0).share(0.5)).isEqualTo(1 / 3.0);
        assertThat(profile.of(0).share(1e9)).isEqualTo(2 / 3.0);
    }

    @Test
    void aDistributionOfRuntimesCountsWhatWasNeverReached() {
        Steps steps = Steps.of(Arrays.stream(new double[] {3, INF, 1, 1}));

        assertThat(steps.share(0.999)).isZero();
        assertThat(steps.share(1)).isEqualTo(0.5);
        assertThat(steps.share(3)).isEqualTo(0.75);
        assertThat(steps.share(INF)).isEqualTo(0.75);
        assertThat(steps.reached()).containsExactly(1, 1, 3);
    }
}
