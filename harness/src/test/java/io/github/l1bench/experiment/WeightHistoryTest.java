package io.github.l1bench.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.result.CellSnapshots;
import io.github.l1bench.result.Snapshot;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightHistoryTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 21, 22, 23, 44, 45, 300, 1000})
    void fewPointsAreKeptEvenlySpreadFromTheFirstToTheResult(int points) {
        WeightHistory history = new WeightHistory(true);
        for (int i = 0; i < points; i++) {
            history.add(10.0 * i, new double[][] {{i, 0}});
        }
        List<Snapshot> kept = history.finish("a", 10.0 * (points - 1), new double[][] {{0, 7}})
                .snapshots();

        int[] indices = kept.stream().mapToInt(Snapshot::point).toArray();
        assertThat(indices).hasSizeBetween(Math.min(points, WeightHistory.MOST / 2), WeightHistory.MOST + 1);
        assertThat(indices[indices.length - 1]).isEqualTo(points - 1);
        assertThat(kept.get(kept.size() - 1).weights(1, 2)).isEqualTo(new double[][] {{0, 7}});
        if (points > 1) {
            assertThat(indices[0]).isZero();
            assertThat(IntStream.range(2, indices.length - 1).map(i -> indices[i] - indices[i - 1]))
                    .allMatch(step -> step == indices[1] - indices[0]);
        }
        assertThat(kept).allMatch(s -> s.passes() == 10.0 * s.point());
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
        CellSnapshots finished = history.finish("a", 1, weights);
        assertThat(finished.snapshots()).isEmpty();
        return finished.settled();
    }
}
