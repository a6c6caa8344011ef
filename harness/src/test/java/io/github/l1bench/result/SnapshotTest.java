package io.github.l1bench.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.l1bench.run.RunFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {
    @Test
    void theSupportComesBackExactlyAndTheValuesToFourDigits() {
        double[][] weights = new double[3][37];
        Random random = new Random(3);
        for (double[] row : weights) {
            for (int j = 0; j < row.length; j += 1 + random.nextInt(4)) {
                row[j] = random.nextGaussian();
            }
        }
        weights[1][5] = 1e-12;
        weights[2][36] = -1e-12;

        double[][] read = Snapshot.of(0, 0, weights).weights(3, 37);

        for (int k = 0; k < 3; k++) {
            for (int j = 0; j < 37; j++) {
                assertThat(Math.signum(read[k][j])).isEqualTo(Math.signum(weights[k][j]));
                assertThat(read[k][j]).isCloseTo(weights[k][j], within(2e-4));
            }
        }
    }

    @Test
    void noWeightsAtAllAreASnapshotToo() {
        Snapshot none = Snapshot.of(0, 0, new double[2][9]);

        assertThat(none.fits(2, 9)).isTrue();
        assertThat(none.weights(2, 9)).isEqualTo(new double[2][9]);
    }

    @Test
    void whatDoesNotFitTheProblemIsNoticed() {
        Snapshot snapshot = Snapshot.of(0, 0, new double[][] {{1, 0, 2}, {0, 0, 3}});

        assertThat(snapshot.fits(2, 3)).isTrue();
        assertThat(snapshot.fits(1, 5)).isFalse();
        assertThat(snapshot.fits(2, 8)).isFalse();
        assertThat(new Snapshot(0, 0, 1, snapshot.support(), new byte[2]).fits(2, 3))
                .isFalse();
    }

    @Test
    void aFileOfSnapshotsComesBackAsItWas(@TempDir Path folder) throws Exception {
        RunSnapshots written = new RunSnapshots(
                RunSnapshots.SCHEMA, List.of(new CellSnapshots("a", 2, List.of(Snapshot.of(1, 2.5, new double[][] {
                    {0.5, 0, -1}
                })))));
        Path file = folder.resolve(RunFolder.SNAPSHOTS);
        ResultFiles.write(file, written);

        assertThat(ResultFiles.readSnapshots(file))
                .usingRecursiveComparison()
                .withStrictTypeChecking()
                .isEqualTo(written);
    }

    @Test
    void classesTimesFeaturesMayExceedAnInteger() {
        assertThat(new Snapshot(0, 1, 0, new byte[0], new byte[0]).fits(1 << 16, 1 << 16))
                .isFalse();
    }
}
