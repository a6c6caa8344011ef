package io.github.l1bench.solver.newton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.solver.Request;
import io.github.l1bench.solver.SolverRun;
import io.github.l1bench.solver.Stopping;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JointStepTest extends JointSetting {
    /** However many blocks cannot be factorised. */
    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void repeatedStepsReachTheOptimumOverTheNonzeroWeights(int indefinite) {
        for (int k = 0; k < indefinite; k++) {
            makeIndefinite(k);
        }
        Trials trials = new Trials(state, columns);
        JointStep step = new JointStep(state, columns, classStep, trials);
        double before = state.objective();
        for (int repeat = 0; repeat < 10; repeat++) {
            step.descend(set);
            assertThat(state.objective()).isLessThanOrEqualTo(before);
            before = state.objective();
        }

        assertThat(state.objective()).isCloseTo(problem.objective(state.coefficients()), within(1e-12));
        for (double[] descent : new JointModel(state, columns, classStep, set).descent()) {
            assertThat(max(descent)).isLessThan(1e-5 * problem.lambda());
        }
        assertThat(step.takeColumnsRead()).isPositive();
        assertThat(step.takeColumnsRead()).isZero();
    }

    @Test
    void nearTheOptimumAFewStepsReachItAndKeepItsWeights() {
        Coefficients optimum = SolverRun.solve(new ProxNewton(), problem, Request.until(Stopping.atRelativeGap(1e-12)))
                .coefficients();
        Coefficients near = optimum.copy();
        Random random = new Random(7);
        for (double[] row : near.weights()) {
            Arrays.setAll(row, j -> row[j] * (1 + 0.1 * random.nextGaussian()));
        }
        startFrom(near);
        double least = problem.objective(optimum);
        double before = state.objective() - least;

        JointStep step = new JointStep(state, columns, classStep, new Trials(state, columns));
        for (int repeat = 0; repeat < 3; repeat++) {
            step.descend(set);
        }

        assertThat(state.objective() - least).isLessThan(1e-3 * before);
        assertThat(state.coefficients().nonzeros()).isBetween((int) (0.9 * optimum.nonzeros()), optimum.nonzeros());
    }

    @Test
    void weightsThatAreZeroStayZeroAndNoneChangesItsSignOrIsLeftAsRounding() {
        double[][] start = state.coefficients().copy().weights();
        int before = state.coefficients().nonzeros();

        new JointStep(state, columns, classStep, new Trials(state, columns)).descend(set);

        assertThat(state.coefficients().nonzeros()).isLessThan(before);
        for (int k = 0; k < start.length; k++) {
            for (int j = 0; j < start[k].length; j++) {
                assertThat(state.weights()[k][j] * Math.signum(start[k][j])).isGreaterThanOrEqualTo(0);
                assertThat(start[k][j] == 0 && state.weights()[k][j] != 0).isFalse();
                double w = Math.abs(state.weights()[k][j]);
                assertThat(w == 0 || w > 1e-9 * Math.abs(start[k][j])).isTrue();
            }
        }
    }
}
