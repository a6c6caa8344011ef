package io.github.l1bench.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Request;
import io.github.l1bench.solver.SolverRun;
import io.github.l1bench.solver.Solvers;
import io.github.l1bench.solver.Stopping;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("truth")
class ShotTest {
    private static MultinomialProblem problem;

    @BeforeAll
    static void load() {
        problem = BenchmarkProblem.load("digits").problem(0.02);
    }

    @Test
    void aCertifiedTargetIsReachedAndCounted() {
        ShotCounters counters = counted(Shot.of(problem, "proximal-gradient", 1, "1e-3", 60));
        assertThat(counters.reached).isEqualTo(1);
        assertThat(counters.relativeGap).isLessThanOrEqualTo(1e-3);
        assertThat(counters.passes).isPositive();
    }

    @Test
    void thePublishedObjectiveIsReachedByThePublishedSolverItself() {
        ShotCounters counters = counted(Shot.of(problem, "saga-dense", 1, "published", 60));
        assertThat(counters.reached).isEqualTo(1);
    }

    @Test
    void aTargetOutOfReachIsSaidToBeNotReachedAndTheSolverIsNotAskedAgain() {
        Shot shot = Shot.of(problem, "saga-dense", 1, "1e-6", 0.05);
        assertThat(counted(shot).reached).isZero();
        assertThat(shot.fire(true)).isNull();
        assertThat(shot.fire(false)).isNull();
        ShotCounters counters = new ShotCounters();
        shot.certify(counters);
        assertThat(counters.asked).isZero();
    }

    @Test
    void aTargetMissedWhileWarmingUpIsAskedForOnceMore() {
        Shot shot = Shot.of(problem, "saga-dense", 1, "1e-6", 0.05);
        shot.warmUp(60);
        assertThat(shot.fire(true)).isNull();
        assertThat(counted(shot).reached).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0.125, 8", "0.6, 2", "0.999, 2", "1.5, 1"})
    void aForkHasShotsEnoughOnceTheyTookASecond(double seconds, int expected) {
        Shot shot = new Shot(problem, new ShotTarget("1", Double.NaN)) {
            @Override
            void load() {}

            @Override
            Object solve() {
                return this;
            }

            @Override
            Outcome outcome() {
                return new Outcome(problem.nullModel(), seconds, Double.NaN, ThreadAccount.UNKNOWN, false);
            }
        };
        shot.warmUp(1);
        int shots = 0;
        while (shots < 20 && shot.fire(false) != null) {
            shot.certify(new ShotCounters());
            shots++;
        }
        assertThat(shots).isEqualTo(expected);
    }

    /** The null model certifies nothing, the solution does: what a solver returns from its second shot on. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFirstShotThatIsSlowForTheCompilerMayMissAndIsWarmedUp(boolean slowly) {
        Coefficients solution = SolverRun.solve(
                        Solvers.named("prox-newton"), problem, Request.until(Stopping.atRelativeGap(1e-3)))
                .coefficients();
        int[] shots = new int[1];
        Shot shot = new Shot(problem, new ShotTarget("1e-3", Double.NaN)) {
            @Override
            void load() {}

            @Override
            Object solve() {
                shots[0]++;
                return this;
            }

            @Override
            Outcome outcome() {
                Coefficients reached = shots[0] > 1 ? solution : problem.nullModel();
                return new Outcome(reached, 0.3, Double.NaN, ThreadAccount.UNKNOWN, false);
            }

            @Override
            boolean startsSlowly() {
                return slowly;
            }
        };
        shot.warmUp(1);
        assertThat(shots[0]).isEqualTo(slowly ? 4 : 1);
    }

    @Test
    void anUnknownSolverIsRefused() {
        assertThatThrownBy(() -> Shot.of(problem, "saga-dens", 1, "1e-3", 1)).hasMessageContaining("saga-dense");
    }

    private static ShotCounters counted(Shot shot) {
        ShotCounters counters = new ShotCounters();
        shot.load();
        shot.fire(false);
        shot.certify(counters);
        assertThat(counters.asked).isEqualTo(1);
        assertThat(counters.allocatedBytes).isPositive();
        assertThat(counters.processorSeconds).isPositive();
        return counters;
    }
}
