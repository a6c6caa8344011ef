package io.github.l1bench.solver.newton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.l1bench.SmallProblem;
import io.github.l1bench.kernel.Team;
import io.github.l1bench.problem.Certifier;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The iterate and the exact look at it, of rows in another order than the samples and shared by two threads. */
class StateTest {
    private static final MultinomialProblem PROBLEM = SmallProblem.offCentre(0.003);
    private static final int N = PROBLEM.samples();
    private static final int K = PROBLEM.classes();
    private static final Team TWO = Team.of(2);

    private final RowOrder order = RowOrder.spread(N);
    private final Coefficients start = start();
    private State state;
    private Reference reference;

    @AfterAll
    static void close() {
        TWO.close();
    }

    private static Coefficients start() {
        Random random = new Random(8);
        double[][] w = new double[K][PROBLEM.features()];
        for (double[] row : w) {
            for (int j = 0; j < row.length; j += 2) {
                row[j] = 0.2 * random.nextGaussian();
            }
        }
        return new Coefficients(w, new double[] {0.3, -0.1, 0, 0.2});
    }

    private void scored(Team team) {
        state = new State(PROBLEM, order, start, team);
        reference = new Reference(PROBLEM, order, team);
        reference.score(state);
    }

    // p_ik by its definition, samples in their own order.
    private static double[][] probabilities(Coefficients at) {
        double[][] p = new double[K][N];
        PROBLEM.design().products(K).scores(at.weights(), at.intercept(), p);
        for (int i = 0; i < N; i++) {
            double sum = 0;
            for (double[] of : p) {
                of[i] = Math.exp(of[i]);
                sum += of[i];
            }
            for (double[] of : p) {
                of[i] /= sum;
            }
        }
        return p;
    }

    private double[] inRows(double[] ofSamples) {
        double[] rows = new double[N];
        order.toRows(ofSamples, rows);
        return rows;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void residualsCurvatureAndLossAreThoseOfTheSoftmax(int members) {
        scored(members == 1 ? Team.ALONE : TWO);
        double[][] p = probabilities(start);
        double loss = 0;
        for (int i = 0; i < N; i++) {
            loss -= Math.log(p[PROBLEM.labels()[i]][i]) / N;
        }

        for (int k = 0; k < K; k++) {
            double[] of = inRows(p[k]);
            double[] residual = new double[N];
            double[] curvature = new double[N];
            state.residual(k, residual);
            state.curvature(k, curvature);
            int[] labels = order.labels(PROBLEM.labels());
            for (int i = 0; i < N; i++) {
                assertThat(residual[i]).isCloseTo((labels[i] == k ? 1 : 0) - of[i], within(1e-13));
                assertThat(curvature[i]).isCloseTo(of[i] * (1 - of[i]), within(1e-13));
            }
            assertThat(state.rowsOfClass(k)).hasSize(PROBLEM.classCount(k)).isSorted();
            assertThat(Arrays.stream(state.rowsOfClass(k)).map(i -> labels[i])).containsOnly(k);
        }
        assertThat(state.loss()).isCloseTo(loss, within(1e-13));
        state.setLambda(0.5);
        assertThat(state.objective()).isCloseTo(loss + 0.5 * start.l1Norm(), within(1e-12));
    }

    @Test
    void exponentialsAreMadeAnewOnceAClassHasMovedFar() {
        scored(Team.ALONE);
        double before = state.sums()[0];
        state.scores()[1][0] += 3;

        state.refreshAfter(0, 1.5);
        state.refreshAfter(1, 1.5);
        assertThat(state.sums()[0])
                .as("two classes have moved, none of them far")
                .isEqualTo(before);
        state.refreshAfter(1, 1);
        double after = state.sums()[0];
        assertThat(after).isNotEqualTo(before);
        state.scores()[1][0] += 3;
        state.refreshAfter(0, 1.5);
        assertThat(state.sums()[0])
                .as("what was moved before has been forgotten")
                .isEqualTo(after);
    }

    @Test
    void aStartIsNotModified() {
        scored(Team.ALONE);

        state.weights()[0][0] += 1;
        state.intercept()[0] += 1;

        assertThat(start.weights()).isDeepEqualTo(start().weights());
        assertThat(start.intercept()).isEqualTo(start().intercept());
    }

    @Test
    void swappingTakesTheNewArraysAndGivesTheOldOnesBack() {
        scored(Team.ALONE);
        double[][] fresh = {new double[N], new double[N], new double[N]};
        double[][] handed = fresh.clone();
        double[][] old = {state.scores()[2], state.exponentials(2), state.sums()};

        state.swap(2, handed);

        assertThat(state.scores()[2]).isSameAs(fresh[0]);
        assertThat(state.exponentials(2)).isSameAs(fresh[1]);
        assertThat(state.sums()).isSameAs(fresh[2]);
        for (int q = 0; q < 3; q++) {
            assertThat(handed[q]).isSameAs(old[q]);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aPeekKnowsTheExactGradientWhereTheStateIs(int members) {
        scored(members == 1 ? Team.ALONE : TWO);

        reference.peek(state);

        double[][] p = probabilities(start);
        double[][] residuals = new double[K][N];
        for (int k = 0; k < K; k++) {
            for (int i = 0; i < N; i++) {
                residuals[k][i] = (PROBLEM.labels()[i] == k ? 1 : 0) - p[k][i];
            }
        }
        double[][] gradient = new double[K][PROBLEM.features()];
        PROBLEM.design().products(K).gradient(residuals, gradient);
        for (int k = 0; k < K; k++) {
            assertThat(reference.descent(k)).containsExactly(gradient[k], within(1e-13));
            assertThat(reference.residual(k)).containsExactly(inRows(residuals[k]), within(1e-13));
            double mean = Arrays.stream(residuals[k]).sum() / N;
            assertThat(reference.gradient(k, 4, 0.7)).isCloseTo(0.7 * mean - gradient[k][4], within(1e-13));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aLookAtTheCertificateGivesTheGradientAtTheBestInterceptInTheOrderOfTheRows(int members) {
        scored(members == 1 ? Team.ALONE : TWO);
        Certifier certifier = new Certifier(PROBLEM);
        certifier.gap(start, 1e-6);

        reference.take(certifier, state);

        for (int k = 0; k < K; k++) {
            assertThat(reference.descent(k)).containsExactly(certifier.gradient()[k], within(1e-13));
            assertThat(reference.residual(k)).containsExactly(inRows(certifier.residuals()[k]), within(1e-13));
            assertThat(state.scores()[k]).containsExactly(inRows(certifier.scores()[k]), within(1e-12));
            double mean = Arrays.stream(certifier.residuals()[k]).sum() / N;
            assertThat(reference.gradient(k, 4, 0.7))
                    .isCloseTo(0.7 * mean - certifier.gradient()[k][4], within(1e-13));
        }
        assertThat(state.objective()).isCloseTo(PROBLEM.objective(state.coefficients()), within(1e-12));
    }
}
