package io.github.l1bench.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("truth")
class InterceptNewtonTest {
    private static double[][] probabilities(int classes, int samples) {
        Random random = new Random(classes);
        double[][] p = new double[classes][samples];
        for (int i = 0; i < samples; i++) {
            double sum = 0;
            for (int k = 0; k < classes; k++) {
                p[k][i] = Math.exp(2 * random.nextGaussian());
                sum += p[k][i];
            }
            for (int k = 0; k < classes; k++) {
                p[k][i] /= sum;
            }
        }
        return p;
    }

    /** (diag(mean p) - mean p p') v */
    private static double[] hessianTimes(double[][] p, double[] v) {
        int samples = p[0].length;
        double[] image = new double[p.length];
        for (int i = 0; i < samples; i++) {
            double expected = 0;
            for (int k = 0; k < p.length; k++) {
                expected += p[k][i] * v[k];
            }
            for (int k = 0; k < p.length; k++) {
                image[k] += p[k][i] * (v[k] - expected) / samples;
            }
        }
        return image;
    }

    /** A hundred classes are factorised, more are solved by conjugate gradients. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10, 100, 101, 130})
    void theHessianTakesTheStepToTheGradient(int classes) {
        double[][] p = probabilities(classes, 2 * classes + 5);
        double[] gradient = new Random(1).doubles(classes, -1, 1).toArray();
        double mean = Arrays.stream(gradient).average().orElseThrow();
        Arrays.setAll(gradient, k -> gradient[k] - mean);
        double[] given = gradient.clone();
        double[] step = new double[classes];
        Arrays.fill(step, 7);

        assertThat(new InterceptNewton(classes, p[0].length).solve(p, gradient, step))
                .isTrue();

        assertThat(hessianTimes(p, step)).containsExactly(gradient, within(1e-5));
        assertThat(gradient).isEqualTo(given);
    }

    @Test
    void thereIsNoStepWhereNumbersAreNotFinite() {
        double[][] p = probabilities(3, 10);
        p[1][4] = Double.NaN;

        assertThat(new InterceptNewton(3, 10).solve(p, new double[] {1, 0, -1}, new double[3]))
                .isFalse();
        assertThat(new InterceptNewton(3, 10)
                        .solve(probabilities(3, 10), new double[] {Double.NaN, 0, 0}, new double[3]))
                .isFalse();
    }
}
