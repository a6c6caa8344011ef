package io.github.l1bench.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.ops.DConvertMatrixStruct;
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

        assertThat(SparseDesign.takingOver(handedOver, standardization.withoutCentering())
                        .uncenteredColumns())
                .isSameAs(handedOver);
        assertThat(kept.nz_values).isEqualTo(raw().nz_values);
    }

    @Test
    void rowsInAnyOrderWithinAColumnAreTheSameDesign() {
        DMatrixSparseCSC unsorted = raw();
        unsorted.nz_rows[0] = 2;
        unsorted.nz_rows[1] = 0;
        unsorted.nz_values[0] = 5;
        unsorted.nz_values[1] = 2;
        unsorted.indicesSorted = false;

        SparseDesign design = new SparseDesign(unsorted, Standardization.none(2));

        assertThat(design.uncenteredColumns().nz_rows).startsWith(0, 2, 1);
        assertThat(design.uncenteredColumns().nz_values).startsWith(2, 5, -3);
    }

    @Test
    void densityCountsWhatIsStoredAndEntriesWhatALookVisits() {
        Standardization standardization = Standardization.of(raw());
        Design sparse = new SparseDesign(raw(), Standardization.none(2));
        Design centred = new SparseDesign(raw(), standardization);
        Design dense = new DenseDesign(DConvertMatrixStruct.convert(raw(), (DMatrixRMaj) null));

        assertThat(sparse.density()).isEqualTo(0.5);
        assertThat(centred.density()).as("with the zero of the fuller feature").isEqualTo(4 / 6.0);
        assertThat(dense.density()).isEqualTo(1);
        assertThat(sparse.entries()).isEqualTo(3);
        assertThat(centred.entries()).isEqualTo(6);
        assertThat(dense.entries()).isEqualTo(6);
    }

    @Test
    void saysWhatItIs() {
        Standardization standardization = Standardization.of(raw());
        DMatrixRMaj dense = DConvertMatrixStruct.convert(raw(), (DMatrixRMaj) null);

        assertThat(new SparseDesign(raw(), standardization))
                .hasToString("sparse design, 3 x 2, 4 nonzeros, centred implicitly");
        assertThat(new SparseDesign(raw(), standardization.withoutCentering()))
                .hasToString("sparse design, 3 x 2, 3 nonzeros");
        assertThat(new DenseDesign(dense, standardization)).hasToString("dense design, 3 x 2, centred");
        assertThat(new DenseDesign(dense)).hasToString("dense design, 3 x 2");
    }

    /** Those of an uncentred one would take n p numbers for few nonzeros. */
    @Test
    void onlyACentredDesignKeepsItsRowsDense() {
        Design centred = new SparseDesign(raw(), Standardization.of(raw()));
        Design sparse = new SparseDesign(raw(), Standardization.none(2));

        assertThat(centred.rowReader().row(1)).isSameAs(centred.rowReader().row(1));
        assertThat(sparse.rowReader().row(1)).isNotSameAs(sparse.rowReader().row(1));
    }

    private static DMatrixSparseCSC raw() {
        DMatrixSparseCSC raw = new DMatrixSparseCSC(3, 2);
        raw.set(0, 0, 2);
        raw.set(2, 0, 5);
        raw.set(1, 1, -3);
        return raw;
    }
}
