package io.github.l1bench.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.l1bench.SmallProblem;
import org.junit.jupiter.api.Test;

class SelectTest {
    private static final int[] SAMPLES = {0, 7, 8, 150, 299};

    @Test
    void selectedRowsAreThoseOfTheWholeDesign() {
        for (Design design : new Design[] {
            SmallProblem.standardizedDense(0.01).design(),
            SmallProblem.standardizedSparse(0.01).design(),
            SmallProblem.sparse(0.01).design()
        }) {
            Design selected = design.select(SAMPLES);

            assertThat(selected.rows()).isEqualTo(SAMPLES.length);
            assertThat(selected.standardization()).isEqualTo(design.standardization());
            for (int i = 0; i < SAMPLES.length; i++) {
                double[] expected = design.rowReader().row(SAMPLES[i]).clone();
                assertThat(selected.rowReader().row(i)).containsExactly(expected);
            }
        }
    }

    @Test
    void uncenteredFormIsSelectedToo() {
        Design dense = SmallProblem.standardizedDense(0.01).design().select(SAMPLES);
        Design sparse = SmallProblem.standardizedSparse(0.01).design().select(SAMPLES);

        assertThat(dense.uncenteredColumns().nz_length).isEqualTo(sparse.uncenteredColumns().nz_length);
        for (int j = 0; j < dense.columns(); j++) {
            for (int i = 0; i < SAMPLES.length; i++) {
                assertThat(dense.uncenteredColumns().get(i, j))
                        .isCloseTo(sparse.uncenteredColumns().get(i, j), within(1e-14));
            }
        }
    }
}
