package io.github.l1bench.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HolmTest {
    @Test
    void eachProbabilityIsHeldAgainstTheTestsThatAreLeft() {
        assertThat(Holm.significant(List.of(0.04, 0.01, 0.03, 0.005), 0.05, p -> p))
                .containsExactly(0.005, 0.01);
        assertThat(Holm.significant(List.of(0.02, 0.02), 0.05, p -> p)).hasSize(2);
        assertThat(Holm.significant(List.of(0.03, 0.03), 0.05, p -> p)).isEmpty();
    }
}
