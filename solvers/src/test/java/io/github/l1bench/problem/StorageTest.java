package io.github.l1bench.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.ops.DConvertMatrixStruct;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("truth")
class StorageTest {
    private static final int N = 60;

    // Zeros: none in feature 0, a third in feature 1, one more in feature 2, nearly all in feature 3.
    private static DMatrixRMaj raw(double mean) {
        Random random = new Random(8);
        DMatrixRMaj raw = new DMatrixRMaj(N, 4);
        int[] zeros = {0, N / 3, N / 3 + 1, N - 2};
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < 4; j++) {
                raw.set(i, j, i < zeros[j] ? 0 : mean + random.nextInt(64));
            }
        }
        return raw;
    }

    private static List<Design> designs(DMatrixRMaj raw, Standardization standardization) {
        DMatrixSparseCSC sparse = DConvertMatrixStruct.convert(raw, (DMatrixSparseCSC) null, 0);
        return List.of(new DenseDesign(raw, standardization), new SparseDesign(sparse, standardization));
    }

    @Test
    void featuresWithFewZerosAreStoredCentredAndOthersKeepTheirZeros() {
        DMatrixRMaj raw = raw(10);
        for (Design design : designs(raw, Standardization.of(raw))) {
            DMatrixSparseCSC u = design.uncenteredColumns();

            assertThat(design.shift()[0]).isZero();
            assertThat(design.shift()[1]).isZero();
            assertThat(design.shift()[2]).isPositive();
            assertThat(design.shift()[3]).isPositive();
            assertThat(u.col_idx).containsExactly(0, N, 2 * N, 2 * N + N - N / 3 - 1, 2 * N + N - N / 3 + 1);
            for (int j = 0; j < 2; j++) {
                double[] column = Arrays.copyOfRange(u.nz_values, u.col_idx[j], u.col_idx[j + 1]);
                assertThat(Arrays.stream(column).sum()).isCloseTo(0, within(1e-12));
            }
        }
    }

    @Test
    void nothingIsCentredThatIsNotToBeCentred() {
        DMatrixRMaj raw = raw(10);
        for (Design design : designs(raw, Standardization.none(4))) {
            assertThat(design.shift()).containsOnly(0);
            assertThat(design.uncenteredColumns().get(N - 1, 0)).isEqualTo(raw.get(N - 1, 0));
            assertThat(design.uncenteredColumns().nz_length).isEqualTo(3 * N - 2 * N / 3 + 1);
        }
    }

    @Test
    void sparseDataKeepTheCentresOfFeaturesWithFewZerosOnly() {
        DMatrixSparseCSC raw = DConvertMatrixStruct.convert(raw(10), (DMatrixSparseCSC) null, 0);
        Standardization all = Standardization.of(raw);
        Standardization kept = all.keepingZeros(raw);

        assertThat(kept.scale()).isEqualTo(all.scale());
        assertThat(kept.center()).containsExactly(all.center()[0], all.center()[1], 0, 0);
        Design design = new SparseDesign(raw, kept);
        assertThat(design.shift()).containsOnly(0);
        assertThat(design.entries()).isEqualTo(design.uncenteredColumns().nz_length);
    }

    /** The selection of samples may have other shares of zeros. */
    @Test
    void selectedSamplesAreStoredAsTheWholeIs() {
        DMatrixRMaj raw = raw(10);
        int[] samples = {0, 1, 2, 3, N - 2, N - 1};
        for (Design design : designs(raw, Standardization.of(raw))) {
            Design some = design.select(samples);

            assertThat(some.shift()).isEqualTo(design.shift());
            for (int i = 0; i < samples.length; i++) {
                for (int j = 0; j < 4; j++) {
                    assertThat(some.uncenteredColumns().get(i, j))
                            .isEqualTo(design.uncenteredColumns().get(samples[i], j));
                }
            }
        }
    }

    /** A thousand times further from zero, a feature is the same to its last bits. */
    @ParameterizedTest
    @ValueSource(doubles = {0x1p10, 0x1p20, 0x1p40})
    void aConstantAddedToAFeatureChangesNoBitOfIt(double added) {
        DMatrixRMaj raw = raw(1);
        DMatrixRMaj far = raw.copy();
        for (int i = 0; i < N; i++) {
            far.add(i, 0, added);
        }
        double[] near = new double[N];
        double[] moved = new double[N];
        List<Design> designs = designs(raw, Standardization.of(raw));
        List<Design> others = designs(far, Standardization.of(far));
        for (int d = 0; d < 2; d++) {
            designs.get(d).column(0, near);
            others.get(d).column(0, moved);
            assertThat(moved).containsExactly(near, within(added * 0x1p-52));
            assertThat(others.get(d).shift()[0]).isZero();
        }
    }

    @Test
    void magnitudesBoundTheNumbersThatProductsAddUpWithoutOverflowOrUnderflow() {
        DMatrixRMaj raw = raw(3);
        for (int i = 0; i < N; i++) {
            raw.set(i, 1, 1e-200 * raw.get(i, 1));
            raw.set(i, 2, 1e140 * raw.get(i, 2));
        }
        for (Standardization s : List.of(Standardization.none(4), Standardization.of(raw))) {
            for (Design design : designs(raw, s)) {
                for (int j = 0; j < 4; j++) {
                    double scale =
                            Math.max(1e-300, Math.abs(design.uncenteredColumns().get(N - 1, j)));
                    double squares = 0;
                    for (int i = 0; i < N; i++) {
                        double x = (design instanceof DenseDesign
                                        ? design.rowReader().row(i)[j]
                                        : Math.abs(design.uncenteredColumns().get(i, j)) + Math.abs(design.shift()[j]))
                                / scale;
                        squares += x * x;
                    }
                    assertThat(design.magnitudes()[j] / scale)
                            .isBetween(Math.sqrt(squares) * (1 - 1e-12), 1.5 * Math.sqrt(squares));
                }
            }
        }
    }
}
