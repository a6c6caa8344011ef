package io.github.l1bench.problem;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.l1bench.SmallProblem;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.junit.jupiter.api.Test;

class BadInputTest {
    private static final DMatrixRMaj X = new DMatrixRMaj(new double[][] {{1, 2}, {3, 4}, {5, 7}});

    @Test
    void namesTheSampleAndFeatureThatAreNotFinite() {
        DMatrixRMaj x = X.copy();
        x.set(2, 1, Double.NaN);
        refused(() -> new DenseDesign(x), "sample 2, feature 1 is NaN");
        x.set(2, 1, Double.POSITIVE_INFINITY);
        refused(() -> new DenseDesign(x), "sample 2, feature 1 is Infinity");
    }

    @Test
    void refusesLabelsThatDoNotFit() {
        refused(
                () -> problem(new int[] {0, 1, 2}, 2, 0.1),
                "sample 2 has label 2, outside the declared classes 0 to 1");
        refused(() -> problem(new int[] {0, 1, -1}, 2, 0.1), "label -1");
        refused(() -> problem(new int[] {0, 1}, 2, 0.1), "3 samples but 2 labels");
        refused(() -> problem(new int[] {0, 0, 0}, 1, 0.1), "only one class");
        refused(() -> problem(new int[] {0, 0, 1}, 3, 0.1), "class 2 has no training sample");
    }

    @Test
    void refusesPenaltiesThatAreNotPositive() {
        for (double lambda : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            refused(() -> problem(new int[] {0, 1, 1}, 2, lambda), "lambda is " + lambda);
        }
    }

    @Test
    void refusesRaggedAndIllFittingCoefficients() {
        refused(() -> new Coefficients(new double[][] {{1, 2}, {1}}, new double[2]), "ragged");
        refused(() -> new Coefficients(new double[2][3], new double[3]), "do not fit an intercept of 3 classes");
        Coefficients other = new Coefficients(new double[2][3], new double[2]);
        refused(() -> Certificate.of(SmallProblem.dense(0.01), other), "do not fit a problem of 40 and 4");
    }

    @Test
    void refusesAnEmptyDesignAndAStandardizationOfOtherFeatures() {
        refused(() -> new DenseDesign(new DMatrixRMaj(0, 3)), "at least one sample");
        refused(() -> new DenseDesign(X, Standardization.none(3)), "of 3 features but the design has 2");
        refused(() -> new SparseDesign(new DMatrixSparseCSC(3, 0), Standardization.none(0)), "at least one sample");
        refused(
                () -> new SparseDesign(new DMatrixSparseCSC(3, 2), Standardization.none(3)),
                "of 3 features but the design has 2");
        refused(() -> new Standardization(new double[] {0}, new double[] {0}), "scale 0.0");
    }

    @Test
    void namesTheValueThatIsTooLargeBeforeScalingOrAfter() {
        DMatrixRMaj x = X.copy();
        x.set(2, 1, 1e200);
        Standardization halves = new Standardization(new double[2], new double[] {2, 2});
        Standardization blowsUp = new Standardization(new double[2], new double[] {1, 1e-200});
        refused(() -> new DenseDesign(x, halves), "sample 2, feature 1 is 1.0E200");
        refused(() -> new DenseDesign(X, blowsUp), "sample 0, feature 1 is 2.0E200");
    }

    @Test
    void namesTheFeatureWhoseCentreIsTooFarForItsScale() {
        Standardization far = new Standardization(new double[] {0, 1e200}, new double[] {1, 1});
        refused(() -> new DenseDesign(new DMatrixRMaj(3, 2), far), "feature 1 is -1.0E200");
        refused(() -> new SparseDesign(new DMatrixSparseCSC(3, 2), far), "feature 1 has centre 1.0E200 and scale 1.0");
    }

    @Test
    void refusesAnotherPenaltyThatIsNotPositiveAndCoefficientsOfAnotherShape() {
        MultinomialProblem problem = problem(new int[] {0, 1, 1}, 2, 1);
        refused(() -> problem.withLambda(0), "lambda is 0.0");
        Coefficients other = new Coefficients(new double[2][3], new double[2]);
        refused(() -> problem.objective(other), "do not fit a problem of 2 and 2");
    }

    private static MultinomialProblem problem(int[] labels, int classes, double lambda) {
        return new MultinomialProblem(new DenseDesign(X), labels, classes, lambda);
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
    }
}
