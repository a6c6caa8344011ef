package io.github.l1bench.data.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.DataSources;
import io.github.l1bench.data.Dataset;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.ops.DConvertMatrixStruct;
import org.junit.jupiter.api.Test;

class GaussianSourceTest {
    @Test
    void neighboursCorrelateByRhoAndFeaturesFurtherApartByItsPowers() {
        double[][] columns = columns(load("p=6,k=2,rho=0.8,signal=0", 20_000));
        assertThat(correlation(columns[0], columns[1])).isCloseTo(0.8, within(0.02));
        assertThat(correlation(columns[2], columns[4])).isCloseTo(0.64, within(0.02));
        assertThat(correlation(columns[0], columns[5])).isCloseTo(Math.pow(0.8, 5), within(0.03));
        assertThat(variance(columns[5])).isCloseTo(1, within(0.04));
    }

    @Test
    void withinABlockAllCorrelateByRhoAndBetweenBlocksNone() {
        double[][] columns = columns(load("p=6,k=2,rho=0.6,block=3,signal=0", 20_000));
        assertThat(correlation(columns[0], columns[2])).isCloseTo(0.6, within(0.02));
        assertThat(correlation(columns[3], columns[4])).isCloseTo(0.6, within(0.02));
        assertThat(correlation(columns[2], columns[3])).isCloseTo(0, within(0.03));
    }

    @Test
    void sharesOfClassesAreGeometric() {
        int[] labels = load("p=1,k=4,balance=0.5", 30_000).trainLabels();
        for (int k = 0; k < 4; k++) {
            int own = k;
            double share = Arrays.stream(labels).filter(label -> label == own).count() / 30_000.0;
            assertThat(share).isCloseTo(Math.pow(0.5, k) / 1.875, within(0.01));
        }
    }

    @Test
    void aClassDiffersByTheSignalInItsActiveFeaturesOnly() {
        Dataset table = load("p=30,k=2,active=3,signal=2", 20_000);
        double[][] columns = columns(table);
        double[] means = new double[30];
        for (int j = 0; j < 30; j++) {
            means[j] = meanOfClass(columns[j], table.trainLabels(), 0);
        }
        assertThat(Arrays.stream(means).map(Math::abs).filter(m -> m > 0.1))
                .hasSize(3)
                .allSatisfy(mean -> assertThat(mean).isCloseTo(2, within(0.05)));
    }

    @Test
    void scalesRangeOverTheDecades() {
        double[][] columns = columns(load("p=200,k=2,decades=6,signal=0", 500));
        double[] logs = Arrays.stream(columns)
                .mapToDouble(c -> Math.log10(variance(c)) / 2)
                .toArray();
        assertThat(Arrays.stream(logs).max().orElseThrow()
                        - Arrays.stream(logs).min().orElseThrow())
                .isBetween(5.5, 6.2);
    }

    @Test
    void copiesAreRowsAndTwinsAreFeatures() {
        Dataset table = load("p=8,k=3,copies=5,twins=2", 50);
        double[][] columns = columns(table);
        for (int j = 0; j < 8; j++) {
            for (int i = 0; i < 50; i++) {
                assertThat(columns[j][i]).isEqualTo(columns[j][i / 5 * 5]).isEqualTo(columns[j % 4][i]);
                assertThat(table.trainLabels()[i]).isEqualTo(table.trainLabels()[i / 5 * 5]);
            }
        }
        assertThat(columns[0][0]).isNotEqualTo(columns[0][5]).isNotEqualTo(columns[1][0]);
    }

    @Test
    void moreRowsChangeNothingInTheFirstOnes() {
        assertThat(columns(load("p=3", 90))[2]).startsWith(columns(load("p=3", 50))[2]);
    }

    @Test
    void writesTheSameBitsOnEveryJavaRelease() {
        assertThat(load("p=5,k=3,rho=0.5,decades=2", 100).info().sha256())
                .isEqualTo("2767c945c320e095dec6611e9e5185ec6d7cac7d710eaae244bff98f646f8a12");
    }

    @Test
    void aWrongParameterIsNamedWithWhatIsAllowed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> load("p=5,rho=1.5", 10))
                .withMessageContaining("rho=1.5")
                .withMessageContaining("from 0 to 0.9999");
        assertThatIllegalArgumentException().isThrownBy(() -> load("p=2.5", 10)).withMessageContaining("whole number");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> load("p=2,p=3", 10))
                .withMessageContaining("twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> load("n=5", 10))
                .withMessageContaining("p, k, rho, block, active");
    }

    private static Dataset load(String parameters, int rows) {
        return DataSources.load(
                DataRequest.of("gaussian:" + parameters).withRows(rows, 0).withoutStandardization());
    }

    private static double[][] columns(Dataset table) {
        DMatrixSparseCSC sparse = table.train().uncenteredColumns();
        DMatrixRMaj dense = DConvertMatrixStruct.convert(sparse, (DMatrixRMaj) null);
        double[][] columns = new double[sparse.numCols][sparse.numRows];
        for (int j = 0; j < columns.length; j++) {
            for (int i = 0; i < columns[j].length; i++) {
                columns[j][i] = dense.get(i, j);
            }
        }
        return columns;
    }

    private static double meanOfClass(double[] values, int[] labels, int label) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (labels[i] == label) {
                sum += values[i];
                count++;
            }
        }
        return sum / count;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double variance(double[] values) {
        return covariance(values, values);
    }

    private static double covariance(double[] a, double[] b) {
        double meanA = mean(a);
        double meanB = mean(b);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - meanA) * (b[i] - meanB);
        }
        return sum / a.length;
    }

    private static double correlation(double[] a, double[] b) {
        return covariance(a, b) / Math.sqrt(variance(a) * variance(b));
    }
}
