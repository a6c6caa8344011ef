package io.github.l1bench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixSparseCSC;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("truth")
class DatasetTest {
    // One feature: -2, 0, 0, 1, 3 of classes 0, 0, 1, 1, 0.
    private static final double[] VALUES = {-2, 0, 0, 1, 3};
    private static final int[] LABELS = {0, 0, 1, 1, 0};

    private static DMatrixSparseCSC matrix() {
        DMatrixSparseCSC matrix = new DMatrixSparseCSC(VALUES.length, 1);
        for (int i = 0; i < VALUES.length; i++) {
            if (VALUES[i] != 0) {
                matrix.set(i, 0, VALUES[i]);
            }
        }
        return matrix;
    }

    private static Dataset dataset(FeatureScaling scaling, boolean withTest, int side) {
        RawData raw = new RawData(
                matrix(),
                LABELS,
                withTest ? Optional.of(matrix()) : Optional.empty(),
                withTest ? LABELS : new int[0],
                List.of("no", "yes"),
                new ContentHash());
        Identity identity = new Identity("name", "title", "origin", 3).withNotice("notice");
        return raw.standardized(identity.asImages(side, side), scaling);
    }

    private static Coefficients slope(double weight) {
        return new Coefficients(new double[][] {{0}, {weight}}, new double[2]);
    }

    @Test
    void accuracyIsTheShareOfRightRowsAndTheFirstClassWinsTies() {
        Dataset data = dataset(FeatureScaling.NONE, true, 0);

        assertThat(data.trainAccuracy(slope(0))).isEqualTo(0.6);
        assertThat(data.trainAccuracy(slope(1))).isEqualTo(0.6);
        assertThat(data.trainAccuracy(slope(-1))).isEqualTo(0.4);
        assertThat(data.testAccuracy(slope(-1))).contains(0.4);
        assertThat(dataset(FeatureScaling.NONE, false, 0).testAccuracy(slope(1)))
                .isEmpty();
    }

    @Test
    void itsInfoSaysWhatItIs() {
        DataInfo info = dataset(FeatureScaling.SCALED, true, 28).info();

        assertThat(info.name()).isEqualTo("name");
        assertThat(info.trainRows()).isEqualTo(5);
        assertThat(info.testRows()).isEqualTo(5);
        assertThat(info.features()).isEqualTo(1);
        assertThat(info.classes()).isEqualTo(2);
        assertThat(info.labels()).containsExactly("no", "yes");
        assertThat(info.nonzeroPercent()).isEqualTo(60);
        assertThat(info.standardization()).isEqualTo("scaled");
        assertThat(info.isImage()).isTrue();
        assertThat(dataset(FeatureScaling.NONE, false, 0).info().isImage()).isFalse();
    }

    @Test
    void testRowsAreStandardisedLikeTheTrainingRows() {
        Dataset data = dataset(FeatureScaling.CENTRED, true, 0);

        double scale = data.train().standardization().scale()[0];
        assertThat(data.train().standardization().center()).containsExactly(0.4);
        assertThat(data.test().orElseThrow().rowReader().row(4)).containsExactly(2.6 / scale);
        assertThat(dataset(FeatureScaling.SCALED, true, 0)
                        .train()
                        .standardization()
                        .centers())
                .isFalse();
    }

    @Test
    void makesTheTrainingProblem() {
        Dataset data = dataset(FeatureScaling.NONE, false, 0);

        MultinomialProblem problem = data.problem(0.5);

        assertThat(problem.design()).isSameAs(data.train());
        assertThat(problem.labels()).isEqualTo(LABELS);
        assertThat(problem.classes()).isEqualTo(2);
        assertThat(problem.lambda()).isEqualTo(0.5);
    }

    @Test
    void aRequestChangesInOnePlaceAtATime() {
        DataRequest request = DataRequest.of("digits");

        assertThat(request.standardize()).isTrue();
        assertThat(request.offline()).isFalse();
        assertThat(request.withName("text")).isEqualTo(DataRequest.of("text"));
        assertThat(request.withSeed(4).seed()).isEqualTo(4);
        assertThat(request.withoutDownload().offline()).isTrue();
        assertThat(request.withoutStandardization().standardize()).isFalse();
        DataOption option = new DataOption("some-dir", "DIR", "");
        assertThat(request.has(option)).isFalse();
        assertThat(request.with(option, "there").option(option)).contains("there");
        assertThat(request.withRows(3, 2).trainRows()).hasValue(3);
        assertThat(request.withRows(3, 2).testRows()).hasValue(2);
        assertThatCode(() -> request.withRows(1, 0).withSeed(0)).doesNotThrowAnyException();
    }

    @Test
    void asManyRowsAsThereAreMayBeAskedForButNotOneMore() {
        DataRequest request = DataRequest.of("some");

        assertThat(RowCounts.of(request, 4, 6, 10)).isEqualTo(new RowCounts(4, 6));
        assertThat(RowCounts.of(request.withRows(10, 0), 4, 6, 10)).isEqualTo(new RowCounts(10, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RowCounts.of(request.withRows(10, 1), 4, 6, 10))
                .withMessageContaining("10 training and 1 test rows")
                .withMessageContaining("some has 10 in all");
    }
}
