package io.github.l1bench.exact;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.Standardization;
import java.util.Arrays;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reference itself, against optima that are known in closed form. */
class ExactOptimumTest {
    private static final double ROUNDING = 1e-28;

    private static void assertClose(DoubleDouble actual, DoubleDouble expected) {
        assertThat(actual.minus(expected).abs().hi())
                .as("%s - %s", actual, expected)
                .isLessThan(ROUNDING);
    }

    private static DoubleDouble entropy(DoubleDouble... shares) {
        return Arrays.stream(shares)
                .map(q -> q.times(Logarithm.of(q)).negated())
                .reduce(DoubleDouble.ZERO, DoubleDouble::plus);
    }

    // Integers, and an offset that leaves them exact.
    private static ExactProblem integers(double offset, double lambda) {
        Random random = new Random(3);
        DMatrixRMaj raw = new DMatrixRMaj(30, 3);
        int[] labels = new int[30];
        for (int i = 0; i < 30; i++) {
            labels[i] = i % 3;
            for (int j = 0; j < 3; j++) {
                raw.set(i, j, offset + random.nextInt(10) + (j == labels[i] ? 3 : 0));
            }
        }
        return new ExactProblem(raw, Standardization.none(3), labels, 3, lambda);
    }

    /** Two samples at 1 and -1, a class each: P(w, -w) = log(1 + e^-2w) + 2 lambda w, whose minimum is an entropy. */
    @ParameterizedTest
    @ValueSource(doubles = {0.4999, 0.3, 0.01, 1e-6})
    void theOptimumOfTwoSamplesIsAnEntropy(double lambda) {
        DMatrixRMaj raw = new DMatrixRMaj(2, 1, true, 1, -1);
        ExactProblem problem = new ExactProblem(raw, Standardization.none(1), new int[] {0, 1}, 2, lambda);
        DoubleDouble share = DoubleDouble.of(lambda);

        ExactOptimum optimum = ExactOptimum.of(problem);

        DoubleDouble expected = entropy(share, DoubleDouble.ONE.minus(share));
        assertClose(optimum.primal(), expected);
        assertClose(optimum.dual(), expected);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.5, 1e100})
    void fromLambdaMaxOnTheOptimumIsTheEntropyOfTheClasses(double share) {
        ExactProblem problem = integers(0, 1);
        double largest = new Rescaling(problem).lambdaMax();

        // Lambda max is rounded, perhaps downwards.
        ExactOptimum optimum = ExactOptimum.of(problem.withLambda(share * Math.nextUp(largest)));

        DoubleDouble third = DoubleDouble.ONE.dividedBy(3);
        assertClose(optimum.primal(), entropy(third, third, third));
        assertThat(optimum.coefficients().nonzeros()).isZero();
    }

    @Test
    void justBelowLambdaMaxAWeightIsNotZero() {
        ExactProblem problem = integers(0, 1);
        double largest = new Rescaling(problem).lambdaMax();
        assertThat(ExactOptimum.of(problem.withLambda(0.999 * largest))
                        .coefficients()
                        .nonzeros())
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e6, -1e9, 1e12})
    void aConstantAddedToFeaturesLeavesTheOptimumAsItIs(double constant) {
        assertClose(
                ExactOptimum.of(integers(constant, 0.05)).primal(),
                ExactOptimum.of(integers(0, 0.05)).primal());
    }

    @Test
    void theBoundsAreEighteenDigitsCloseAndOnTheirSides() {
        ExactOptimum optimum = ExactOptimum.of(integers(0, 0.05));
        DoubleDouble gap = optimum.primal().minus(optimum.dual());
        assertThat(gap.hi()).isBetween(-ROUNDING, 1e-18);
    }

    @Test
    void theObjectiveOfCoefficientsIsThatOfTheVariables() {
        ExactProblem problem = integers(1e9, 0.05);
        Rescaling rescaling = new Rescaling(problem);
        DoubleDouble[] v = rescaling.scaled().nullModel();
        Arrays.setAll(v, a -> DoubleDouble.of(Math.scalb(a % 5 - 2, -2)));

        Coefficients coefficients = rescaling.coefficients(v);

        // In sixteenths, weights and intercepts of this problem are doubles.
        assertClose(problem.objective(coefficients), rescaling.scaled().objective(v));
    }

    /** Variables and coefficients are two descriptions of one problem, whatever the data are like. */
    @ParameterizedTest
    @EnumSource
    void theOptimumInDoublesIsNearlyOptimalByTheRawData(Hazard hazard) {
        for (int seed = 0; seed < 3; seed++) {
            ExactProblem problem =
                    HazardousProblem.drawStandardized(hazard, seed).exact();
            ExactOptimum optimum = ExactOptimum.of(problem);
            DoubleDouble excess = problem.objective(optimum.coefficients()).minus(optimum.primal());
            assertThat(excess.dividedBy(optimum.primal()).hi())
                    .as("seed %d", seed)
                    .isBetween(-ROUNDING, 1e-15);
        }
    }

    @Test
    void otherCoefficientsAreWorseAndTheirDualPointsLower() {
        ExactProblem problem = integers(0, 0.05);
        ExactOptimum optimum = ExactOptimum.of(problem);
        Trials.near(optimum).forEach((name, coefficients) -> {
            assertThat(problem.objective(coefficients).minus(optimum.primal()).hi())
                    .as(name)
                    .isGreaterThan(-ROUNDING);
            assertThat(DefinedDual.of(problem, coefficients)
                            .minus(optimum.primal())
                            .hi())
                    .as(name)
                    .isLessThan(ROUNDING);
        });
    }

    @Test
    void aDualPointIsFeasibleThoughTheProbabilitiesAreOff() {
        ScaledProblem problem = new Rescaling(integers(0, 0.05)).scaled();
        DoubleDouble[][] probabilities = problem.loss(problem.nullModel()).probabilities();
        for (DoubleDouble[] row : probabilities) {
            row[0] = row[0].times(1 + 1e-12);
        }
        DoubleDouble dual = DualPoint.of(problem, probabilities).objective();
        assertThat(ExactOptimum.of(integers(0, 0.05)).primal().minus(dual).signum())
                .isPositive();
    }
}
