package io.github.l1bench.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForksTest {
    private static final Combination COMBINATION = new Combination("a.B.solve", Map.of("target", "1e-3"));

    @ParameterizedTest
    @CsvSource({"0, 2, false", "3, 2, false", "4, 2, true", "4, 0.9, false"})
    void fourSufficeOfShotsThatTakeMoreThanASecond(int count, double seconds, boolean enough) {
        Forks forks = new Forks();
        for (int fork = 0; fork < count; fork++) {
            forks.add(List.of(SampleForks.fork(COMBINATION, seconds, 1)));
        }
        assertThat(forks.suffice()).isEqualTo(enough);
    }
}
