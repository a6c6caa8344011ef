package io.github.l1bench.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every number of a certificate against its definition, summed sample by sample. */
@Tag("truth")
class CertificateDefinitionTest {
    private static final int SAMPLES = 30;
    private static final int FEATURES = 5;
    private static final int CLASSES = 3;

    private static DMatrixRMaj raw() {
        Random random = new Random(11);
        DMatrixRMaj raw = new DMatrixRMaj(SAMPLES, FEATURES);
        for (int t = 0; t < raw.data.length; t++) {
            raw.data[t] = 0.3 + random.nextGaussian();
        }
        return raw;
    }

    private static MultinomialProblem problem(double lambda) {
        int[] labels = new Random(12).ints(SAMPLES, 0, CLASSES).toArray();
        return new MultinomialProblem(new DenseDesign(raw()), labels, CLASSES, lambda);
    }

    private static Coefficients coefficients(double size, double offset) {
        Random random = new Random(13);
        double[][] weights = new double[CLASSES][FEATURES];
        for (double[] row : weights) {
            Arrays.setAll(row, j -> random.nextInt(3) == 0 ? 0 : size * random.nextGaussian());
        }
        return new Coefficients(weights, new double[] {offset, 0, -0.2});
    }

    /** X W + b, K rows of n. */
    private static double[][] scores(Coefficients at) {
        DMatrixRMaj x = raw();
        double[][] scores = new double[CLASSES][SAMPLES];
        for (int k = 0; k < CLASSES; k++) {
            for (int i = 0; i < SAMPLES; i++) {
                scores[k][i] = at.intercept()[k];
                for (int j = 0; j < FEATURES; j++) {
                    scores[k][i] += x.get(i, j) * at.weights()[k][j];
                }
            }
        }
        return scores;
    }

    private static double[][] probabilities(double[][] scores) {
        double[][] p = new double[CLASSES][SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            double sum = 0;
            for (int k = 0; k < CLASSES; k++) {
                p[k][i] = Math.exp(scores[k][i]);
                sum += p[k][i];
            }
            for (int k = 0; k < CLASSES; k++) {
                p[k][i] /= sum;
            }
        }
        return p;
    }

    /** Y - Q, K rows of n. */
    private static double[][] residuals(int[] labels, double[][] q) {
        double[][] residuals = new double[CLASSES][SAMPLES];
        for (int k = 0; k < CLASSES; k++) {
            for (int i = 0; i < SAMPLES; i++) {
                residuals[k][i] = (labels[i] == k ? 1 : 0) - q[k][i];
            }
        }
        return residuals;
    }

    /** X' R / n, K rows of p. */
    private static double[][] gradient(double[][] residuals) {
        DMatrixRMaj x = raw();
        double[][] gradient = new double[CLASSES][FEATURES];
        for (int k = 0; k < CLASSES; k++) {
            for (int j = 0; j < FEATURES; j++) {
                for (int i = 0; i < SAMPLES; i++) {
                    gradient[k][j] += x.get(i, j) * residuals[k][i] / SAMPLES;
                }
            }
        }
        return gradient;
    }

    private static double largest(double[][] rows) {
        return Arrays.stream(rows)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElseThrow();
    }

    private static double primal(MultinomialProblem problem, Coefficients at) {
        double[][] p = probabilities(scores(at));
        double loss = 0;
        for (int i = 0; i < SAMPLES; i++) {
            loss -= Math.log(p[problem.labels()[i]][i]) / SAMPLES;
        }
        return loss + problem.lambda() * at.l1Norm();
    }

    private static double kkt(MultinomialProblem problem, Coefficients at) {
        double[][] r = residuals(problem.labels(), probabilities(scores(at)));
        double[][] g = gradient(r);
        double worst = 0;
        for (int k = 0; k < CLASSES; k++) {
            worst = Math.max(worst, Math.abs(Arrays.stream(r[k]).sum()) / SAMPLES);
            for (int j = 0; j < FEATURES; j++) {
                double w = at.weights()[k][j];
                double violation = w == 0
                        ? Math.abs(g[k][j]) - problem.lambda()
                        : Math.abs(-g[k][j] + problem.lambda() * Math.signum(w));
                worst = Math.max(worst, violation);
            }
        }
        return worst;
    }

    /** Now the intercept, now a nonzero weight, now a zero one is worst; the dual point is scaled or not. */
    @ParameterizedTest
    @CsvSource({"0, 0, 10", "0.01, 2, 0.01", "0.5, -0.1, 0.01", "0.5, 0.1, 0.2", "1, 0, 5", "3, 1, 1e-4", "0, 0, 1e-6"})
    void everyNumberIsItsDefinition(double size, double offset, double lambda) {
        MultinomialProblem problem = problem(lambda);
        Coefficients at = coefficients(size, offset);

        Certificate certificate = Certificate.of(problem, at);

        assertThat(certificate.primal()).isCloseTo(primal(problem, at), within(1e-12));
        assertThat(problem.objective(at)).isCloseTo(primal(problem, at), within(1e-12));
        assertThat(certificate.kkt()).isCloseTo(kkt(problem, at), within(1e-12));
        assertThat(certificate.gap() - (certificate.primal() - certificate.dual()))
                .isBetween(0.0, certificate.rounding());
        assertThat(certificate.relativeGap()).isEqualTo(certificate.gap() / certificate.primal());
    }

    @ParameterizedTest
    @CsvSource({"0, 10", "0.5, 0.01", "0.5, 0.2", "1, 5", "3, 1e-4", "0, 1e-6"})
    void theDualValueIsThatOfAFeasiblePoint(double size, double lambda) {
        MultinomialProblem problem = problem(lambda);
        Coefficients at = coefficients(size, 1);
        Certifier certifier = new Certifier(problem);
        certifier.gap(at, 1e-6);
        double[][] p = probabilities(scores(new Coefficients(at.weights(), certifier.intercept())));
        double s = Math.min(1, lambda / largest(gradient(residuals(problem.labels(), p))));

        double[][] q = new double[CLASSES][SAMPLES];
        double dual = 0;
        for (int i = 0; i < SAMPLES; i++) {
            for (int k = 0; k < CLASSES; k++) {
                q[k][i] = s * p[k][i] + (problem.labels()[i] == k ? 1 - s : 0);
                dual -= q[k][i] * Math.log(q[k][i]) / SAMPLES;
            }
        }

        double[][] rest = residuals(problem.labels(), q);
        assertThat(largest(gradient(rest))).isLessThanOrEqualTo(lambda + 1e-14);
        for (double[] row : rest) {
            assertThat(Arrays.stream(row).sum()).isCloseTo(0, within(1e-11));
        }
        assertThat(Certificate.of(problem, at).dual()).isCloseTo(dual, within(1e-12));
    }

    @Test
    void aLookLeavesWhatBelongsToTheRefittedIntercept() {
        MultinomialProblem problem = problem(0.05);
        Coefficients at = coefficients(0.5, 2);
        Certifier certifier = new Certifier(problem);
        for (int time = 0; time < 2; time++) {
            double gap = certifier.gap(at, 1e-6).relative();
            Coefficients refitted = new Coefficients(at.weights(), certifier.intercept());
            double[][] residuals = residuals(problem.labels(), probabilities(scores(refitted)));

            assertThat(gap).isCloseTo(Certificate.of(problem, at).relativeGap(), within(1e-14));
            assertThat(primal(problem, refitted)).isLessThan(primal(problem, at) - 0.1);
            for (int k = 0; k < CLASSES; k++) {
                assertThat(certifier.scores()[k]).containsExactly(scores(refitted)[k], within(1e-12));
                assertThat(certifier.residuals()[k]).containsExactly(residuals[k], within(1e-12));
                assertThat(certifier.gradient()[k]).containsExactly(gradient(residuals)[k], within(1e-12));
            }
        }
    }

    @Test
    void theSmallestPenaltyWithoutWeightsIsTheLargestGradientAtTheNullModel() {
        MultinomialProblem problem = problem(1);
        double[][] frequencies = probabilities(scores(problem.nullModel()));
        double expected = largest(gradient(residuals(problem.labels(), frequencies)));

        assertThat(problem.lambdaMax()).isCloseTo(expected, within(1e-14));
        assertThat(problem.withLambda(3).lambdaMax()).isEqualTo(problem.lambdaMax());
        assertThat(problem.withLambda(3).lambda()).isEqualTo(3);
        for (int k = 0; k < CLASSES; k++) {
            assertThat(frequencies[k][0]).isCloseTo(problem.classCount(k) / (double) SAMPLES, within(1e-15));
        }
    }

    /** Such a sample's own part of Q is 0, and 0 log 0 counts as 0. */
    @Test
    void aSampleThatItsOwnClassHasLostDoesNotSpoilTheDual() {
        int n = 100;
        DMatrixRMaj raw = new DMatrixRMaj(n, 1);
        int[] labels = new int[n];
        Arrays.setAll(labels, i -> i % 2);
        raw.set(0, 0, 1);
        MultinomialProblem problem = new MultinomialProblem(new DenseDesign(raw), labels, 2, 1);
        Coefficients wrong = new Coefficients(new double[][] {{-100}, {100}}, new double[2]);

        Certificate certificate = Certificate.of(problem, wrong);

        assertThat(certificate.primal()).isGreaterThan(200);
        assertThat(certificate.dual()).isBetween(0.5, Math.log(2));
    }

    @Test
    void whereNoInterceptFitsTheNullModelsDualPointServes() {
        MultinomialProblem problem = problem(0.01);
        Coefficients boundless = coefficients(1e13, 0);

        Certificate certificate = Certificate.of(problem, boundless);

        assertThat(certificate.dual()).isEqualTo(problem.nullModelDual());
        assertThat(certificate.dual()).isBetween(0.1, Math.log(CLASSES));
    }
}
