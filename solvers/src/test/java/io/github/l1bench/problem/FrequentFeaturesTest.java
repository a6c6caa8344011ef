package io.github.l1bench.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.l1bench.kernel.Team;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.ops.DConvertMatrixStruct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrequentFeaturesTest {
    private static final int SAMPLES = 40;

    // Every second feature is in ten samples of forty, the others in nine.
    private static DMatrixSparseCSC alternating(int features) {
        DMatrixRMaj raw = new DMatrixRMaj(SAMPLES, features);
        for (int j = 0; j < features; j++) {
            for (int q = 0; q < (j % 2 == 0 ? 10 : 9); q++) {
                raw.set((3 * q + j) % SAMPLES, j, 1 + q + 100 * j);
            }
        }
        return DConvertMatrixStruct.convert(raw, (DMatrixSparseCSC) null, 0);
    }

    private static double[][] rows(FrequentFeatures found) {
        return ((DoubleBlock) found.block()).rows();
    }

    @Test
    void areThoseInAQuarterOfTheSamples() {
        FrequentFeatures found = FrequentFeatures.of(alternating(33), false);

        assertThat(found.features())
                .containsExactly(IntStream.range(0, 17).map(a -> 2 * a).toArray());
        assertThat(found.others())
                .containsExactly(IntStream.range(0, 16).map(a -> 2 * a + 1).toArray());
    }

    @Test
    void rowsHoldTheirValuesAndZeros() {
        DMatrixSparseCSC columns = alternating(32);

        FrequentFeatures found = FrequentFeatures.of(columns, false);

        assertThat(rows(found)).hasDimensions(SAMPLES, 16);
        for (int i = 0; i < SAMPLES; i++) {
            for (int a = 0; a < 16; a++) {
                assertThat(rows(found)[i][a]).isEqualTo(columns.get(i, 2 * a));
            }
        }
    }

    @Test
    void fewerThanSixteenCountAsNone() {
        FrequentFeatures found = FrequentFeatures.of(alternating(30), false);

        assertThat(found.features()).isEmpty();
        assertThat(found.others()).containsExactly(IntStream.range(0, 30).toArray());
        assertThat(rows(found)).hasDimensions(SAMPLES, 0);
    }

    @Test
    void aSelectionHasTheSameFeaturesAndSharesRows() {
        FrequentFeatures all = FrequentFeatures.of(alternating(40), false);

        FrequentFeatures some = all.select(new int[] {3, 17});

        assertThat(some.features()).isSameAs(all.features());
        assertThat(some.others()).isSameAs(all.others());
        assertThat(rows(some)).hasDimensions(2, all.features().length);
        assertThat(rows(some)[0]).isSameAs(rows(all)[3]);
        assertThat(rows(some)[1]).isSameAs(rows(all)[17]);
    }

    /** Gradients of a selected design are those of a design made of the selected rows alone. */
    @Test
    void aSelectedDesignMultipliesWithItsOwnRows() {
        int[] samples = {0, 1, 5, 20, 39};
        Standardization standardization = Standardization.of(alternating(40));
        Design selected = new SparseDesign(alternating(40), standardization).select(samples);
        DMatrixRMaj rows = new DMatrixRMaj(samples.length, 40);
        for (int i = 0; i < samples.length; i++) {
            for (int j = 0; j < 40; j++) {
                rows.set(i, j, alternating(40).get(samples[i], j));
            }
        }
        Design alone = new DenseDesign(rows, standardization);
        double[][] residuals = residuals(samples.length);

        double[][] expected = new double[3][40];
        double[][] gradient = new double[3][40];
        alone.products(3).gradient(residuals, expected);
        selected.products(3).gradient(residuals, gradient);

        for (int k = 0; k < 3; k++) {
            assertThat(gradient[k]).containsExactly(expected[k], within(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void gradientsDoNotDependOnTheTeam(int members) {
        Design design = new SparseDesign(alternating(700), Standardization.of(alternating(700)));
        double[][] alone = new double[3][700];
        double[][] shared = new double[3][700];

        design.products(3).gradient(residuals(SAMPLES), alone);
        try (Team team = Team.of(members)) {
            design.products(3, team).gradient(residuals(SAMPLES), shared);
        }

        for (int k = 0; k < 3; k++) {
            assertThat(shared[k]).containsExactly(alone[k]);
        }
    }

    private static double[][] residuals(int samples) {
        Random random = new Random(9);
        double[][] residuals = new double[3][];
        Arrays.setAll(residuals, k -> random.doubles(samples, -1, 1).toArray());
        return residuals;
    }
}
