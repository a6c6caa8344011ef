package io.github.l1bench.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.result.CellSnapshots;
import io.github.l1bench.result.Snapshot;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightHistoryTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 24, 25, 300, 3000})
    void fewPointsAreKeptFromTheFirstToTheResult(int points) {
        WeightHistory history = new WeightHistory(true);
        for (int i = 0; i < points; i++) {
            history.add(i / 2.0, new double[][] {{i, 0}});
        }
        List<Snapshot> kept = history.finish("a", new double[][] {{0, 7}}).snapshots();

        assertThat(kept).hasSizeBetween(Math.min(points, 15), WeightHistory.MOST);
        assertThat(kept.get(0).point()).isZero();
        assertThat(kept.get(kept.size() - 1).point()).isEqualTo(points - 1);
        assertThat(kept.get(kept.size() - 1).weights(1, 2)).isEqualTo(new double[][] {{0, 7}});
        assertThat(kept).allMatch(s -> s.passes() == s.point() / 2.0);
    }

    @Test
    void theFirstStepsAreKeptAndLaterOnesByTheRatioOfTheirPasses() {
        WeightHistory history = new WeightHistory(true);
        for (int i = 0; i <= 1000; i++) {
            history.add(i, new double[][] {{i}});
        }
        List<Integer> kept = history.finish("a", new double[][] {{1}}).snapshots().stream()
                .map(Snapshot::point)
                .toList();

        assertThat(kept).startsWith(0, 1, 2, 3);
        for (int i = 5; i < kept.size(); i++) {
            assertThat(kept.get(i) / (double) kept.get(i - 1)).isBetween(1.1, 1.8);
        }
    }

    @Test
    void theSupportHasSettledAtTheFirstPointFromWhichOnItIsThatOfTheResult() {
        assertThat(settled(0b01, 0b11, 0b10, 0b11, 0b11, 0b11)).isEqualTo(3);
        assertThat(settled(0b01, 0b10)).isEqualTo(1);
        assertThat(settled(0b11, 0b11)).isZero();
        assertThat(settled(0b11)).isZero();
    }

    private static int settled(int... supports) {
        WeightHistory history = new WeightHistory(false);
        double[][] weights = null;
        for (int support : supports) {
            weights = new double[][] {{support & 1, support >> 1}};
            history.add(1, weights);
        }
        CellSnapshots finished = history.finish("a", weights);
        assertThat(finished.snapshots()).isEmpty();
        return finished.settled();
    }
}
