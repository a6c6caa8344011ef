package io.github.l1bench.problem;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.ops.DConvertMatrixStruct;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DesignLimitsTest {
    private static DMatrixRMaj with(double value) {
        return new DMatrixRMaj(new double[][] {{1, 2}, {3, value}, {0, 1}});
    }

    private static DMatrixSparseCSC sparse(DMatrixRMaj dense) {
        return DConvertMatrixStruct.convert(dense, (DMatrixSparseCSC) null, 0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e200, -1e160})
    void valuesWithoutFiniteSquaresAreNamed(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DenseDesign(with(value)))
                .withMessageStartingWith("sample 1, feature 1 is " + value + ";")
                .withMessageContaining("re");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SparseDesign(sparse(with(value)), Standardization.none(2)))
                .withMessageStartingWith("sample 1, feature 1 is " + value + ";");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e200, -1e300})
    void aFeatureWithoutFiniteVarianceIsNamed(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Standardization.of(with(value)))
                .withMessageStartingWith("feature 1 has")
                .withMessageEndingWith("rescale or remove that feature");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Standardization.of(sparse(with(value))))
                .withMessageStartingWith("feature 1 has");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e150, -1e150, 1e-150, 1e-300, Double.MIN_VALUE, 0})
    void largeAndSmallValuesAreTaken(double value) {
        assertThatCode(() -> new DenseDesign(with(value))).doesNotThrowAnyException();
        assertThatCode(() -> new SparseDesign(sparse(with(value)), Standardization.none(2)))
                .doesNotThrowAnyException();
    }
}
