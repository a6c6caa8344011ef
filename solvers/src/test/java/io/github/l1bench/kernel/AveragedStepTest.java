package io.github.l1bench.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AveragedStepTest {
    @Test
    void shrinksLikeTheSoftThresholdToTheLastBit() {
        Random random = new Random(1);
        int zeros = 0;
        for (int c = 0; c < 100000; c++) {
            double v = random.nextGaussian() * Math.exp(5 * random.nextGaussian());
            double t = random.nextInt(10) == 0 ? Math.abs(v) : Math.abs(random.nextGaussian());
            double expected = Vectors.softThreshold(v, t);
            assertThat(AveragedStep.shrink(v, t)).isEqualTo(expected + 0.0);
            zeros += expected == 0 ? 1 : 0;
        }
        assertThat(zeros).isBetween(20000, 80000);
        assertThat(AveragedStep.shrink(Double.NaN, 1)).isNaN();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 128, 301})
    void averagedIsItsFormula(int n) {
        Random random = new Random(n);
        double[] w = gaussians(random, n + 1);
        double[] g = gaussians(random, n + 1);
        double[] x = gaussians(random, n + 1);
        double[] oldW = w.clone();
        double[] oldG = g.clone();
        AveragedStep.take(w, g, x, 0.7, 0.3, 0.5, n);
        for (int i = 0; i < n; i++) {
            assertThat(w[i]).isEqualTo(Vectors.softThreshold(oldW[i] - (0.7 * x[i] + 0.3 * oldG[i]), 0.5));
            assertThat(g[i]).isEqualTo(oldG[i] + 0.7 * x[i]);
        }
        assertThat(w[n]).isEqualTo(oldW[n]);
        assertThat(g[n]).isEqualTo(oldG[n]);
    }

    private static double[] gaussians(Random random, int n) {
        return random.doubles(n, -2, 2).toArray();
    }
}
