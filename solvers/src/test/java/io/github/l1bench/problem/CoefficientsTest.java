package io.github.l1bench.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CoefficientsTest {
    private static Coefficients some() {
        return new Coefficients(new double[][] {{1, 0, -2, 0}, {0, 0.5, 0, 0}}, new double[] {3, 1});
    }

    @Test
    void countsWhatIsNotZero() {
        assertThat(some().nonzeros()).isEqualTo(3);
        assertThat(some().sparsityPercent()).isEqualTo(62.5);
        assertThat(some().l1Norm()).isEqualTo(3.5);
    }

    @Test
    void isFiniteIfEveryNumberIs() {
        assertThat(some().isFinite()).isTrue();
        assertThat(new Coefficients(new double[][] {{Double.NaN}}, new double[1]).isFinite())
                .isFalse();
        assertThat(new Coefficients(new double[1][1], new double[] {Double.POSITIVE_INFINITY}).isFinite())
                .isFalse();
    }

    @Test
    void aCopySharesNothing() {
        Coefficients given = some();
        Coefficients copy = given.copy();
        copy.weights()[1][1] = 7;
        copy.intercept()[0] = 7;
        assertThat(given.weights()).isDeepEqualTo(some().weights());
        assertThat(given.intercept()).isEqualTo(some().intercept());
    }
}
