package io.github.l1bench.data.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.DataSources;
import io.github.l1bench.data.Dataset;
import java.util.Arrays;
import org.ejml.data.DMatrixSparseCSC;
import org.junit.jupiter.api.Test;

class TextSourceTest {
    @Test
    void isWideAndSparseAndKeepsItsZerosButForAFewFrequentWords() {
        Dataset text = DataSources.load(DataRequest.of("text"));

        assertThat(text.train().rows()).isEqualTo(4_000);
        assertThat(text.test().orElseThrow().rows()).isEqualTo(1_000);
        assertThat(text.train().columns()).isEqualTo(20_000);
        assertThat(text.info().classes()).isEqualTo(10);
        assertThat(text.info().nonzeroPercent()).isBetween(0.25, 0.35);
        assertThat(text.info().standardization()).isEqualTo("scaled, features with few zeros centred");
        assertThat(text.train().shift()).containsOnly(0);
    }

    @Test
    void wordFrequenciesFallAsZipfsLawSays() {
        DMatrixSparseCSC columns =
                DataSources.load(DataRequest.of("text")).train().uncenteredColumns();
        int[] documents = new int[columns.numCols];
        for (int j = 0; j < documents.length; j++) {
            documents[j] = columns.col_idx[j + 1] - columns.col_idx[j];
        }
        Arrays.sort(documents);
        int top = documents[documents.length - 1];
        int hundredth = documents[documents.length - 100];
        int tenThousandth = documents[documents.length - 10_000];

        assertThat(top).isGreaterThan(15 * hundredth);
        assertThat(hundredth).isGreaterThan(10 * tenThousandth);
    }

    @Test
    void writesTheSameBitsOnEveryJavaRelease() {
        String hash = DataSources.load(DataRequest.of("text")).info().sha256();

        assertThat(hash).isEqualTo("115b6e3533027a2ac84af711946832d34467893d1700bc96954558a0e414607d");
        assertThat(DataSources.load(DataRequest.of("text").withSeed(1)).info().sha256())
                .isNotEqualTo(hash);
    }

    @Test
    void moreRowsChangeNothingInTheFirstOnes() {
        Dataset few = load(50, 20);
        Dataset many = load(90, 70);

        assertThat(row(many, 49)).isEqualTo(row(few, 49));
        assertThat(Arrays.copyOf(many.trainLabels(), 50)).isEqualTo(few.trainLabels());
        assertThat(Arrays.copyOf(many.testLabels(), 20)).isEqualTo(few.testLabels());
    }

    private static Dataset load(int train, int test) {
        return DataSources.load(DataRequest.of("text").withRows(train, test).withoutStandardization());
    }

    private static double[] row(Dataset data, int i) {
        return data.train().rowReader().row(i).clone();
    }
}
