package io.github.l1bench.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ForkTimesTest {
    @Test
    void fourForksOfOneShotEachHaveAnInterval() {
        Interval interval = new ForkTimes(new double[][] {{1.9}, {2}, {2.1}, {2.05}}).interval();
        assertThat(interval.isKnown()).isTrue();
        assertThat(interval.low()).isBetween(1.5, 1.95);
        assertThat(interval.high()).isBetween(2.05, 2.7);
    }

    @Test
    void twoForksHaveNone() {
        assertThat(new ForkTimes(new double[][] {{1.9, 2}, {2, 2.1}}).interval().isKnown())
                .isFalse();
    }
}
