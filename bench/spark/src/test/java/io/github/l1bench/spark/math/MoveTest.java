package io.github.l1bench.spark.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What moves say of a P' from sums, beside P' itself, made row by row. */
class MoveTest {
    private static final int CLASSES = 4;
    private static final double[] SCALES = {1, 0.9999, 0.97, 0.7, 0.2};

    private final double[][] p;
    private final int[] labels;
    private final double[] residual = new double[CLASSES];
    private final Facts facts;
    private final Answer answer;
    private final Fixtures.Rows rows = Fixtures.Rows.drawn(5, 300, 9, CLASSES, 0.6);

    MoveTest() {
        List<Block> blocks = rows.blocks(300);
        Cluster cluster = rows.cluster(40);
        facts = Facts.of(cluster.sum(block -> Summary.of(block, 10)));
        Point point = facts.point(Fixtures.coefficients(6, 9, CLASSES, 0.5, 0.1));
        answer = cluster.sum(
                new Question(point, null, new double[0], WorkingPairs.NONE, new double[9], new double[0], true, 1, 0));
        labels = rows.labels();
        p = new double[labels.length][CLASSES];
        double[] scores = point.scores(blocks.get(0));
        for (int i = 0; i < p.length; i++) {
            double sum = 0;
            for (int k = 0; k < CLASSES; k++) {
                p[i][k] = Math.exp(scores[i * CLASSES + k]);
                sum += p[i][k];
            }
            residual[labels[i]]++;
            for (int k = 0; k < CLASSES; k++) {
                p[i][k] /= sum;
                residual[k] -= p[i][k];
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void columnsAreExactTheGradientIsThatOfTheMovedAndTheirEntropyIsNoLessThanClaimed(boolean isNewton) {
        RoundingBounds errors = new RoundingBounds(facts);
        double[][] gradient = facts.gradient(answer);
        Move move = isNewton
                ? new NewtonMove(facts, errors, answer, gradient)
                : new ShareMove(facts, errors, answer, gradient);
        assertThat(new NewtonMove(facts, errors, answer, gradient).isPossible()).isTrue();
        double[][] moved = isNewton ? newton() : share();

        for (int k = 0; k < CLASSES; k++) {
            int of = k;
            assertThat(Math.abs(residual[k])).isGreaterThan(0.1);
            assertThat(java.util.Arrays.stream(moved)
                            .mapToDouble(row -> row[of])
                            .sum())
                    .isCloseTo(facts.counts()[k], within(1e-9));
            assertThat(move.imbalance()[k]).isLessThan(1e-8);
            for (int j = 0; j < 9; j++) {
                assertThat(move.gradient(j)[k]).isCloseTo(gradient(moved, j, k), within(1e-13 + move.gradientError(k)));
            }
        }
        for (double s : SCALES) {
            double exact = entropy(moved, s) - entropy(p, s);
            assertThat(move.gain(s)).isBetween(exact - 0.03 * entropy(p, s), exact);
        }
    }

    private double gradient(double[][] q, int j, int k) {
        double sum = 0;
        for (int i = 0; i < q.length; i++) {
            double x = (rows.values()[i][j] - facts.standardization().center()[j])
                    / facts.standardization().scale()[j];
            sum += x * ((labels[i] == k ? 1 : 0) - q[i][k]);
        }
        return sum / q.length;
    }

    private double entropy(double[][] q, double s) {
        double sum = 0;
        for (int i = 0; i < q.length; i++) {
            for (int k = 0; k < CLASSES; k++) {
                sum += Answer.entropyOf(s * q[i][k] + (labels[i] == k ? 1 - s : 0));
            }
        }
        return sum;
    }

    private double[][] newton() {
        double[] delta = new double[CLASSES];
        for (int sweep = 0; sweep < 500; sweep++) {
            for (int k = 0; k < CLASSES; k++) {
                double sum = residual[k];
                double curvature = 0;
                for (double[] row : p) {
                    for (int l = 0; l < CLASSES; l++) {
                        sum += l == k ? 0 : row[k] * row[l] * delta[l];
                        curvature += l == k ? 0 : row[k] * row[l];
                    }
                }
                delta[k] = sum / curvature;
            }
        }
        double[][] moved = new double[p.length][CLASSES];
        for (int i = 0; i < p.length; i++) {
            for (int k = 0; k < CLASSES; k++) {
                double u = 0;
                for (int l = 0; l < CLASSES; l++) {
                    u += p[i][l] * (delta[k] - delta[l]);
                }
                moved[i][k] = p[i][k] * (1 + u);
            }
        }
        return moved;
    }

    private double[][] share() {
        double taken =
                java.util.Arrays.stream(residual).map(c -> Math.max(0, c)).sum();
        double[][] moved = new double[p.length][CLASSES];
        for (int i = 0; i < p.length; i++) {
            double given = 0;
            for (int k = 0; k < CLASSES; k++) {
                double part = Math.max(0, -residual[k]) / (facts.counts()[k] - residual[k]) * p[i][k];
                moved[i][k] = p[i][k] - part;
                given += part;
            }
            for (int k = 0; k < CLASSES; k++) {
                moved[i][k] += Math.max(0, residual[k]) / taken * given;
            }
        }
        return moved;
    }
}
