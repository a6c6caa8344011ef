package io.github.l1bench.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.l1bench.SmallProblem;
import org.ejml.data.DMatrixSparseCSC;
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

    /** The chosen row holds nearly all nonzeros, more than its share of the rows lets expect. */
    @Test
    void aRowFarFullerThanTheOthersIsSelectedWhole() {
        int p = 300;
        DMatrixSparseCSC raw = new DMatrixSparseCSC(4, p);
        for (int j = 0; j < p; j++) {
            raw.set(2, j, j + 1);
        }
        raw.set(0, 0, -1);
        Design design = new SparseDesign(raw, Standardization.none(p));

        Design selected = design.select(new int[] {0, 2});

        assertThat(selected.uncenteredColumns().nz_length).isEqualTo(p + 1);
        assertThat(selected.rowReader().row(1).clone())
                .containsExactly(design.rowReader().row(2));
        assertThat(selected.rowReader().row(0)[0]).isEqualTo(-1);
    }
}
