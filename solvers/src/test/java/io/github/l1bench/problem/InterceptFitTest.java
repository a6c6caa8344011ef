package io.github.l1bench.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.l1bench.kernel.Softmax;
import java.util.Arrays;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
}
