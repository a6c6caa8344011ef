package io.github.l1bench.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.ops.DConvertMatrixStruct;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("truth")
class StandardizationTest {
    @Test
    void givesMeanZeroAndPopulationVarianceOne() {
        int n = 97;
        DMatrixRMaj raw = new DMatrixRMaj(n, 3);
        Random random = new Random(1);
        for (int i = 0; i < n; i++) {
            raw.set(i, 0, 5 + 2 * random.nextGaussian());
            raw.set(i, 1, 1e6 + random.nextGaussian());
            raw.set(i, 2, i % 10 == 0 ? 1e-3 * random.nextDouble() : 0);
        }
        DenseDesign design = new DenseDesign(raw, Standardization.of(raw));
        double[] column = new double[n];
        for (int j = 0; j < 3; j++) {
            design.column(j, column);
            double mean = 0, square = 0;
            for (double v : column) {
                mean += v / n;
                square += v * v / n;
            }
            assertThat(mean).isCloseTo(0, within(1e-8));
            assertThat(square).isCloseTo(1, within(1e-8));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -7, 0.1, 1e-9, 123456.789, 1e12})
    void aConstantColumnHasScaleOne(double constant) {
        DMatrixRMaj raw = new DMatrixRMaj(1001, 1);
        raw.fill(constant);
        assertThat(Standardization.of(raw).scale()).containsExactly(1);
        assertThat(Standardization.of(sparse(raw)).scale()).containsExactly(1);
        assertThat(Standardization.of(raw).center()[0]).isCloseTo(constant, within(1e-12 * Math.abs(constant)));
    }

    @Test
    void aColumnThatVariesLittleIsNotTakenForConstant() {
        DMatrixRMaj raw = new DMatrixRMaj(1000, 1);
        for (int i = 0; i < 1000; i++) {
            raw.set(i, 0, 1 + (i % 2) * 1e-9);
        }
        assertThat(Standardization.of(raw).scale()[0]).isCloseTo(5e-10, within(1e-15));
        assertThat(Standardization.of(sparse(raw)).scale()[0]).isCloseTo(5e-10, within(1e-15));
    }

    @Test
    void sparseAndDenseAgree() {
        DMatrixRMaj raw = new DMatrixRMaj(50, 8);
        Random random = new Random(2);
        for (int i = 0; i < 50; i++) {
            for (int j = 0; j < 8; j++) {
                raw.set(i, j, random.nextInt(8) <= j ? random.nextInt(256) : 0);
            }
        }
        Standardization dense = Standardization.of(raw);
        Standardization sparse = Standardization.of(sparse(raw));
        assertThat(sparse.center()).containsExactly(dense.center(), within(1e-12));
        assertThat(sparse.scale()).containsExactly(dense.scale(), within(1e-12));
        assertThat(sparse.withoutCentering().centers()).isFalse();
        assertThat(sparse.withoutCentering().scale()).isEqualTo(sparse.scale());
    }

    @Test
    void refusesScalesThatAreNotPositiveAndNamesTheFeature() {
        assertThatThrownBy(() -> new Standardization(new double[2], new double[] {1, 0}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("feature 1");
        assertThatThrownBy(() -> new Standardization(new double[] {Double.NaN}, new double[] {1}))
                .hasMessageContaining("feature 0");
        assertThatThrownBy(() -> new Standardization(new double[1], new double[2]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static DMatrixSparseCSC sparse(DMatrixRMaj raw) {
        return DConvertMatrixStruct.convert(raw, (DMatrixSparseCSC) null, 0);
    }
}
