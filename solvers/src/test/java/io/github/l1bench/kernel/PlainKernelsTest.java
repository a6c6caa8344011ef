package io.github.l1bench.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.ejml.data.DMatrixSparseCSC;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every plain kernel against its definition, at lengths around those of unrolling and chunks. */
class PlainKernelsTest {
    private static final Kernels PLAIN = Kernels.PLAIN;

    private final Random random = new Random(7);

    private double[] vector(int n) {
        return random.doubles(n, -2, 2).toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 7, 130, 1030})
    void sumsAreTheirDefinitions(int n) {
        double[][] x = {vector(n), vector(n), vector(n), vector(n)};
        double sum = 0;
        double dot = 0;
        double differences = 0;
        for (int i = 0; i < n; i++) {
            sum += x[0][i];
            dot += x[0][i] * x[1][i];
            differences += (x[0][i] - x[1][i]) * (x[2][i] - x[3][i]);
        }
        double[] products = new double[2];
        InnerProducts.of(new double[][] {x[2], x[1]}, x[0], n, products);

        assertThat(PLAIN.description()).isEqualTo("plain");
        assertThat(PLAIN.sum(x[0], n)).isCloseTo(sum, within(1e-11));
        assertThat(PLAIN.dot(x[0], x[1], n)).isCloseTo(dot, within(1e-11));
        assertThat(PLAIN.dotOfDifferences(x[0], x[1], x[2], x[3], n)).isCloseTo(differences, within(1e-11));
        assertThat(products[1]).isCloseTo(dot, within(1e-11));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 7, 130, 1030})
    void elementsAreTheirDefinitions(int n) {
        double[] w = vector(n);
        double[] g = vector(n);
        double[] x = vector(n);
        double[] stepped = w.clone();
        double[] average = g.clone();
        double[] products = new double[1];
        double[] next = vector(n);
        PLAIN.averagedSteps(
                new double[][] {stepped},
                new double[][] {average},
                x,
                new double[] {0.5},
                0.25,
                0.1,
                n,
                next,
                products);
        assertThat(products).containsExactly(PLAIN.dot(stepped, next, n));
        double[] combined = g.clone();
        PLAIN.combineAll(new double[][] {{3}}, new double[][] {x}, 1, new double[][] {combined}, 0, n);
        double[] exponentials = new double[n];
        PLAIN.exponentials(w, g, exponentials, 0, n);
        double[] sums = new double[n + 1];
        Vectors.add(w, x, sums, n);
        for (int i = 0; i < n; i++) {
            assertThat(stepped[i])
                    .isCloseTo(Vectors.softThreshold(w[i] - (0.5 * x[i] + 0.25 * g[i]), 0.1), within(1e-15));
            assertThat(average[i]).isCloseTo(g[i] + 0.5 * x[i], within(1e-15));
            assertThat(combined[i]).isCloseTo(g[i] + 3 * x[i], within(1e-14));
            assertThat(exponentials[i]).isCloseTo(Math.exp(w[i] - g[i]), within(1e-12));
            assertThat(sums[i]).isEqualTo(w[i] + x[i]);
        }
        assertThat(sums[n]).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 130})
    void innerProductsOfSegmentsAreTheirDefinitions(int length) {
        float[][][] x = new float[3][4][length];
        float[][] w = new float[4][length];
        for (int c = 0; c < 4; c++) {
            for (int i = 0; i < length; i++) {
                w[c][i] = random.nextFloat();
                for (float[][] column : x) {
                    column[c][i] = random.nextFloat() - 0.5f;
                }
            }
        }
        double[] dots = new double[3];
        double[][] weighted = new double[1][3];
        float[][] scratch = new float[2][Math.max(length, Segments.SCRATCH)];
        PLAIN.dots(w, x, new int[] {2, 0, 1}, 0, 3, 4, scratch, dots);
        PLAIN.weightedDots(w, new float[][][] {x[1]}, x, new int[] {2, 0, 1}, 3, 2, scratch, weighted);

        int[] index = {2, 0, 1};
        for (int q = 0; q < 3; q++) {
            double dot = 0;
            double product = 0;
            for (int i = 0; i < 4 * length; i++) {
                double v = x[index[q]][i / length][i % length];
                dot += w[i / length][i % length] * v;
                product += i < 2 * length ? w[i / length][i % length] * x[1][i / length][i % length] * v : 0;
            }
            assertThat(dots[q]).isCloseTo(dot, within(1e-6 * (length + 1)));
            assertThat(weighted[0][q]).isCloseTo(product, within(1e-6 * (length + 1)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 130, 300})
    void exponentialsOfSmallNumbersLessOneKeepTheirDigits(int n) {
        double[] x = random.doubles(n, -1, 1).map(v -> v * v * v).toArray();
        double[] out = new double[n + 1];
        Exponential.minusOneOfSmall(Exponential.SMALL, x, out, 0, n);

        for (int i = 0; i < n; i++) {
            double expected = Math.expm1(Exponential.SMALL * x[i]);
            assertThat(out[i]).isCloseTo(expected, within(1e-15 * Math.abs(expected)));
        }
        assertThat(out[n]).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10, 13})
    void gatheredRowsAreWeightedSumsOfGroups(int classes) {
        int width = PLAIN.paddedWidth(classes);
        DMatrixSparseCSC matrix = new DMatrixSparseCSC(3, 1);
        matrix.set(0, 0, 2);
        matrix.set(2, 0, -1);
        double[] v = vector(3 * width);
        double[] out = new double[width];
        PLAIN.gather(matrix, 0, v, width, out);

        assertThat(width).isGreaterThanOrEqualTo(classes);
        for (int k = 0; k < width; k++) {
            assertThat(out[k]).isCloseTo(2 * v[k] - v[2 * width + k], within(1e-15));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 130})
    void productsWithBytesAreTheirDefinitions(int n) {
        float[] v = new float[n + 1];
        byte[][] x = new byte[2][n + 1];
        for (int i = 0; i <= n; i++) {
            v[i] = random.nextInt(9) - 4;
            x[0][i] = (byte) (random.nextInt(256) - 128);
            x[1][i] = (byte) (random.nextInt(256) - 128);
        }
        double[] dots = {7, 7};
        PLAIN.dotsWithBytes(v, x, new int[] {0, 1}, 1, 2, n, null, dots);
        float[] combined = v.clone();
        PLAIN.combineBytes(new float[] {2, -1}, x, 2, combined, 1, n);
        float[] products = v.clone();
        PLAIN.multiplyBytes(v, 0.5f, x[0], 3, products, n);

        double dot = 0;
        for (int i = 0; i < n; i++) {
            dot += v[i] * x[1][i];
            assertThat(combined[i]).isEqualTo(i == 0 ? v[0] : 2 * x[0][i] - x[1][i]);
            assertThat(products[i]).isEqualTo(v[i] * (0.5f * x[0][i] - 3));
        }
        assertThat(PLAIN.favoursBytes()).isFalse();
        assertThat(dots).containsExactly(7, dot);
        assertThat(combined[n]).isEqualTo(v[n]);
        assertThat(products[n]).isEqualTo(v[n]);
    }

    @Test
    void panelsOfBytesAreWeightedSumsOfNumbersFromZeroTo255() {
        byte[][] x = {{-128, 0, 127, 5}, {1, 2, 3, 4}, {9, 9, 9, 9}};
        double[][] a = {{2, 0.5, 7}, {-1, 4, 7}};
        double[][] y = {{1, 1, 1, 1}, {0, 0, 0, 0}};

        Kernels.PLAIN.combineAllBytes(a, x, 2, y, 1, 3);

        assertThat(y[0]).containsExactly(1, 1 + 2 * 128 + 0.5 * 130, 1 + 2 * 255 + 0.5 * 131, 1);
        assertThat(y[1]).containsExactly(0, -128 + 4 * 130, -255 + 4 * 131, 0);
    }
}
