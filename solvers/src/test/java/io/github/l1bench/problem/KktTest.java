package io.github.l1bench.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("truth")
class KktTest {
    @ParameterizedTest
    @CsvSource({
        "2, -0.5, 0",
        "-2, 0.5, 0",
        "2, 0.5, 1",
        "-2, -0.5, 1",
        "2, -0.75, 0.25",
        "0, 0.75, 0.25",
        "0, -0.75, 0.25",
        "0, 0.5, 0",
        "0, -0.25, 0",
        "-0.0, 0.25, 0",
        "0, NaN, NaN",
        "1, NaN, NaN"
    })
    void isTheDistanceOfZeroFromTheSubdifferential(double weight, double gradient, Double residual) {
        assertThat(Kkt.residual(weight, gradient, 0.5)).isEqualTo(residual);
    }
}
