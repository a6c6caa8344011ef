package io.github.l1bench.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.l1bench.Golden;
import io.github.l1bench.SmallProblem;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("truth")
class CertificateTest {
    @ParameterizedTest
    @ValueSource(strings = {"0.01", "0.002"})
    void certifiesTheGoldenOptimumOnDenseAndSparseDesigns(String lambda) {
        Golden golden = Golden.read("small-optimum-lambda" + lambda);
        double value = Double.parseDouble(lambda);
        for (MultinomialProblem problem :
                new MultinomialProblem[] {SmallProblem.dense(value), SmallProblem.sparse(value)}) {
            Certificate certificate = Certificate.of(problem, golden.coefficients());
            assertThat(certificate.primal()).isCloseTo(golden.number("objective"), within(1e-13));
            assertThat(certificate.gap()).isLessThan(1e-11);
            assertThat(certificate.kkt()).isLessThan(1e-6);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"small-saga-dense-lambda0.01", "small-saga-dense-lambda0.002", "small-saga-csr-lambda0.01"})
    void bracketsTheOptimumFromAnyPoint(String point) {
        String lambda = point.substring(point.indexOf("lambda"));
        double value = Double.parseDouble(lambda.substring(6));
        double optimum = Golden.read("small-optimum-" + lambda).number("objective");
        Golden golden = Golden.read(point);
        Certificate certificate = Certificate.of(SmallProblem.dense(value), golden.coefficients());
        assertThat(certificate.primal()).isCloseTo(golden.number("objective"), within(1e-12));
        assertThat(certificate.dual()).isLessThanOrEqualTo(optimum + 1e-13);
        assertThat(certificate.gap()).isGreaterThanOrEqualTo(certificate.primal() - optimum);
    }

    @Test
    void holdsAtExtremeLogits() {
        MultinomialProblem problem = SmallProblem.standardizedDense(0.01);
        double optimum = 0.5; // P* of this problem is above; asserted through the dual value below
        Random random = new Random(1);
        for (double size : new double[] {10, 1e3, 1e6}) {
            Coefficients wild = random(problem, size, random);
            Certificate certificate = Certificate.of(problem, wild);
            assertThat(certificate.primal()).isFinite().isGreaterThan(optimum);
            assertThat(certificate.dual()).isBetween(0.0, certificate.primal());
            assertThat(certificate.dual())
                    .isLessThanOrEqualTo(
                            Certificate.of(problem, problem.nullModel()).primal());
            assertThat(certificate.kkt()).isFinite();
        }
    }

    @Test
    void isExactForTheNullModelAtLambdaMax() {
        double lambdaMax = SmallProblem.standardizedSparse(1).lambdaMax();
        MultinomialProblem above = SmallProblem.standardizedSparse(lambdaMax * 1.0000001);
        MultinomialProblem below = SmallProblem.standardizedSparse(lambdaMax * 0.99);
        assertThat(Certificate.of(above, above.nullModel()).gap()).isLessThan(1e-13);
        assertThat(Certificate.of(below, below.nullModel()).gap()).isGreaterThan(1e-6);
        assertThat(below.nullModelDual())
                .isCloseTo(Certificate.of(below, below.nullModel()).dual(), within(1e-13));
    }

    @Test
    void holdsWithAClassOfTwoSamplesAndAConstantColumn() {
        int n = 60;
        DMatrixRMaj raw = new DMatrixRMaj(n, 5);
        int[] labels = new int[n];
        Random random = new Random(2);
        for (int i = 0; i < n; i++) {
            labels[i] = i < 2 ? 2 : i % 2;
            for (int j = 0; j < 4; j++) {
                raw.set(i, j, random.nextGaussian() + (labels[i] == j ? 1 : 0));
            }
            raw.set(i, 4, 7);
        }
        MultinomialProblem problem =
                new MultinomialProblem(new DenseDesign(raw, Standardization.of(raw)), labels, 3, 0.05);
        for (double size : new double[] {0, 0.1, 30}) {
            Certificate certificate = Certificate.of(problem, random(problem, size, random));
            assertThat(certificate.gap()).isBetween(0.0, certificate.primal());
        }
    }

    @Test
    void chargesForAWrongIntercept() {
        Coefficients optimum = Golden.read("small-optimum-lambda0.01").coefficients();
        double[] shifted = optimum.intercept().clone();
        shifted[0] += 0.5;
        Certificate certificate =
                Certificate.of(SmallProblem.dense(0.01), new Coefficients(optimum.weights(), shifted));
        assertThat(certificate.gap()).isGreaterThan(1e-3);
        assertThat(certificate.kkt()).isGreaterThan(1e-2);
    }

    private static Coefficients random(MultinomialProblem problem, double size, Random random) {
        double[][] weights = new double[problem.classes()][problem.features()];
        for (double[] row : weights) {
            for (int j = 0; j < row.length; j++) {
                row[j] = size * random.nextGaussian();
            }
        }
        return new Coefficients(weights, new double[problem.classes()]);
    }
}
