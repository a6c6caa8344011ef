package io.github.l1bench.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DriftTest {
    private static Drift drift(double... values) {
        return Drift.of(values);
    }

    /** Kendall's table for n = 5: 1 of 120 orders rises throughout, 5 of 120 have S of 8 or more. */
    @Test
    void probabilitiesAreThoseOfKendallsTable() {
        assertThat(drift(1, 2, 3, 4, 5).p()).isCloseTo(2 / 120.0, within(1e-15));
        assertThat(drift(1, 2, 3, 5, 4).p()).isCloseTo(10 / 120.0, within(1e-15));
        assertThat(drift(3, 1, 4, 2, 3.5).p()).isGreaterThan(0.5);
    }

    @Test
    void aForkWhoseShotsBecomeFasterDrifts() {
        assertThat(drift(5, 4, 3.5, 3.2, 3.1).isRelevant()).isTrue();
        assertThat(drift(5, 4, 3.5, 3.2, 3.1).change()).isNegative();
        assertThat(new ForkTimes(new double[][] {{1, 1.1, 1, 1.1, 1}, {5, 4, 3.5, 3.2, 3.1}}).drifting())
                .containsExactly(2);
    }

    @Test
    void aTrendTooSmallToMatterIsSteady() {
        assertThat(drift(1, 1.001, 1.002, 1.003, 1.004).isRelevant()).isFalse();
    }

    @Test
    void fewShotsTellNoTrend() {
        assertThat(drift(4, 3, 2, 1).isRelevant()).isFalse();
        assertThat(drift(1).p()).isEqualTo(1);
    }
}
