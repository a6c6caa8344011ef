package io.github.l1bench.data.mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.l1bench.MnistFiles;
import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.DataSources;
import io.github.l1bench.data.Dataset;
import io.github.l1bench.problem.Design;
import io.github.l1bench.random.NumpyRandom;
import java.util.Arrays;
import org.ejml.data.DMatrixSparseCSC;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("truth")
class MnistSourceTest {
    private static final double SUM_OF_ALL_PIXELS = 1_832_221_745.0;

    @Test
    void permutesTheRowsAsNumpyDoes() {
        int[] head = Arrays.copyOf(new NumpyRandom(0).permutation(70_000), 10);

        assertThat(head).containsExactly(10840, 56267, 14849, 62726, 47180, 61640, 52730, 21847, 20394, 45806);
    }

    @Test
    void splitsAsThePublishedExampleDoes() {
        Dataset mnist = DataSources.load(request());

        assertThat(Arrays.copyOf(mnist.trainLabels(), 20))
                .containsExactly(2, 8, 7, 9, 9, 4, 4, 9, 6, 7, 4, 2, 2, 2, 5, 3, 4, 2, 9, 6);
        assertThat(Arrays.copyOf(mnist.testLabels(), 20))
                .containsExactly(8, 7, 6, 7, 0, 0, 6, 2, 1, 8, 9, 0, 7, 5, 9, 6, 4, 4, 2, 7);
        assertThat(mnist.train().rows()).isEqualTo(5_000);
        assertThat(mnist.test().orElseThrow().rows()).isEqualTo(10_000);
        assertThat(mnist.info().nonzeroPercent()).isBetween(18.5, 19.5);
    }

    @Test
    void holdsEveryPixelOfTheChosenRows() {
        Dataset raw = DataSources.load(request().withoutStandardization());

        assertThat(sum(raw.train())).isEqualTo(131_186_653.0);
        assertThat(sum(raw.test().orElseThrow())).isEqualTo(261_144_585.0);
        assertThat(raw.info().standardization()).isEqualTo("none");
    }

    @Test
    void standardisesTrainingColumnsToMeanZeroAndVarianceOne() {
        Design train = DataSources.load(request()).train();
        double[] column = new double[train.rows()];
        for (int j : new int[] {0, 100, 210, 350, 406, 783}) {
            train.column(j, column);
            double mean = Arrays.stream(column).sum() / column.length;
            double squares = Arrays.stream(column).map(v -> v * v).sum() / column.length;
            boolean constant = Arrays.stream(column).allMatch(v -> v == 0);

            assertThat(mean).isCloseTo(0, within(1e-12));
            assertThat(squares).isCloseTo(constant ? 0 : 1, within(1e-12));
        }
    }

    @Test
    void rawSumsAgreeWithTheStandardisation() {
        Dataset mnist = DataSources.load(request());
        double[] center = mnist.train().standardization().center();

        assertThat(Arrays.stream(center).sum() * 5_000).isCloseTo(131_186_653.0, within(1e-5));
    }

    @Test
    void moreRowsThanThereAreIsAClearError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataSources.load(DataRequest.of("mnist").withRows(60_001, 10_000)))
                .withMessageContaining("60001 training and 10000 test rows")
                .withMessageContaining("mnist has 70000 in all");
    }

    @Test
    void everyRowCanBeAskedForAndIsTakenOnce() {
        Dataset mnist = DataSources.load(request().withRows(60_000, 10_000).withoutStandardization());

        assertThat(mnist.train().rows()).isEqualTo(60_000);
        assertThat(sum(mnist.train()) + sum(mnist.test().orElseThrow())).isEqualTo(SUM_OF_ALL_PIXELS);
    }

    private static DataRequest request() {
        return MnistFiles.request();
    }

    private static double sum(Design design) {
        DMatrixSparseCSC values = design.uncenteredColumns();
        return Arrays.stream(values.nz_values, 0, values.nz_length).sum();
    }
}
