package io.github.l1bench.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ejml.data.DMatrixSparseCSC;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every vector kernel against the plain one, at every width and with lengths that fill no register. */
class VectorKernelsTest {
    private static final Kernels PLAIN = Kernels.PLAIN;
    private static final Map<Integer, Kernels> BY_WIDTH = new TreeMap<>();
    private static final double ROUNDING = 1e-12;
    private static final double FLOAT_ROUNDING = 1e-5;

    static Stream<Arguments> widthsAndLengths() {
        return IntStream.of(128, 256, 512)
                .boxed()
                .flatMap(bits -> IntStream.of(0, 1, 3, 8, 17, 33, 64, 131).mapToObj(n -> Arguments.of(bits, n)));
    }

    private static Kernels kernels(int bits) {
        return BY_WIDTH.computeIfAbsent(bits, WidthOfKernels::of);
    }

    private final Random random = new Random(4);

    private double[] vector(int n) {
        return random.doubles(n, -2, 2).toArray();
    }

    private double[][] vectors(int count, int n) {
        return IntStream.range(0, count).mapToObj(k -> vector(n)).toArray(double[][]::new);
    }

    private static double[][] copy(double[][] x) {
        return Arrays.stream(x).map(double[]::clone).toArray(double[][]::new);
    }

    private static void assertClose(double[] actual, double[] expected, double rounding) {
        assertThat(actual).containsExactly(expected, within(rounding));
    }

    private static void assertClose(double[][] actual, double[][] expected) {
        for (int k = 0; k < expected.length; k++) {
            assertClose(actual[k], expected[k], ROUNDING);
        }
    }

    @ParameterizedTest
    @MethodSource("widthsAndLengths")
    void sumsAndInnerProductsAreThePlainOnes(int bits, int n) {
        Kernels kernels = kernels(bits);
        double[][] x = vectors(4, n + 1); // the last element is not to be read

        assertThat(kernels.description()).isEqualTo("vector, " + bits + " bits");
        assertThat(kernels.sum(x[0], n)).isCloseTo(PLAIN.sum(x[0], n), within(ROUNDING));
        assertThat(kernels.dot(x[0], x[1], n)).isCloseTo(PLAIN.dot(x[0], x[1], n), within(ROUNDING));
        assertThat(kernels.dotOfDifferences(x[0], x[1], x[2], x[3], n))
                .isCloseTo(PLAIN.dotOfDifferences(x[0], x[1], x[2], x[3], n), within(ROUNDING));
    }

    @ParameterizedTest
    @MethodSource("widthsAndLengths")
    void averagedStepsAreThePlainOnesAndTheirZerosAreZeros(int bits, int n) {
        double[][] w = vectors(3, n + 1);
        double[][] g = vectors(3, n + 1);
        double[][] x = vectors(2, n + 1);
        double[][] actualW = copy(w);
        double[][] actualG = copy(g);
        double[] a = {0.3, -0.2, 0};
        double[] expected = vector(3);
        double[] actual = vector(3);
        PLAIN.averagedSteps(w, g, x[0], a, 0.7, 0.9, n, x[1], expected);
        kernels(bits).averagedSteps(actualW, actualG, x[0], a, 0.7, 0.9, n, x[1], actual);
        assertClose(actualW, w);
        assertClose(actualG, g);
        assertClose(actual, expected, ROUNDING);
        for (int i = 0; i < n; i++) {
            assertThat(actualW[0][i] == 0).isEqualTo(w[0][i] == 0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {128, 256, 512})
    void averagedStepsThresholdWithoutRoundingAndAtTheEdges(int bits) {
        double t = 0.9;
        double[] edges = {
            t,
            -t,
            Math.nextUp(t),
            -Math.nextUp(t),
            0.0,
            -0.0,
            Double.MIN_VALUE,
            1e300,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY
        };
        double[] v = random.doubles(64, -2, 2).toArray();
        System.arraycopy(edges, 0, v, 0, edges.length);
        double[][] w = {v.clone()};
        double[] zeros = new double[v.length];
        kernels(bits)
                .averagedSteps(w, new double[][] {zeros}, zeros, new double[1], 0, t, v.length, zeros, new double[1]);
        double[] expected =
                Arrays.stream(v).map(u -> Vectors.softThreshold(u, t)).toArray();
        assertThat(Arrays.equals(w[0], expected)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("widthsAndLengths")
    void panelIsThePlainOneWithinItsBoundsForAnyNumberOfClasses(int bits, int n) {
        for (int classes : new int[] {1, 3, 7, 10}) {
            for (int count : new int[] {1, 66}) {
                double[][] a = vectors(classes, count);
                double[][] x = vectors(count, n + 3);
                double[][] expected = vectors(classes, n + 3);
                double[][] actual = copy(expected);
                PLAIN.combineAll(a, x, count, expected, 2, n + 2);
                kernels(bits).combineAll(a, x, count, actual, 2, n + 2);
                assertClose(actual, expected);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("widthsAndLengths")
    void exponentialsAreThoseOfTheJdkToFourteenDigitsAndDoNotDependOnTheirPlace(int bits, int n) {
        double[] z = random.doubles(n + 1, -70, 16).toArray();
        double[] shift = vector(n + 1);
        double[] out = vector(n + 1);
        double untouched = out[n];
        kernels(bits).exponentials(z, shift, out, 0, n);
        for (int i = 0; i < n; i++) {
            double exact = Math.exp(Math.max(z[i] - shift[i], -60));
            assertThat(out[i]).isCloseTo(exact, within(2e-15 * exact));
            double[] alone = new double[1];
            kernels(bits).exponentials(new double[] {z[i]}, new double[] {shift[i]}, alone, 0, 1);
            assertThat(alone[0]).isEqualTo(out[i]);
        }
        assertThat(out[n]).isEqualTo(untouched);
    }

    @ParameterizedTest
    @MethodSource("widthsAndLengths")
    void exponentialOfZeroIsOneAndThatOfNoNumberIsNone(int bits, int n) {
        double[] z = new double[n + 1];
        z[n] = Double.NaN;
        double[] out = new double[n + 1];
        kernels(bits).exponentials(z, new double[n + 1], out, 0, n + 1);
        for (int i = 0; i < n; i++) {
            assertThat(out[i]).isEqualTo(1);
        }
        assertThat(out[n]).isNaN();
    }

    @ParameterizedTest
    @MethodSource("widthsAndLengths")
    void softmaxIsThePlainOneWithinItsBounds(int bits, int n) {
        double[][] z = vectors(3, n + 2);
        double[][] expected = vectors(5, n + 2);
        double[][] actual = copy(expected);
        PLAIN.softmax(z, expected[0], new double[][] {expected[1], expected[2], expected[3]}, expected[4], 1, n + 1);
        kernels(bits).softmax(z, actual[0], new double[][] {actual[1], actual[2], actual[3]}, actual[4], 1, n + 1);
        assertClose(actual, expected);
    }

    @ParameterizedTest
    @MethodSource("widthsAndLengths")
    void sumsOverNonzerosAreThePlainOnes(int bits, int n) {
        DMatrixSparseCSC matrix = column(n);
        for (int classes : new int[] {1, 2, 5, 10, 27}) {
            double[][] v = vectors(classes, matrix.numRows);
            assertClose(gathered(kernels(bits), matrix, v), gathered(PLAIN, matrix, v), ROUNDING);
        }
    }

    private DMatrixSparseCSC column(int nonzeros) {
        DMatrixSparseCSC matrix = new DMatrixSparseCSC(2 * nonzeros + 1, 2, nonzeros);
        matrix.col_idx[2] = nonzeros;
        matrix.nz_length = nonzeros;
        for (int t = 0; t < nonzeros; t++) {
            matrix.nz_rows[t] = 2 * t + 1;
            matrix.nz_values[t] = random.nextDouble() - 0.5;
        }
        return matrix;
    }

    private static double[] gathered(Kernels kernels, DMatrixSparseCSC matrix, double[][] v) {
        int width = kernels.paddedWidth(v.length);
        double[] groups = new double[width * matrix.numRows];
        for (int i = 0; i < matrix.numRows; i++) {
            for (int k = 0; k < v.length; k++) {
                groups[width * i + k] = v[k][i];
            }
        }
        double[] out = new double[width];
        Arrays.fill(out, 9);
        kernels.gather(matrix, 1, groups, width, out);
        return Arrays.copyOf(out, v.length);
    }

    @ParameterizedTest
    @MethodSource("widthsAndLengths")
    void innerProductsOfSegmentsAreThePlainOnesToFloats(int bits, int n) {
        Kernels kernels = kernels(bits);
        for (int length : new int[] {n, kernels.segmentLength(n)}) {
            float[][][] x = new float[11][][];
            Arrays.setAll(x, q -> segments(length));
            float[][] v = segments(length);
            int[] index = {10, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 3, 2};
            double[] expected = new double[index.length];
            double[] actual = new double[index.length];
            float[][] scratch = new float[2][Math.max(length, Segments.SCRATCH)];
            PLAIN.dots(v, x, index, 1, index.length, 4, scratch, expected);
            kernels.dots(v, x, index, 1, index.length, 4, scratch, actual);
            assertClose(actual, expected, FLOAT_ROUNDING * (4 * n + 1));
        }
    }

    @ParameterizedTest
    @MethodSource("widthsAndLengths")
    void weightedProductsOfSeveralColumnsAreThePlainOnesToFloats(int bits, int n) {
        Kernels kernels = kernels(bits);
        for (int length : new int[] {n, kernels.segmentLength(n)}) {
            float[][][] x = new float[6][][];
            Arrays.setAll(x, q -> segments(length));
            float[][][] a = Arrays.copyOf(x, kernels.weightedColumns());
            float[][] w = segments(length);
            int[] index = {5, 0, 4, 1, 2, 3};
            double[][] expected = new double[a.length][index.length];
            double[][] actual = new double[a.length][index.length];
            float[][] scratch = new float[2][Math.max(length, Segments.SCRATCH)];
            PLAIN.weightedDots(w, a, x, index, 5, 2, scratch, expected);
            kernels.weightedDots(w, a, x, index, 5, 2, scratch, actual);
            for (int r = 0; r < a.length; r++) {
                assertThat(actual[r][5]).isZero();
                assertClose(actual[r], expected[r], FLOAT_ROUNDING * (2 * n + 1));
            }
        }
    }

    private float[][] segments(int length) {
        float[][] x = new float[4][length];
        for (float[] segment : x) {
            for (int i = 0; i < length; i++) {
                segment[i] = random.nextFloat() - 0.5f;
            }
        }
        return x;
    }
}
