package io.github.l1bench.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.l1bench.MnistFiles;
import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.DataSources;
import io.github.l1bench.data.Dataset;
import io.github.l1bench.data.PublishedExample;
import io.github.l1bench.experiment.CellRunner;
import io.github.l1bench.experiment.SolverCell;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.L2Fit;
import io.github.l1bench.solver.Variant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs of scikit-learn 1.2.1 with its example's two open seeds both set to s. */
@Tag("slow")
class PublishedSpreadTest {
    @ParameterizedTest
    @CsvSource({"0, 5, 79.5536, 0.8305, 1.453502728049", "11, 6, 78.9668, 0.8294, 1.434548313581"})
    void twoSeedsGiveTheDigitsThatScikitLearnPrints(
            int seed, int epochs, double sparsity, double accuracy, double objective) {
        check(seed, epochs, sparsity, accuracy, objective);
    }

    @Tag("long")
    @ParameterizedTest
    @CsvSource({
        "3, 5, 81.7474, 0.8328, 1.445174977688",
        "4, 5, 78.8010, 0.8280, 1.465287645459",
        "5, 5, 78.6352, 0.8300, 1.437945528022",
        "6, 5, 76.0842, 0.8238, 1.451218284071",
        "7, 5, 77.5000, 0.8313, 1.431471366465",
        "8, 5, 79.2602, 0.8310, 1.426118904009",
        "9, 5, 79.0051, 0.8350, 1.444924730369",
        "10, 5, 75.9184, 0.8266, 1.467198791615",
    })
    void otherSeedsGiveTheDigitsThatScikitLearnPrints(
            int seed, int epochs, double sparsity, double accuracy, double objective) {
        check(seed, epochs, sparsity, accuracy, objective);
    }

    private static void check(int seed, int epochs, double sparsity, double accuracy, double objective) {
        Dataset mnist = DataSources.load(request().withSeed(seed));
        SolverCell published = SolverCell.published(Variant.parse(PublishedExample.SOLVER));

        CellResult run = new CellRunner(mnist, 0.02, seed).run(published, moment -> true);

        assertThat(run.epochs()).isEqualTo(epochs);
        assertThat(run.fit().sparsityPercent()).isCloseTo(sparsity, within(5.1e-5));
        assertThat(run.fit().testAccuracy()).isEqualTo(accuracy);
        assertThat(run.fit().primal()).isCloseTo(objective, within(1e-11));
    }

    @Tag("long")
    @Test
    void theL2PenalisedModelIsAsGoodAsScikitLearns() {
        Dataset mnist = DataSources.load(request());

        List<L2Fit> fits = L2Model.fits(mnist, List.of(0.003, 0.01));

        assertThat(fits.get(1).testAccuracy()).isCloseTo(0.9032, within(0.001));
        assertThat(fits.get(1).gradient()).isLessThanOrEqualTo(1e-4);
    }

    private static DataRequest request() {
        return MnistFiles.request();
    }
}
