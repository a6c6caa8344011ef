package io.github.l1bench.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.l1bench.SmallProblem;
import io.github.l1bench.problem.PenaltyRequest.Scale;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.ops.DConvertMatrixStruct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PenaltyTest {
    private static final MultinomialProblem PROBLEM = SmallProblem.dense(0.01);

    @Test
    void theThreeScalesSayTheSame() {
        Penalty penalty = Penalty.of(PROBLEM);

        assertThat(applied(Scale.LAMBDA, penalty.lambda())).isEqualTo(0.01);
        assertThat(applied(Scale.RATIO, penalty.ratio())).isCloseTo(0.01, within(1e-17));
        assertThat(applied(Scale.C, penalty.c())).isCloseTo(0.01, within(1e-17));
    }

    @Test
    void theRatioIsOfLambdaMaxAndCIsThatOfASumOverSamples() {
        assertThat(applied(Scale.RATIO, 0.25)).isEqualTo(0.25 * PROBLEM.lambdaMax());
        assertThat(applied(Scale.C, 0.5)).isEqualTo(1 / (0.5 * PROBLEM.samples()));
        assertThat(applied(Scale.RATIO, 1)).isEqualTo(PROBLEM.lambdaMax());
    }

    @Test
    void aRatioAboveOneIsAPenaltyLikeAnyOther() {
        MultinomialProblem above = new PenaltyRequest(Scale.RATIO, 3).applied(PROBLEM);

        assertThat(Penalty.of(above).ratio()).isCloseTo(3, within(1e-15));
        assertThat(Certificate.of(above, above.nullModel()).gap()).isCloseTo(0, within(1e-13));
    }

    @Test
    void anotherPenaltyOfTheSameProblemHasTheSameLambdaMax() {
        assertThat(Penalty.of(PROBLEM).withLambda(0.3)).isEqualTo(Penalty.of(PROBLEM.withLambda(0.3)));
    }

    @Test
    void isWrittenOnAllThreeScales() {
        assertThat(new Penalty(0.02, 0.25, 5000))
                .hasToString("0.02 (lambda ratio 0.0800000 of lambda max 0.250000; C 0.0100000)");
    }

    @ParameterizedTest
    @EnumSource
    void valuesThatAreNoPositiveNumbersAreRefused(Scale scale) {
        for (double value : new double[] {0, -0.0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new PenaltyRequest(scale, value))
                    .withMessageEndingWith(" is " + value + "; it must be a positive number");
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e308, 1e-320})
    void valuesThatMakeLambdaNoPositiveNumberAreRefused(double c) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> applied(Scale.C, c))
                .withMessageStartingWith("C is " + c + ", which makes lambda ");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 0.1, 1e-3, 123456.789, 1e12})
    void aRatioOfNothingIsRefused(double constant) {
        for (int samples : new int[] {3, 7, 1000, 30_000}) {
            for (Design design : constantDesigns(samples, constant)) {
                MultinomialProblem problem = threeClasses(design);
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> new PenaltyRequest(Scale.RATIO, 0.5).applied(problem))
                        .withMessageContaining("lambda max is 0 but for rounding")
                        .withMessageContaining("give lambda itself, or C");
                assertThat(PenaltyRequest.lambda(0.5).applied(problem).lambda()).isEqualTo(0.5);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-150, 1e-9, 1, 1e6, 1e12})
    void aSmallFeatureOrOneFarFromZeroIsNotTakenForNothing(double center) {
        DMatrixRMaj raw = new DMatrixRMaj(1000, 2);
        for (int i = 0; i < raw.numRows; i++) {
            raw.set(i, 0, 1e-150 * label(i));
            raw.set(i, 1, center + center * 1e-11 * label(i));
        }
        for (Design design : new Design[] {new DenseDesign(raw), new DenseDesign(raw, Standardization.of(raw))}) {
            MultinomialProblem problem = threeClasses(design);
            assertThat(new PenaltyRequest(Scale.RATIO, 0.5).applied(problem).lambda())
                    .isEqualTo(problem.lambdaMax() / 2)
                    .isPositive();
        }
    }

    private static List<Design> constantDesigns(int samples, double constant) {
        DMatrixRMaj raw = new DMatrixRMaj(samples, 2);
        raw.fill(constant);
        DMatrixSparseCSC sparse = DConvertMatrixStruct.convert(raw, (DMatrixSparseCSC) null, 0);
        return List.of(
                new DenseDesign(raw),
                new DenseDesign(raw, Standardization.of(raw)),
                new SparseDesign(sparse, Standardization.none(2)),
                new SparseDesign(sparse, Standardization.of(sparse)),
                new SparseDesign(sparse, Standardization.of(sparse).withoutCentering()));
    }

    private static MultinomialProblem threeClasses(Design design) {
        int[] labels = IntStream.range(0, design.rows()).map(PenaltyTest::label).toArray();
        labels[design.rows() - 1] = 2;
        return new MultinomialProblem(design, labels, 3, 1);
    }

    private static int label(int sample) {
        return sample % 11 * (sample % 7) % 3;
    }

    private static double applied(Scale scale, double value) {
        return new PenaltyRequest(scale, value).applied(PROBLEM).lambda();
    }
}
