package io.github.l1bench.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ForkTimesTest {
    @Test
    void fourForksOfOneShotEachHaveAnIntervalOfTheirSpread() {
        Interval interval = new ForkTimes(new double[][] {{1.246}, {1.076}, {1.318}, {1.319}}).interval();
        assertThat(interval.low()).isCloseTo(1.0606, within(1e-3));
        assertThat(interval.high()).isCloseTo(1.4394, within(1e-3));
    }

    @Test
    void twoForksHaveNone() {
        assertThat(new ForkTimes(new double[][] {{1.9, 2}, {2, 2.1}}).interval().isKnown())
                .isFalse();
    }
}
