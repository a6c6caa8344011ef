package io.github.l1bench.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.l1bench.kernel.Softmax;
import java.util.Arrays;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("truth")
class InterceptFitTest {
    @ParameterizedTest
    @ValueSource(ints = {2, 10, 100, 101, 300})
    void makesColumnSumsOfResidualsVanishForFewClassesAndForMany(int classes) {
        int samples = 3 * classes + 7;
        int[] labels = new int[samples];
        Arrays.setAll(labels, i -> i % classes);
        MultinomialProblem problem =
                new MultinomialProblem(new DenseDesign(new DMatrixRMaj(samples, 1)), labels, classes, 1);
        Random random = new Random(classes);
        double[][] scores = new double[classes][samples];
        for (double[] row : scores) {
            Arrays.setAll(row, i -> 4 * random.nextGaussian());
        }
        Softmax softmax = new Softmax(classes, samples);

        assertThat(new InterceptFit(problem, softmax).fit(scores)).isTrue();

        double[][] residuals = new double[classes][samples];
        softmax.residuals(labels, residuals);
        for (double[] row : residuals) {
            assertThat(Arrays.stream(row).sum() / samples).isCloseTo(0, within(1e-12));
        }
    }

    /** Scaling alone would need thousands of steps where most samples are sure of a class. */
    @Test
    void isDoneSoonWhereProbabilitiesAreNearlyZeroAndOne() {
        int classes = 4;
        MultinomialProblem problem = problem(classes, 400);
        double[][] scores = scores(classes, 400, 40);
        double[][] before = copy(scores);
        Softmax softmax = new Softmax(classes, 400);
        InterceptFit fit = new InterceptFit(problem, softmax);

        assertThat(fit.fit(scores)).isTrue();

        requireFitted(problem, softmax, 1e-11);
        requireShifted(before, scores, fit.shift(), 1e-10);
    }

    @Test
    void aClassThatHasLostAllSamplesIsWonBack() {
        int classes = 3;
        MultinomialProblem problem = problem(classes, 50);
        double[][] scores = scores(classes, 50, 1);
        Arrays.setAll(scores[1], i -> scores[1][i] - 3000);
        double[][] before = copy(scores);
        Softmax softmax = new Softmax(classes, 50);
        InterceptFit fit = new InterceptFit(problem, softmax);

        assertThat(fit.fit(scores)).isTrue();

        requireFitted(problem, softmax, 1e-11);
        requireShifted(before, scores, fit.shift(), 1e-6); // steps far too long were tried and taken back
    }

    @Test
    void aSecondFitStartsFromItsOwnScoresAndMovesNothing() {
        MultinomialProblem problem = problem(5, 60);
        double[][] scores = scores(5, 60, 3);
        InterceptFit fit = new InterceptFit(problem, new Softmax(5, 60));
        fit.fit(scores);
        double[][] fitted = copy(scores);

        assertThat(fit.fit(scores)).isTrue();

        assertThat(fit.shift()).containsExactly(new double[5], within(1e-10));
        requireShifted(fitted, scores, fit.shift(), 1e-10);
    }

    @Test
    void scoresThatAreNotFiniteAreNotFitted() {
        double[][] scores = scores(3, 20, 1);
        scores[2][7] = Double.NaN;

        assertThat(new InterceptFit(problem(3, 20), new Softmax(3, 20)).fit(scores))
                .isFalse();
    }

    private static MultinomialProblem problem(int classes, int samples) {
        int[] labels = new int[samples];
        Arrays.setAll(labels, i -> i % 7 == 0 ? 0 : i % classes);
        return new MultinomialProblem(new DenseDesign(new DMatrixRMaj(samples, 1)), labels, classes, 1);
    }

    private static double[][] scores(int classes, int samples, double size) {
        Random random = new Random(samples);
        double[][] scores = new double[classes][samples];
        for (double[] row : scores) {
            Arrays.setAll(row, i -> size * random.nextGaussian());
        }
        return scores;
    }

    private static double[][] copy(double[][] rows) {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }

    private static void requireFitted(MultinomialProblem problem, Softmax softmax, double tolerance) {
        double[][] residuals = new double[problem.classes()][problem.samples()];
        softmax.residuals(problem.labels(), residuals);
        for (double[] row : residuals) {
            assertThat(Arrays.stream(row).sum() / problem.samples()).isCloseTo(0, within(tolerance));
        }
    }

    private static void requireShifted(double[][] before, double[][] after, double[] shift, double tolerance) {
        for (int k = 0; k < shift.length; k++) {
            for (int i = 0; i < before[k].length; i++) {
                assertThat(after[k][i] - before[k][i]).isCloseTo(shift[k], within(tolerance));
            }
        }
    }
}
