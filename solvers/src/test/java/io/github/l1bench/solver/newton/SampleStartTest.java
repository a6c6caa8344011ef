package io.github.l1bench.solver.newton;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.problem.DenseDesign;
import io.github.l1bench.problem.Design;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.problem.SparseDesign;
import io.github.l1bench.problem.Standardization;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleStartTest {
    // Samples sorted by class, and of the last class only two, at the end.
    private static MultinomialProblem problem(int n) {
        DMatrixRMaj raw = new DMatrixRMaj(n, 1);
        int[] labels = new int[n];
        for (int i = 0; i < n; i++) {
            raw.set(i, 0, i);
            labels[i] = i < n / 2 ? 0 : i < n - 2 ? 1 : 2;
        }
        return new MultinomialProblem(new DenseDesign(raw, Standardization.of(raw)), labels, 3, 0.5);
    }

    @Test
    void isAThousandRowsSpreadOverAllAndOneOfEachClass() {
        MultinomialProblem problem = problem(5000);

        MultinomialProblem sample = SampleStart.sample(problem, 1000);

        assertThat(sample.samples()).isBetween(1000, 1002);
        assertThat(sample.lambda()).isEqualTo(0.5);
        assertThat(sample.classCount(0)).isBetween(490, 510);
        assertThat(sample.classCount(2)).isBetween(1, 2);
        assertThat(sample.design().standardization()).isSameAs(problem.design().standardization());
        double[] column = new double[sample.samples()];
        sample.design().column(0, column);
        double[] whole = new double[5000];
        problem.design().column(0, whole);
        assertThat(column).isSorted();
        for (int i = 0; i < column.length; i++) {
            int row = Arrays.binarySearch(whole, column[i]);
            assertThat(row).isNotNegative();
            assertThat(sample.labels()[i]).isEqualTo(problem.labels()[row]);
        }
    }

    @Test
    void theSameSampleIsTakenOnce() {
        MultinomialProblem problem = problem(5000);
        Design sample = SampleStart.sample(problem, 1000).design();

        assertThat(SampleStart.sample(problem.withLambda(1), 1000).design()).isSameAs(sample);
        assertThat(SampleStart.sample(problem, 1100).design()).isNotSameAs(sample);
        int[] others = new int[sample.rows()];
        Arrays.setAll(others, i -> i);
        assertThat(problem.design().sample(others).rows()).isEqualTo(sample.rows());
        assertThat(problem.design().sample(others)).isNotSameAs(sample);
        assertThat(SampleStart.sample(problem, 1000).design()).isSameAs(sample);
        SampleStart.sample(problem, 1200);
        assertThat(SampleStart.sample(problem, 1000).design())
                .as("only a few are kept")
                .isNotSameAs(sample);
    }

    @Test
    void everyClassIsInItHoweverRare() {
        int n = 3000;
        DMatrixRMaj raw = new DMatrixRMaj(n, 1);
        int[] labels = new int[n];
        for (int k = 0; k < 40; k++) {
            labels[n - 1 - k] = k;
        }
        MultinomialProblem problem = new MultinomialProblem(new DenseDesign(raw), labels, 40, 1);

        MultinomialProblem sample = SampleStart.sample(problem, 1000);

        assertThat(sample.samples()).isBetween(1000, 1039);
        for (int k = 1; k < 40; k++) {
            assertThat(sample.classCount(k)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"1999, false", "2000, true", "5000, true"})
    void paysWhereThereAreTwiceAsManyRows(int n, boolean pays) {
        assertThat(SampleStart.pays(problem(n), 1000)).isEqualTo(pays);
    }

    @Test
    void doesNotPayWhereFeaturesAreRare() {
        int[] labels = new int[5000];
        labels[0] = 1;
        DMatrixSparseCSC raw = new DMatrixSparseCSC(5000, 1);
        raw.set(0, 0, 1);

        assertThat(SampleStart.pays(
                        new MultinomialProblem(new SparseDesign(raw, Standardization.none(1)), labels, 2, 1), 1000))
                .isFalse();
    }
}
