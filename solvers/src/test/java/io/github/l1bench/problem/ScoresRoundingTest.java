package io.github.l1bench.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.kernel.CompensatedSum;
import io.github.l1bench.kernel.Team;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.ops.DConvertMatrixStruct;
import org.junit.jupiter.api.Test;

/** Scores whose roundings all go one way: a weight of 1, then many that are lost one by one beside it. */
class ScoresRoundingTest {
    private static final double LOST = 0.999 * RoundingErrors.UNIT;
    private static final int SAMPLES = 40;

    private static double[] weights(int features, int every) {
        double[] weights = new double[features];
        for (int j = 0; j < features; j += every) {
            weights[j] = LOST;
        }
        weights[0] = 1;
        return weights;
    }

    // Feature 0 is 1, the others are twice that but for the last sample.
    @Test
    void areWithinTheirBoundWhereLowestLevelsAreAddedUpFirst() {
        int features = 300;
        double[][] columns = new double[features][SAMPLES];
        for (int j = 0; j < features; j++) {
            Arrays.fill(columns[j], j == 0 ? 1 : 2);
            columns[j][SAMPLES - 1] = 1;
        }
        ByteBlock block = ByteBlock.of(SAMPLES, features, j -> columns[j]).orElseThrow();
        DesignProducts products = new DenseProducts(block, null, SAMPLES, features, Team.ALONE);

        assertWithinBound(products, weights(features, 1), block.magnitudes(), i -> rows(columns, i));
    }

    private static double[] rows(double[][] columns, int i) {
        return Arrays.stream(columns).mapToDouble(c -> c[i]).toArray();
    }

    // Feature 0 is 0, the others 0 or 1; centring adds 1. One weight for each piece of the inner product with shifts.
    @Test
    void areWithinTheirBoundWhereShiftsAreAddedUpFirst() {
        int features = 128 * 150;
        DMatrixRMaj raw = new DMatrixRMaj(SAMPLES, features);
        Arrays.fill(raw.data, 0, 26 * features, 1);
        for (int i = 0; i < SAMPLES; i++) {
            raw.set(i, 0, 0);
        }
        double[] ones = new double[features];
        Arrays.fill(ones, 1);
        double[] centres = new double[features];
        Arrays.fill(centres, -1);
        SparseDesign design = new SparseDesign(
                DConvertMatrixStruct.convert(raw, (DMatrixSparseCSC) null, 0), new Standardization(centres, ones));

        assertThat(design.shift()[0]).isEqualTo(-1);
        assertWithinBound(design.products(2), weights(features, 128), design.magnitudes(), i -> {
            double[] row = new double[features];
            Arrays.setAll(row, j -> raw.get(i, j) + 1);
            return row;
        });
    }

    private static void assertWithinBound(
            DesignProducts products, double[] weights, double[] magnitudes, Design.RowReader reader) {
        double[][] scores = new double[2][SAMPLES];
        products.scores(new double[][] {weights, weights.clone()}, new double[2], scores);
        double squares = 0;
        for (int i = 0; i < SAMPLES; i++) {
            double error = scores[0][i] - CompensatedSum.dot(weights, reader.row(i), weights.length);
            squares += error * error;
        }

        double bound = new RoundingErrors(2, SAMPLES).ofScores(weights, 0, magnitudes);

        assertThat(Math.sqrt(squares / SAMPLES)).isBetween(0.5 * bound, bound);
    }
}
