package io.github.l1bench.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentsTest {
    private static double[] vector(int n, int seed) {
        return new Random(seed).doubles(n, -1, 1).toArray();
    }

    private static float[][] cut(Segments segments, double[] x) {
        float[][] out = segments.zeros();
        segments.difference(x, 0, out);
        return out;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 640, 641, 5000})
    void aVectorIsCutIntoTheFewestPairsOfEqualSegmentsOfTheAimedLength(int n) {
        Segments segments = new Segments(n);
        float[][] zeros = segments.zeros();

        assertThat(zeros).hasNumberOfRows(segments.count());
        assertThat(segments.count() % 2).isZero();
        assertThat(zeros[0].length).isLessThanOrEqualTo(320);
        assertThat(320 * (segments.count() - 2)).isLessThan(n);
        assertThat(segments.count() * zeros[0].length - n).isBetween(0, segments.count() - 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 319, 320, 641, 5000})
    void innerProductIsThatOfTheUncutVectors(int n) {
        double[] x = vector(n, 1);
        double[] y = vector(n, 2);
        Segments segments = new Segments(n);

        double dot = segments.dot(cut(segments, x), cut(segments, y), segments.count());

        assertThat(dot).isCloseTo(Vectors.dot(x, y, n), within(1e-6 * Math.sqrt(n)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 641})
    void widenedVectorIsWhatWasCut(int n) {
        double[] x = vector(n, 3);
        double[] y = vector(n, 4);
        Segments segments = new Segments(n);
        float[][] difference = segments.zeros();
        double[] back = new double[n];

        segments.difference(x, y, difference, 0, segments.count());
        segments.widen(difference, back, 0, segments.count());

        for (int i = 0; i < n; i++) {
            assertThat(back[i]).isCloseTo(x[i] - y[i], within(2e-7));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 641})
    void differenceFromANumberIsThatOfEveryElement(int n) {
        double[] x = vector(n, 6);
        Segments segments = new Segments(n);
        float[][] difference = segments.zeros();
        double[] back = new double[n];

        segments.difference(x, 0.75, difference);
        segments.widen(difference, back, 0, segments.count());

        for (int i = 0; i < n; i++) {
            assertThat(back[i]).isCloseTo(x[i] - 0.75, within(2e-7));
        }
    }

    @Test
    void productIsTakenElementByElementInTheFirstSegmentsOnly() {
        int n = 1500;
        double[] x = vector(n, 7);
        double[] y = vector(n, 8);
        Segments segments = new Segments(n);
        float[][] product = segments.zeros();
        double[] back = new double[n];

        Segments.multiply(cut(segments, x), cut(segments, y), new float[][] {product[0], product[1]});
        segments.widen(product, back, 0, segments.count());

        for (int i = 0; i < n; i++) {
            double expected = i < segments.samples(2) ? x[i] * y[i] : 0;
            assertThat(back[i]).isCloseTo(expected, within(2e-7));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 11})
    void combinationIsTheWeightedSum(int terms) {
        int n = 1000;
        Segments segments = new Segments(n);
        float[] factors = new float[16];
        float[][][] x = new float[16][][];
        double[] expected = new double[n];
        for (int q = 0; q < 16; q++) {
            double[] values = vector(n, q);
            x[q] = cut(segments, values);
            if (q < terms) {
                factors[q] = q + 0.5f;
                Vectors.axpy(q + 0.5, values, expected, n);
            }
        }
        float[][] y = segments.zeros();
        double[] sum = new double[n];

        segments.difference(vector(n, 20), 0, y); // what was there before is to be gone
        segments.combine(factors, x, terms, y, 0, segments.count());
        segments.widen(y, sum, 0, segments.count());

        for (int i = 0; i < n; i++) {
            assertThat(sum[i]).isCloseTo(expected[i], within(1e-4));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 1000})
    void firstSegmentsHoldTheFirstSamples(int n) {
        Segments segments = new Segments(n);
        double[] ones = vector(n, 5);
        Arrays.fill(ones, 1);
        float[][] cut = cut(segments, ones);

        for (int count = 2; count <= segments.count(); count += 2) {
            assertThat(segments.dot(cut, cut, count)).isEqualTo(segments.samples(count));
        }
        assertThat(segments.samples(segments.count())).isEqualTo(n);
    }
}
