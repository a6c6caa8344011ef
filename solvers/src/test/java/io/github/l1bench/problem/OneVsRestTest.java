package io.github.l1bench.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.ops.DConvertMatrixStruct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The certificate of one-vs-rest against two-class logistic regression as textbooks write it, with labels of -1 and 1. */
class OneVsRestTest {
    private static final int SAMPLES = 40;
    private static final int FEATURES = 6;
    private static final double LAMBDA = 0.03;

    /** The two-class problem of one class, summed row by row. */
    private record Textbook(double[][] x, int[] labels, int k) {
        double sign(int i) {
            return labels[i] == k ? 1 : -1;
        }

        double score(int i, double[] w, double b) {
            double score = b;
            for (int j = 0; j < w.length; j++) {
                score += w[j] * x[i][j];
            }
            return score;
        }

        double objective(double[] w, double b) {
            double loss = 0;
            for (int i = 0; i < x.length; i++) {
                loss += Math.log1p(Math.exp(-sign(i) * score(i, w, b)));
            }
            return loss / x.length + LAMBDA * Arrays.stream(w).map(Math::abs).sum();
        }

        /** The gradient of the loss: p values, then that of the intercept. */
        double[] gradient(double[] w, double b) {
            double[] g = new double[w.length + 1];
            for (int i = 0; i < x.length; i++) {
                double slope = -sign(i) / (1 + Math.exp(sign(i) * score(i, w, b))) / x.length;
                for (int j = 0; j < w.length; j++) {
                    g[j] += slope * x[i][j];
                }
                g[w.length] += slope;
            }
            return g;
        }

        /** Proximal gradient steps from zero; returns the weights, then the intercept. */
        double[] solve(int steps) {
            double square = 1;
            for (double[] row : x) {
                square += Arrays.stream(row).map(v -> v * v).sum() / x.length;
            }
            double step = 4 / square;
            double[] w = new double[x[0].length];
            double b = 0;
            for (int s = 0; s < steps; s++) {
                double[] g = gradient(w, b);
                for (int j = 0; j < w.length; j++) {
                    double moved = w[j] - step * g[j];
                    w[j] = Math.signum(moved) * Math.max(0, Math.abs(moved) - step * LAMBDA);
                }
                b -= step * g[w.length];
            }
            double[] all = Arrays.copyOf(w, w.length + 1);
            all[w.length] = b;
            return all;
        }
    }

    private static double[][] rows() {
        Random random = new Random(21);
        double[][] x = new double[SAMPLES][FEATURES];
        for (double[] row : x) {
            Arrays.setAll(row, j -> random.nextInt(3) == 0 ? 0 : random.nextGaussian());
        }
        return x;
    }

    private static int[] labels(int classes) {
        int[] labels = new int[SAMPLES];
        double[][] x = rows();
        Arrays.setAll(labels, i -> i < classes ? i : Math.min(classes - 1, (int) Math.abs(2 * x[i][0])));
        return labels;
    }

    private static MultinomialProblem problem(int classes, boolean sparse) {
        DMatrixRMaj raw = new DMatrixRMaj(rows());
        Design design = sparse
                ? new SparseDesign(
                        DConvertMatrixStruct.convert(raw, (DMatrixSparseCSC) null, 0), Standardization.none(FEATURES))
                : new DenseDesign(raw);
        return new MultinomialProblem(design, labels(classes), classes, LAMBDA);
    }

    private static Coefficients solved(int classes, int steps) {
        double[][] w = new double[classes][];
        double[] b = new double[classes];
        for (int k = 0; k < classes; k++) {
            double[] both = new Textbook(rows(), labels(classes), k).solve(steps);
            w[k] = Arrays.copyOf(both, FEATURES);
            b[k] = both[FEATURES];
        }
        return new Coefficients(w, b);
    }

    private static double objective(int classes, Coefficients at) {
        double sum = 0;
        for (int k = 0; k < classes; k++) {
            sum += new Textbook(rows(), labels(classes), k).objective(at.weights()[k], at.intercept()[k]);
        }
        return sum;
    }

    @ParameterizedTest
    @CsvSource({"2,false", "3,false", "3,true", "4,true"})
    void theObjectiveIsTheSumOfTheTextbooksAndTheGapItsDistanceFromTheOptimum(int classes, boolean sparse) {
        OneVsRest certifier = new OneVsRest(problem(classes, sparse));
        double optimum = objective(classes, solved(classes, 20_000));
        for (int steps : new int[] {0, 3, 30, 300}) {
            Coefficients at = solved(classes, steps);
            Certificate certificate = certifier.certify(at);
            double textbook = objective(classes, at);
            assertThat(certificate.primal()).isCloseTo(textbook, within(1e-13));
            assertThat(certificate.gap()).isGreaterThanOrEqualTo(textbook - optimum - 1e-13);
            assertThat(certificate.dual()).isLessThanOrEqualTo(optimum + 1e-13);
        }
        Certificate best = certifier.certify(solved(classes, 20_000));
        assertThat(best.relativeGap()).isBetween(0.0, 1e-9);
        assertThat(best.dual()).isCloseTo(optimum, within(1e-9));
    }

    @Test
    void theKktResidualIsTheTextbooksLargestViolation() {
        Coefficients at = solved(3, 5);
        double worst = 0;
        for (int k = 0; k < 3; k++) {
            double[] w = at.weights()[k];
            double[] g = new Textbook(rows(), labels(3), k).gradient(w, at.intercept()[k]);
            worst = Math.max(worst, Math.abs(g[FEATURES]));
            for (int j = 0; j < FEATURES; j++) {
                worst = Math.max(
                        worst,
                        w[j] == 0 ? Math.max(0, Math.abs(g[j]) - LAMBDA) : Math.abs(g[j] + LAMBDA * Math.signum(w[j])));
            }
        }
        assertThat(new OneVsRest(problem(3, false)).certify(at).kkt()).isCloseTo(worst, within(1e-14));
    }

    @Test
    void theMultinomialOptimumIsNotThatOfOneVsRest() {
        Coefficients ours = solved(3, 20_000);
        MultinomialProblem problem = problem(3, false);
        assertThat(new OneVsRest(problem).certify(ours).relativeGap()).isLessThan(1e-9);
        assertThat(Certificate.of(problem, ours).relativeGap()).isGreaterThan(1e-2);
    }

    @Test
    void theCoefficientsAreNotModifiedAndWhatIsNoNumberCertifiesNothing() {
        Coefficients at = solved(3, 5);
        Coefficients before = at.copy();
        OneVsRest certifier = new OneVsRest(problem(3, false));
        certifier.certify(at);
        assertThat(at.weights()).isDeepEqualTo(before.weights());
        assertThat(at.intercept()).isEqualTo(before.intercept());
        at.weights()[1][2] = Double.NaN;
        assertThat(certifier.certify(at).gap()).isNaN();
    }

    @Test
    void coefficientsOfAnotherShapeAreRefused() {
        assertThatThrownBy(() -> new OneVsRest(problem(3, false)).certify(solved(2, 1)))
                .hasMessageContaining("do not fit a problem of 6 and 3");
    }
}
