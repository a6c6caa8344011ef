package io.github.l1bench.solver.coordinate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.l1bench.SmallProblem;
import io.github.l1bench.kernel.Softmax;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DescentStateTest {
    private static final MultinomialProblem PROBLEM = SmallProblem.standardizedSparse(0.01);

    private static Coefficients coefficients(double[][] weights) {
        return new Coefficients(weights, new double[] {0.3, -0.1, 0, 0.5});
    }

    private static Coefficients random() {
        double[][] weights = new double[SmallProblem.CLASSES][];
        for (int k = 0; k < weights.length; k++) {
            weights[k] = new Random(k).doubles(SmallProblem.FEATURES, -0.2, 1).toArray();
        }
        return coefficients(weights);
    }

    private static DescentState state(Coefficients at) {
        DescentState state = new DescentState(PROBLEM, at);
        PROBLEM.design().products(PROBLEM.classes()).scores(state.weights, state.intercept(), state.scores);
        return state;
    }

    @Test
    void givesBackTheCoefficientsItWasStartedAt() {
        Coefficients start = random();
        Coefficients back = state(start).coefficients();
        assertThat(back.intercept()).containsExactly(start.intercept(), within(1e-14));
        assertThat(back.weights()).isDeepEqualTo(start.weights());
    }

    @Test
    void subtractingMediansLowersTheNormAndKeepsTheLoss() {
        DescentState state = state(random());
        double loss = loss(state);
        double norm = state.coefficients().l1Norm();
        state.subtractMedians();
        assertThat(loss(state)).isCloseTo(loss, within(1e-13));
        Coefficients after = state.coefficients();
        assertThat(after.l1Norm()).isLessThan(0.9 * norm);
        assertThat(PROBLEM.objective(after)).isCloseTo(loss + PROBLEM.lambda() * after.l1Norm(), within(1e-12));
    }

    @Test
    void subtractingMediansLeavesABalancedFeatureAlone() {
        double[][] weights = new double[SmallProblem.CLASSES][SmallProblem.FEATURES];
        double[][] byFeature = {{1, 2, -1, -2}, {0, 0, 3, 0}, {0, 0, 0, 0}, {1, 2, 0, 0}, {5, 2, 3, -1}, {-4, -3, -5, 0}
        };
        double[][] expected = {{1, 2, -1, -2}, {0, 0, 3, 0}, {0, 0, 0, 0}, {1, 2, 0, 0}, {3, 0, 1, -3}, {-1, 0, -2, 3}};
        for (int j = 0; j < byFeature.length; j++) {
            for (int k = 0; k < weights.length; k++) {
                weights[k][j] = byFeature[j][k];
            }
        }
        DescentState state = state(coefficients(weights));
        state.subtractMedians();
        for (int j = 0; j < byFeature.length; j++) {
            for (int k = 0; k < weights.length; k++) {
                assertThat(state.weights[k][j]).isEqualTo(expected[j][k]);
            }
        }
    }

    @Test
    void subtractingMediansMovesTheScoresWithTheWeights() {
        DescentState state = state(random());
        double[][] expected = new double[PROBLEM.classes()][PROBLEM.samples()];
        state.subtractMedians();
        PROBLEM.design().products(PROBLEM.classes()).scores(state.weights, state.intercept(), expected);
        for (int k = 0; k < expected.length; k++) {
            assertThat(state.scores[k]).containsExactly(expected[k], within(1e-12));
        }
    }

    @Test
    void theLargestExponentialOfASampleIsOneHoweverLargeTheScores() {
        DescentState state = state(random());
        state.scores[1][7] = 5000;
        state.scores[3][8] = -5000;
        state.refreshExponentials();
        for (int i = 0; i < PROBLEM.samples(); i++) {
            double largest = 0;
            for (double[] e : state.exponentials) {
                largest = Math.max(largest, e[i]);
            }
            assertThat(largest).isEqualTo(1);
        }
        assertThat(state.exponentials[0][8] / state.exponentials[1][8])
                .isCloseTo(Math.exp(state.scores[0][8] - state.scores[1][8]), within(1e-12));
    }

    private static double loss(DescentState state) {
        Softmax softmax = new Softmax(PROBLEM.classes(), PROBLEM.samples());
        softmax.set(state.scores);
        return softmax.meanLoss(state.scores, PROBLEM.labels());
    }
}
