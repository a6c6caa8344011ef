package io.github.l1bench.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.l1bench.kernel.CompensatedSum;
import java.util.Arrays;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.ops.DConvertMatrixStruct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteBlockTest {
    private static final int FEATURES = 21;

    private final Random random = new Random(3);

    // Pixels, a third of them dark, standardised; the first feature is constant, the second has only two levels.
    private double[][] pixels(int n, double mean, double deviation) {
        double[][] columns = new double[FEATURES][n];
        for (int a = 1; a < FEATURES; a++) {
            for (int i = 0; i < n; i++) {
                int pixel = random.nextInt(3) == 0 ? 0 : random.nextInt(a == 1 ? 2 : 256);
                columns[a][i] = (pixel - mean) / deviation;
            }
        }
        return columns;
    }

    private double[][] normal(int count, int n) {
        double[][] x = new double[count][];
        Arrays.setAll(x, k -> random.doubles(n, -1, 1).toArray());
        return x;
    }

    private static ByteBlock block(double[][] columns) {
        return ByteBlock.of(columns[0].length, columns.length, a -> columns[a]).orElseThrow();
    }

    private static double[][] sums(DenseBlock block, double[][] factors) {
        double[] totals =
                Arrays.stream(factors).mapToDouble(f -> Arrays.stream(f).sum()).toArray();
        double[][] sums = new double[factors.length][FEATURES];
        block.sums(factors, totals, sums, 0, 8);
        block.sums(factors, totals, sums, 8, FEATURES);
        return sums;
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "33.1, 78.3", "-7, 0.001", "0.3, 1e200"})
    void sumsAreThoseOfTheNumbersWithinTheCertificatesBound(double mean, double deviation) {
        int n = 300;
        double[][] columns = pixels(n, mean, deviation);
        double[][] factors = normal(3, n);
        ByteBlock block = block(columns);
        double[] magnitudes = block.magnitudes();
        RoundingErrors errors = new RoundingErrors(3, n);

        double[][] sums = sums(block, factors);

        for (int k = 0; k < factors.length; k++) {
            double norm = Math.sqrt(CompensatedSum.dot(factors[k], factors[k], n));
            for (int a = 0; a < FEATURES; a++) {
                double exact = CompensatedSum.dot(columns[a], factors[k], n);
                assertThat(sums[k][a]).isCloseTo(exact, within(n * errors.ofGradient(magnitudes[a], norm)));
                assertThat(magnitudes[a]).isGreaterThanOrEqualTo(0.999999 * sizeOfTerms(columns[a]));
            }
        }
    }

    // What is added up for a feature: its lowest level, and each number's distance from that.
    private static double sizeOfTerms(double[] column) {
        double low = Arrays.stream(column).min().orElseThrow();
        double largest =
                Arrays.stream(column).map(v -> Math.abs(low) + (v - low)).max().orElseThrow();
        double squares = Arrays.stream(column)
                .map(v -> (Math.abs(low) + (v - low)) / largest)
                .map(v -> v * v)
                .sum();
        return largest == 0 ? 0 : largest * Math.sqrt(squares);
    }

    @Test
    void scoresAreWeightedSumsOfColumns() {
        int n = 130;
        double[][] columns = pixels(n, 20, 7);
        ByteBlock block = block(columns);
        double[][] weights = normal(3, FEATURES);
        weights[1][4] = 0;
        int[] same = new int[FEATURES];
        Arrays.setAll(same, a -> a);
        double[][] all = new double[3][n];
        double[][] alone = new double[3][n];
        for (double[] ofClass : all) {
            Arrays.fill(ofClass, 0.5);
        }

        block.addAll(weights, all, 0, 64);
        block.addAll(weights, all, 64, n);

        for (int k = 0; k < 3; k++) {
            block.add(weights[k], same, alone[k]);
            for (int i = 0; i < n; i++) {
                double z = 0;
                for (int a = 0; a < FEATURES; a++) {
                    z += weights[k][a] * columns[a][i];
                }
                assertThat(all[k][i]).isCloseTo(0.5 + z, within(1e-12));
                assertThat(alone[k][i]).isCloseTo(z, within(1e-12));
            }
        }
    }

    @Test
    void weightsStandWhereTheFeaturesSay() {
        double[][] columns = pixels(40, 0, 1);
        double[] out = new double[40];
        double[] weights = new double[100];
        weights[90] = 2;
        weights[3] = 1000;
        int[] features = new int[FEATURES];
        Arrays.setAll(features, a -> 80 + a);
        features[FEATURES - 1] = 99;

        block(columns).add(weights, features, out);

        for (int i = 0; i < 40; i++) {
            assertThat(out[i]).isEqualTo(2 * columns[10][i]);
        }
    }

    /** Levels to 1e-9 steps are good enough for floats; a certificate's bound asks for levels to rounding. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 1e-10, 0.3})
    void numbersBesideTheirLevelsAreNoBytes(double off) {
        double[][] columns = pixels(50, 0, 1);
        columns[7][31] += off * 256;

        assertThat(ByteBlock.of(50, FEATURES, a -> columns[a])).isEmpty();
    }

    @Test
    void aSelectionHasItsOwnRows() {
        double[][] columns = pixels(60, 3, 2);
        int[] samples = {2, 3, 59};
        double[][] chosen = new double[FEATURES][];
        Arrays.setAll(
                chosen,
                a -> Arrays.stream(samples).mapToDouble(i -> columns[a][i]).toArray());
        double[][] factors = normal(2, samples.length);

        double[][] expected = sums(block(chosen), factors);
        double[][] sums = sums(block(columns).select(samples), factors);

        for (int k = 0; k < 2; k++) {
            assertThat(sums[k]).containsExactly(expected[k], within(1e-12));
        }
    }

    private static DMatrixRMaj matrix(double[][] columns) {
        DMatrixRMaj raw = new DMatrixRMaj(columns[0].length, columns.length);
        for (int j = 0; j < columns.length; j++) {
            for (int i = 0; i < columns[j].length; i++) {
                raw.set(i, j, columns[j][i]);
            }
        }
        return raw;
    }

    // As many samples as make a block of bytes of all features but the first, which is zero.
    private static final int MANY = DenseBlock.MANY_ENTRIES / (FEATURES - 1) + 1;

    private static SparseDesign sparse(DMatrixRMaj raw, boolean bytes) {
        return new SparseDesign(
                Standardization.of(raw), DConvertMatrixStruct.convert(raw, (DMatrixSparseCSC) null, 0), bytes);
    }

    @ParameterizedTest
    @CsvSource({"0, 0.1", "0, 1", "3, 0.1", "3, 1"})
    void productsWithBytesAreThoseWithDoubles(double mean, double share) {
        DMatrixRMaj raw = matrix(pixels(MANY, mean, 1));
        Standardization none = Standardization.none(FEATURES);

        assertSame(sparse(raw, false).products(3), sparse(raw, true).products(3), MANY, share);
        assertSame(
                new DenseDesign(raw, none, false).products(3),
                new DenseDesign(raw, none, true).products(3),
                MANY,
                share);
    }

    /** The certificate's bounds rest on it. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 3})
    void magnitudesOfDesignsBoundWhatIsAddedUp(double mean) {
        double[][] columns = pixels(MANY, mean, 1);
        DMatrixRMaj raw = matrix(columns);
        DenseDesign dense = new DenseDesign(raw, Standardization.none(FEATURES), true);
        SparseDesign sparse = sparse(raw, true);
        double[] uncentered = new double[MANY];

        for (int j = 1; j < FEATURES; j++) {
            int feature = j;
            Arrays.setAll(uncentered, i -> sparse.uncenteredColumns().unsafe_get(i, feature));
            assertThat(dense.magnitudes()[j]).isGreaterThanOrEqualTo(0.999999 * sizeOfTerms(columns[j]));
            assertThat(sparse.magnitudes()[j])
                    .isGreaterThanOrEqualTo(
                            0.999999 * (sizeOfTerms(uncentered) + Math.sqrt(MANY) * Math.abs(sparse.shift()[j])));
        }
    }

    @Test
    void anOutlierThatMakesTermsLargeIsNoReasonToTakeBytes() {
        double[][] columns = new double[1][5000];
        for (int i = 0; i < 5000; i++) {
            columns[0][i] = i % 2;
        }
        assertThat(ByteBlock.of(5000, 1, a -> columns[a])).isPresent();

        columns[0][7] = -250;

        assertThat(ByteBlock.of(5000, 1, a -> columns[a])).isEmpty();
    }

    private void assertSame(DesignProducts doubles, DesignProducts bytes, int n, double share) {
        double[][] weights = normal(3, FEATURES);
        for (double[] ofClass : weights) {
            Arrays.setAll(ofClass, j -> random.nextDouble() < share ? ofClass[j] : 0);
        }
        double[][] residuals = normal(3, n);
        double[][] scores = new double[3][n];
        double[][] scoresOfBytes = new double[3][n];
        double[][] gradient = new double[3][FEATURES];
        double[][] gradientOfBytes = new double[3][FEATURES];

        doubles.scores(weights, new double[] {1, 2, 3}, scores);
        bytes.scores(weights, new double[] {1, 2, 3}, scoresOfBytes);
        doubles.gradient(residuals, gradient);
        bytes.gradient(residuals, gradientOfBytes);

        for (int k = 0; k < 3; k++) {
            assertThat(scoresOfBytes[k]).containsExactly(scores[k], within(1e-10));
            assertThat(gradientOfBytes[k]).containsExactly(gradient[k], within(1e-11));
        }
    }
}
