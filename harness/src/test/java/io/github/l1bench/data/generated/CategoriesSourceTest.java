package io.github.l1bench.data.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.DataSources;
import io.github.l1bench.data.Dataset;
import java.util.Arrays;
import org.ejml.data.DMatrixSparseCSC;
import org.junit.jupiter.api.Test;

class CategoriesSourceTest {
    @Test
    void everyQuestionHasOneAnswer() {
        Dataset answers = load("variables=7,levels=4,k=3", 200);
        assertThat(answers.train().columns()).isEqualTo(28);
        assertThat(answers.info().nonzeroPercent()).isCloseTo(25, within(1e-9));
        DMatrixSparseCSC columns = answers.train().uncenteredColumns();
        int[][] given = new int[200][7];
        for (int j = 0; j < 28; j++) {
            for (int t = columns.col_idx[j]; t < columns.col_idx[j + 1]; t++) {
                assertThat(columns.nz_values[t]).isEqualTo(1);
                given[columns.nz_rows[t]][j / 4]++;
            }
        }
        assertThat(given).isDeepEqualTo(ones());
    }

    private static int[][] ones() {
        int[][] ones = new int[200][7];
        for (int[] row : ones) {
            Arrays.fill(row, 1);
        }
        return ones;
    }

    @Test
    void withoutSignalTheAnswersAreAsTheirRanksInversesAre() {
        DMatrixSparseCSC columns =
                load("variables=1,levels=4,k=2,signal=0", 20_000).train().uncenteredColumns();
        double first = columns.col_idx[1] - columns.col_idx[0];
        for (int level = 1; level < 4; level++) {
            double count = columns.col_idx[level + 1] - columns.col_idx[level];
            assertThat(count / first).isCloseTo(1.0 / (level + 1), within(0.03));
        }
    }

    @Test
    void withFullSignalAClassAlwaysAnswersAlike() {
        Dataset answers = load("variables=5,levels=9,k=2,signal=1", 100);
        DMatrixSparseCSC columns = answers.train().uncenteredColumns();
        int used = 0;
        for (int j = 0; j < columns.numCols; j++) {
            used += columns.col_idx[j + 1] > columns.col_idx[j] ? 1 : 0;
        }
        assertThat(used).isLessThanOrEqualTo(10);
    }

    @Test
    void writesTheSameBitsOnEveryJavaRelease() {
        assertThat(load("k=3", 100).info().sha256())
                .isEqualTo("83c13d2b07e2ad917cd23356aa3a1bbed989ab39dcca546df5ab9bc74c34166b");
    }

    @Test
    void aWrongParameterIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> load("levels=1", 10))
                .withMessageContaining("levels is a whole number from 2");
    }

    private static Dataset load(String parameters, int rows) {
        return DataSources.load(
                DataRequest.of("categories:" + parameters).withRows(rows, 0).withoutStandardization());
    }
}
