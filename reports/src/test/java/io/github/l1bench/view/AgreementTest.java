package io.github.l1bench.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class AgreementTest {
    @Test
    void sharedEitherAndConflictingWeightsAreCounted() {
        double[][] a = {{1, 0, 2, -1}, {0, 0, 3, 0}};
        double[][] b = {{1, 0, -2, 0}, {0, 1, 3, 0}};

        Agreement agreement = Agreement.of(a, b);

        assertThat(agreement).isEqualTo(new Agreement(3, 5, 1, 4));
        assertThat(agreement.overlap()).isEqualTo(0.6);
        assertThat(Agreement.of(b, a)).isEqualTo(agreement);
    }

    @Test
    void emptySupportsAgree() {
        assertThat(Agreement.of(new double[2][3], new double[2][3]).overlap()).isEqualTo(1);
    }

    @Test
    void weightsOfAnotherShapeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Agreement.of(new double[2][3], new double[2][4]))
                .withMessageContaining("2 x 3 and 2 x 4");
    }
}
