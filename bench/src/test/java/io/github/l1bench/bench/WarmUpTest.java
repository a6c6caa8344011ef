package io.github.l1bench.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("truth")
class WarmUpTest {
    private static int shots(WarmUp warmUp, double... seconds) {
        int shots = 1;
        while (shots < seconds.length && warmUp.goesOn(seconds[shots - 1])) {
            shots++;
        }
        return shots;
    }

    @Test
    void itGoesOnWhileShotsBecomeFaster() {
        assertThat(shots(new WarmUp(100), 8, 7, 6, 5, 4, 3, 2, 1.99, 1.99)).isEqualTo(8);
    }

    @Test
    void shortShotsHaveToBeSteadyForAWhile() {
        assertThat(shots(new WarmUp(100), 0.4, 0.1, 0.11, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1))
                .as("five of them after the best")
                .isEqualTo(7);
    }

    @Test
    void itsTimeIsLimited() {
        assertThat(shots(new WarmUp(2.5), 1.5, 1.1, 1.05, 1)).isEqualTo(2);
    }
}
