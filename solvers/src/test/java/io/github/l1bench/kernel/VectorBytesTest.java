package io.github.l1bench.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kernels on bytes by the Vector API against their definitions, at every width. */
class VectorBytesTest {
    private static final int[] LENGTHS = {0, 1, 3, 8, 17, 33, 64, 131, 2065};

    private final Random random = new Random(5);

    private float[] floats(int n) {
        float[] x = new float[n];
        for (int i = 0; i < n; i++) {
            x[i] = random.nextFloat() - 0.5f;
        }
        return x;
    }

    private byte[][] bytes(int count, int n) {
        byte[][] x = new byte[count][n];
        for (byte[] column : x) {
            random.nextBytes(column);
        }
        return x;
    }

    @ParameterizedTest
    @ValueSource(ints = {128, 256, 512})
    void innerProductsAreSumsOfProducts(int bits) {
        Kernels kernels = WidthOfKernels.of(bits);
        for (int n : LENGTHS) {
            byte[][] x = bytes(11, n);
            float[] v = floats(n);
            int[] index = {10, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 3, 2};
            double[] out = new double[index.length];
            out[0] = 7;
            kernels.dotsWithBytes(v, x, index, 1, index.length, n, new float[Segments.SCRATCH], out);
            assertThat(out[0]).isEqualTo(7);
            for (int a = 1; a < index.length; a++) {
                double sum = 0;
                for (int i = 0; i < n; i++) {
                    sum += (double) v[i] * x[index[a]][i];
                }
                assertThat(out[a]).isCloseTo(sum, within(1e-4 * Math.sqrt(n)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {128, 256, 512})
    void combinationsAreWeightedSumsWithinTheirBounds(int bits) {
        Kernels kernels = WidthOfKernels.of(bits);
        for (int n : LENGTHS) {
            for (int terms : new int[] {0, 1, 8, 19}) {
                byte[][] x = bytes(terms, n + 3);
                float[] a = floats(terms);
                float[] y = new float[n + 3];
                Arrays.fill(y, 7);
                kernels.combineBytes(a, x, terms, y, 2, n + 2);
                assertThat(y[1]).isEqualTo(7);
                assertThat(y[n + 2]).isEqualTo(7);
                for (int i = 2; i < n + 2; i++) {
                    double sum = 0;
                    for (int q = 0; q < terms; q++) {
                        sum += (double) a[q] * x[q][i];
                    }
                    assertThat((double) y[i]).isCloseTo(sum, within(1e-3));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {128, 256, 512})
    void productsElementByElementAreScaledShiftedAndWeighted(int bits) {
        Kernels kernels = WidthOfKernels.of(bits);
        for (int n : LENGTHS) {
            byte[] x = bytes(1, n + 1)[0];
            float[] w = floats(n + 1);
            float[] out = new float[n + 1];
            kernels.multiplyBytes(w, 0.25f, x, 3, out, n);
            assertThat(out[n]).isZero();
            for (int i = 0; i < n; i++) {
                assertThat((double) out[i]).isCloseTo(w[i] * (0.25 * x[i] - 3), within(1e-5));
            }
        }
    }

    /** Into one vector and into several, with blocks that are full and some that are not. */
    @ParameterizedTest
    @ValueSource(ints = {128, 256, 512})
    void panelsAreWeightedSumsOfNumbersFromZeroTo255(int bits) {
        Kernels kernels = WidthOfKernels.of(bits);
        for (int n : new int[] {0, 1, 9, 33, 131, 700}) {
            for (int classes : new int[] {1, 2, 3}) {
                for (int count : new int[] {0, 1, 4, 7}) {
                    assertPanel(kernels, classes, count, n);
                }
            }
        }
    }

    private void assertPanel(Kernels kernels, int classes, int count, int n) {
        byte[][] x = bytes(count, n + 3);
        double[][] a = new double[classes][];
        Arrays.setAll(a, k -> random.doubles(count, -1, 1).toArray());
        double[][] y = new double[classes][n + 3];
        for (double[] ofClass : y) {
            Arrays.fill(ofClass, 7);
        }
        kernels.combineAllBytes(a, x, count, y, 2, n + 2);
        for (int k = 0; k < classes; k++) {
            for (int i = 0; i < n + 3; i++) {
                double sum = 7;
                for (int q = 0; q < count && i >= 2 && i < n + 2; q++) {
                    sum += a[k][q] * (x[q][i] + 128);
                }
                assertThat(y[k][i]).isCloseTo(sum, within(1e-11));
            }
        }
    }
}
