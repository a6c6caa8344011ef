package io.github.l1bench.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("truth")
class SoftmaxTest {
    @Test
    void exponentialHasThirteenDigitsOverItsRange() {
        int n = 5000;
        double[] z = new Random(1).doubles(n, -70, 17).toArray();
        double[] shift = new Random(2).doubles(n, -1, 1).toArray();
        double[] out = new double[n];
        Exponential.shifted(z, shift, out, n);
        for (int i = 0; i < n; i++) {
            double difference = Math.max(z[i] - shift[i], Exponential.FLOOR);
            if (difference <= 16) {
                double tolerance = Math.abs(difference) < 10 ? 1e-14 : 2e-13;
                assertThat(out[i]).isCloseTo(Math.exp(difference), Percentage.withPercentage(100 * tolerance));
            }
        }
    }

    @Test
    void exponentialIsExactAtZeroAndKeepsNaN() {
        double[] out = new double[3];
        Exponential.shifted(new double[] {5, Double.NaN, Double.NEGATIVE_INFINITY}, new double[] {5, 0, 0}, out, 3);
        assertThat(out[0]).isEqualTo(1);
        assertThat(out[1]).isNaN();
        assertThat(out[2]).isCloseTo(Math.exp(-60), Percentage.withPercentage(2e-11));
    }

    @ParameterizedTest
    @CsvSource({"2, 1, 1", "4, 17, 1", "10, 300, 5", "3, 130, 1000"})
    void lossProbabilitiesAndResidualsEqualTheirDefinitions(int classes, int n, double size) {
        Random random = new Random(7);
        double[][] z = new double[classes][n];
        int[] labels = new int[n];
        for (int i = 0; i < n; i++) {
            labels[i] = random.nextInt(classes);
            for (int k = 0; k < classes; k++) {
                z[k][i] = size * random.nextGaussian();
            }
        }
        Softmax softmax = new Softmax(classes, n);
        softmax.set(z);
        double[][] residuals = new double[classes][n];
        softmax.residuals(labels, residuals);
        double loss = 0;
        double[][] p = new double[classes][n];
        for (int k = 0; k < classes; k++) {
            softmax.probabilities(k, p[k]);
        }
        for (int i = 0; i < n; i++) {
            double logSumExp = logSumExp(z, i);
            loss += logSumExp - z[labels[i]][i];
            assertThat(softmax.logSumExp(i)).isCloseTo(logSumExp, within(1e-12 * size));
            for (int k = 0; k < classes; k++) {
                double probability = Math.exp(z[k][i] - logSumExp);
                assertThat(p[k][i]).isCloseTo(probability, within(1e-12));
                assertThat(residuals[k][i]).isCloseTo((labels[i] == k ? 1 : 0) - probability, within(1e-12));
            }
        }
        assertThat(softmax.meanLoss(z, labels)).isCloseTo(loss / n, within(1e-12 * size));
    }

    private static double logSumExp(double[][] z, int i) {
        double max = Double.NEGATIVE_INFINITY;
        for (double[] row : z) {
            max = Math.max(max, row[i]);
        }
        double sum = 0;
        for (double[] row : z) {
            sum += Math.exp(row[i] - max);
        }
        return max + Math.log(sum);
    }
}
