package io.github.l1bench.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.ejml.data.DMatrixSparseCSC;
import org.junit.jupiter.api.Test;

class SparseDesignTest {
    @Test
    void takingOverGivesTheSameDesignAsCopying() {
        Standardization standardization = Standardization.of(raw());
        SparseDesign copied = new SparseDesign(raw(), standardization);
        SparseDesign takenOver = SparseDesign.takingOver(raw(), standardization);

        for (int i = 0; i < 3; i++) {
            assertThat(takenOver.rowReader().row(i))
                    .isEqualTo(copied.rowReader().row(i));
        }
    }

    @Test
    void takingOverKeepsTheMatrixAndCopyingLeavesItAsItWas() {
        DMatrixSparseCSC handedOver = raw();
        DMatrixSparseCSC kept = raw();
        Standardization standardization = Standardization.of(raw());
        new SparseDesign(kept, standardization);

        assertThat(SparseDesign.takingOver(handedOver, standardization).uncenteredColumns())
                .isSameAs(handedOver);
        assertThat(kept.nz_values).isEqualTo(raw().nz_values);
    }

    private static DMatrixSparseCSC raw() {
        DMatrixSparseCSC raw = new DMatrixSparseCSC(3, 2);
        raw.set(0, 0, 2);
        raw.set(2, 0, 5);
        raw.set(1, 1, -3);
        return raw;
    }
}
