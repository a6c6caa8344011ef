package io.github.l1bench.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kernel against its textbook loop, at lengths around those of unrolling, chunks and blocks. */
class VectorsTest {
    private static double[] random(int n, long seed) {
        return new Random(seed).doubles(n, -1, 1).toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 5, 127, 128, 129, 511, 513, 1300})
    void reductionsEqualTheirTextbookLoops(int n) {
        double[] x = random(n + 2, 1), y = random(n + 2, 2), u = random(n + 2, 3), v = random(n + 2, 4);
        double sum = 0, dot = 0, differences = 0, largest = 0;
        for (int i = 0; i < n; i++) {
            sum += x[i];
            dot += x[i] * y[i];
            differences += (x[i] - y[i]) * (u[i] - v[i]);
            largest = Math.max(largest, Math.abs(x[i]));
        }
        assertThat(Vectors.sum(x, n)).isCloseTo(sum, within(1e-12));
        assertThat(Vectors.dot(x, y, n)).isCloseTo(dot, within(1e-12));
        assertThat(Vectors.dotOfDifferences(x, y, u, v, n)).isCloseTo(differences, within(1e-12));
        assertThat(Vectors.maxAbs(x, n)).isEqualTo(largest);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 127, 128, 129, 513})
    void elementwiseKernelsChangeTheirFirstElementsOnly(int n) {
        int length = n + 2;
        double[] x = random(length, 1), y = random(length, 2);
        double[] axpy = y.clone(), extrapolated = y.clone(), scaled = y.clone(), added = y.clone(), maxima = y.clone();
        Vectors.axpy(0.7, x, axpy, n);
        Vectors.extrapolate(0.7, x, y, extrapolated, n);
        Vectors.scale(0.7, scaled, n);
        Vectors.add(0.7, added, n);
        Vectors.maximum(x, maxima, 0, n);
        for (int i = 0; i < length; i++) {
            boolean in = i < n;
            assertThat(axpy[i]).isCloseTo(in ? y[i] + 0.7 * x[i] : y[i], within(1e-15));
            assertThat(extrapolated[i]).isCloseTo(in ? x[i] + 0.7 * (x[i] - y[i]) : y[i], within(1e-15));
            assertThat(scaled[i]).isEqualTo(in ? y[i] * 0.7 : y[i]);
            assertThat(added[i]).isEqualTo(in ? y[i] + 0.7 : y[i]);
            assertThat(maxima[i]).isEqualTo(in ? Math.max(x[i], y[i]) : y[i]);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 6, 9})
    void combinationsEqualSumsOfSingleVectors(int count) {
        int classes = 3;
        int n = 1100;
        double[][] x = new double[count + 1][];
        double[][] factors = new double[classes][];
        int[] index = new int[count];
        for (int q = 0; q <= count; q++) {
            x[q] = random(n, 10 + q);
        }
        for (int q = 0; q < count; q++) {
            index[q] = count - q;
        }
        double[][] all = new double[classes][];
        for (int k = 0; k < classes; k++) {
            factors[k] = random(count, 30 + k);
            all[k] = random(n, 40 + k);
            double[] one = all[k].clone();
            double[] expected = all[k].clone();
            for (int q = 0; q < count; q++) {
                for (int i = 0; i < n; i++) {
                    expected[i] += factors[k][q] * x[index[q]][i];
                }
            }
            Vectors.combine(factors[k], x, index, count, one, n);
            assertThat(one).containsExactly(expected, within(1e-14));
        }
        double[][] expected = new double[classes][];
        for (int k = 0; k < classes; k++) {
            expected[k] = all[k].clone();
            for (int q = 0; q < count; q++) {
                for (int i = 0; i < n; i++) {
                    expected[k][i] += factors[k][q] * x[q][i];
                }
            }
        }
        Vectors.combineAll(factors, x, count, all, 0, n);
        for (int k = 0; k < classes; k++) {
            assertThat(all[k]).containsExactly(expected[k], within(1e-14));
        }
    }

    @Test
    void softThresholdShrinksTowardsZeroAndKeepsNaN() {
        assertThat(Vectors.softThreshold(3, 1)).isEqualTo(2);
        assertThat(Vectors.softThreshold(-3, 1)).isEqualTo(-2);
        assertThat(Vectors.softThreshold(1, 1)).isZero();
        assertThat(Vectors.softThreshold(-0.5, 1)).isZero();
        assertThat(Vectors.softThreshold(0.5, 0)).isEqualTo(0.5);
        assertThat(Vectors.softThreshold(Double.NaN, 1)).isNaN();
    }
}
