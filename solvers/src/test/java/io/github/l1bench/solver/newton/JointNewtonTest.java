package io.github.l1bench.solver.newton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.l1bench.SmallProblem;
import io.github.l1bench.kernel.Softmax;
import io.github.l1bench.kernel.Team;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JointNewtonTest {
    private static final int P = SmallProblem.FEATURES;
    private static final int K = SmallProblem.CLASSES;

    /** Joint steps from the null model on one set of pairs. */
    private static final class Steps {
        final MultinomialProblem problem;
        final State state;
        final WorkingSet set = WorkingSet.all(P, K);
        final Reference reference;
        final JointNewton newton;

        Steps(MultinomialProblem problem, Coefficients start) {
            this.problem = problem;
            WorkingColumns columns = WorkingColumns.of(problem.design(), Team.ALONE, Rules.ALL);
            this.state = new State(problem, columns.order(), start, Team.ALONE);
            this.reference = new Reference(problem, columns.order(), Team.ALONE);
            columns.require(set.features()[0]);
            reference.score(state);
            reference.peek(state);
            ClassStep classStep = new ClassStep(state, reference, columns, Rules.ALL);
            this.newton = new JointNewton(state, columns, classStep, new Trials(state, columns));
        }
    }

    // dL/dW and dL/db, K rows of p + 1.
    private static double[][] gradient(MultinomialProblem problem, double[][] w, double[] b) {
        double[][] scores = new double[K][problem.samples()];
        problem.design().products(K).scores(w, b, scores);
        Softmax softmax = new Softmax(K, problem.samples());
        softmax.set(scores);
        double[][] residuals = new double[K][problem.samples()];
        softmax.residuals(problem.labels(), residuals);
        double[][] g = new double[K][P];
        problem.design().products(K).gradient(residuals, g);
        for (int k = 0; k < K; k++) {
            g[k] = Arrays.copyOf(g[k], P + 1);
            g[k][P] = Arrays.stream(residuals[k]).sum() / problem.samples();
            for (int j = 0; j <= P; j++) {
                g[k][j] = -g[k][j];
            }
        }
        return g;
    }

    private static double[][] gradientAt(MultinomialProblem problem, Coefficients from, Coefficients to, double t) {
        double[][] w = new double[K][P];
        double[] b = new double[K];
        for (int k = 0; k < K; k++) {
            b[k] = from.intercept()[k] + t * (to.intercept()[k] - from.intercept()[k]);
            for (int j = 0; j < P; j++) {
                w[k][j] = from.weights()[k][j] + t * (to.weights()[k][j] - from.weights()[k][j]);
            }
        }
        return gradient(problem, w, b);
    }

    /** H d by differences of gradients: no part of the solver's is used. */
    @ParameterizedTest
    @ValueSource(doubles = {0.03, 0.01, 0.003})
    void aStepMinimisesTheSecondOrderModel(double lambda) {
        MultinomialProblem problem = SmallProblem.standardizedDense(lambda);
        Coefficients from = problem.nullModel();
        Steps steps = new Steps(problem, from);

        steps.newton.descend(steps.set, 0, 1, () -> true);

        Coefficients to = steps.state.coefficients();
        double[][] g = gradientAt(problem, from, from, 0);
        double eps = 1e-4;
        double[][] up = gradientAt(problem, from, to, eps);
        double[][] down = gradientAt(problem, from, to, -eps);
        double before = 0;
        double after = 0;
        for (int k = 0; k < K; k++) {
            for (int j = 0; j <= P; j++) {
                double penalty = j == P ? 0 : lambda;
                double w = j == P ? 0 : to.weights()[k][j];
                double model = g[k][j] + (up[k][j] - down[k][j]) / (2 * eps);
                before = Math.max(before, Math.abs(g[k][j]) - penalty);
                after = Math.max(
                        after, w == 0 ? Math.abs(model) - penalty : Math.abs(model + penalty * Math.signum(w)));
            }
        }
        assertThat(after).isLessThan(0.051 * before);
        assertThat(to.nonzeros()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.03, 0.003, 0.0003})
    void stepsReachTheirToleranceInAboutTen(double lambda) {
        MultinomialProblem problem = SmallProblem.standardizedDense(lambda);
        Steps steps = new Steps(problem, problem.nullModel());
        int[] count = {0};

        boolean reached = steps.newton.descend(steps.set, 1e-3 * lambda, 30, () -> ++count[0] > 0);

        assertThat(reached).isTrue();
        assertThat(count[0]).isBetween(2, 16);
        Coefficients at = steps.state.coefficients();
        double[][] g = gradientAt(problem, at, at, 0);
        double worst = 0;
        for (int k = 0; k < K; k++) {
            for (int j = 0; j < P; j++) {
                double w = at.weights()[k][j];
                double of = w == 0 ? Math.abs(g[k][j]) - lambda : Math.abs(g[k][j] + lambda * Math.signum(w));
                worst = Math.max(worst, of);
            }
            worst = Math.max(worst, Math.abs(g[k][P]));
        }
        assertThat(worst).isLessThan(2e-3 * lambda);
    }

    @Test
    void scoresFollowTheWeights() {
        MultinomialProblem problem = SmallProblem.offCentre(0.003);
        Steps steps = new Steps(problem, problem.nullModel());

        steps.newton.descend(steps.set, 1e-5, 30, () -> true);

        double updated = steps.state.objective();
        assertThat(updated).isCloseTo(problem.objective(steps.state.coefficients()), within(1e-7));
    }

    @Test
    void aStepThatGoesTooFarIsShortened() {
        MultinomialProblem problem = SmallProblem.standardizedDense(0.0003);
        double[][] far = new double[K][P];
        for (int k = 0; k < K; k++) {
            for (int j = 0; j < P; j++) {
                far[k][j] = (7 * k + 3 * j) % 11 - 5;
            }
        }
        Coefficients start = new Coefficients(far, new double[K]);
        Steps steps = new Steps(problem, start);
        double before = problem.objective(start);
        double[] last = {before};

        steps.newton.descend(steps.set, 0, 12, () -> {
            double now = problem.objective(steps.state.coefficients());
            assertThat(now).isLessThan(last[0] + 1e-9);
            last[0] = now;
            return true;
        });

        assertThat(last[0]).isLessThan(0.1 * before);
    }

    @Test
    void endsWhereItIsToldTo() {
        MultinomialProblem problem = SmallProblem.standardizedDense(0.003);
        Steps steps = new Steps(problem, problem.nullModel());
        int[] count = {0};

        assertThat(steps.newton.descend(steps.set, 0, 30, () -> ++count[0] < 3)).isFalse();

        assertThat(count[0]).isEqualTo(3);
        double columns = steps.newton.takeColumnsRead();
        int m = steps.set.size();
        assertThat(columns).isGreaterThanOrEqualTo(3 * m + JointHessian.workOfRow(steps.set));
        assertThat(steps.newton.takeColumnsRead()).isZero();
    }
}
