package io.github.l1bench.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.ops.DConvertMatrixStruct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparseSumsTest {
    private static final int ROWS = 700;
    private static final double[] DENSITIES = {0, 0.005, 0.3, 1};

    // Columns of growing density, so that every kind of remainder occurs.
    private static DMatrixRMaj dense() {
        Random random = new Random(3);
        DMatrixRMaj matrix = new DMatrixRMaj(ROWS, DENSITIES.length);
        for (int i = 0; i < ROWS; i++) {
            for (int j = 0; j < DENSITIES.length; j++) {
                if (random.nextDouble() < DENSITIES[j]) {
                    matrix.set(i, j, random.nextGaussian());
                }
            }
        }
        return matrix;
    }

    private static DMatrixSparseCSC sparse() {
        return DConvertMatrixStruct.convert(dense(), (DMatrixSparseCSC) null, 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 7, 10, 13, 20})
    void gatherSumsEveryClass(int classes) {
        int width = SparseSums.paddedWidth(classes);
        assertThat(width).isBetween(classes, classes + 4).matches(w -> w % 5 == 0);
        double[] v = new Random(4).doubles(ROWS * width, -1, 1).toArray();
        double[] out = new double[width];
        DMatrixRMaj x = dense();
        for (int j = 0; j < DENSITIES.length; j++) {
            SparseSums.gather(sparse(), j, v, width, out);
            for (int k = 0; k < width; k++) {
                double sum = 0;
                for (int i = 0; i < ROWS; i++) {
                    sum += x.get(i, j) * v[i * width + k];
                }
                assertThat(out[k]).isCloseTo(sum, within(1e-12));
            }
        }
    }

    @Test
    void sumsOverOneColumnEqualTheirTextbookLoops() {
        DMatrixRMaj x = dense();
        double[] y = new Random(5).doubles(ROWS, -1, 1).toArray();
        double[] d = new Random(6).doubles(ROWS, 0, 1).toArray();
        double[] moments = new double[2];
        for (int j = 0; j < DENSITIES.length; j++) {
            double dot = 0, first = 0, second = 0;
            double[] scattered = y.clone(), weighted = y.clone();
            double[] expected = y.clone(), expectedWeighted = y.clone();
            for (int i = 0; i < ROWS; i++) {
                double v = x.get(i, j);
                dot += v * y[i];
                first += v * d[i];
                second += v * v * d[i];
                expected[i] += 0.3 * v;
                expectedWeighted[i] += 0.3 * v * d[i];
            }
            SparseSums.moments(sparse(), j, d, moments);
            SparseSums.scatter(0.3, sparse(), j, scattered);
            SparseSums.scatterWeighted(0.3, sparse(), j, d, weighted);
            assertThat(SparseSums.dot(sparse(), j, y)).isCloseTo(dot, within(1e-12));
            assertThat(moments).containsExactly(new double[] {first, second}, within(1e-12));
            assertThat(scattered).containsExactly(expected, within(1e-14));
            assertThat(weighted).containsExactly(expectedWeighted, within(1e-14));
        }
    }
}
