package io.github.l1bench.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.l1bench.Golden;
import io.github.l1bench.SmallProblem;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.Gap;
import io.github.l1bench.problem.MultinomialProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bookkeeping of a run, by solvers that do nothing and a clock that goes as told. */
@Tag("truth")
class ProgressTest {
    private static final MultinomialProblem PROBLEM = SmallProblem.dense(0.01);
    private static final Coefficients OPTIMUM =
            Golden.read("small-optimum-lambda0.01").coefficients();
    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong clock = new AtomicLong(7 * SECOND);

    private Solution run(Request request, SolutionPath.Run script) {
        Request timed =
                new Request(request.stopping(), request.options(), request.start(), request.monitor(), clock::get);
        return ScriptedSolver.run(PROBLEM, timed, script);
    }

    private static boolean goOn(Progress progress, double work, Supplier<Coefficients> current) {
        progress.spend(work);
        return progress.goOn(current);
    }

    // Iterations of `work` passes and one second each that change nothing.
    private SolutionPath.Run idle(double work) {
        return (problem, progress) -> {
            Coefficients there = problem.nullModel();
            do {
                clock.addAndGet(SECOND);
            } while (goOn(progress, work, () -> there));
            return there;
        };
    }

    @Test
    void aRunEndsWhenItsPassesAreUsedUp() {
        Solution solution = run(Request.until(Stopping.afterPasses(5)), idle(1));

        assertThat(solution.status()).isEqualTo(Status.PASS_LIMIT);
        assertThat(solution.passes()).isEqualTo(5);
        assertThat(solution.iterations()).isEqualTo(5);
    }

    @Test
    void aRunEndsWhenItsSecondsAreUsedUp() {
        Solution solution = run(Request.until(Stopping.afterPasses(50).withinSeconds(3)), idle(1));

        assertThat(solution.status()).isEqualTo(Status.TIME_LIMIT);
        assertThat(solution.iterations()).isEqualTo(3);
        assertThat(solution.seconds()).isEqualTo(3);
    }

    @Test
    void aMonitorSeesEveryMomentAndItsOwnTimeDoesNotCount() {
        List<Monitor.Moment> moments = new ArrayList<>();
        Request request = Request.until(Stopping.afterPasses(1.5)).watchedBy(moment -> {
            clock.addAndGet(100 * SECOND);
            return moments.add(moment);
        });

        Solution solution = run(request, idle(0.5));

        assertThat(solution.seconds()).isEqualTo(3);
        assertThat(moments).extracting(Monitor.Moment::seconds).containsExactly(0.0, 1.0, 2.0, 3.0);
        assertThat(moments).extracting(Monitor.Moment::passes).containsExactly(0.0, 0.5, 1.0, 1.5);
        assertThat(moments).extracting(Monitor.Moment::iterations).containsExactly(0, 1, 2, 3);
    }

    @Test
    void aMonitorMayEndARunAfterAnyIteration() {
        Request request = Request.until(Stopping.afterPasses(50)).watchedBy(moment -> moment.iterations() < 2);

        Solution solution = run(request, idle(1));

        assertThat(solution.status()).isEqualTo(Status.MONITOR);
        assertThat(solution.iterations()).isEqualTo(2);
    }

    @Test
    void aRunThatIsEndedBeforeItBeginsReturnsItsStart() {
        Request request = Request.until(Stopping.afterPasses(50)).watchedBy(moment -> false);

        Solution cold = run(request, idle(1));
        Solution warm = run(request.from(OPTIMUM), idle(1));

        assertThat(cold.status()).isEqualTo(Status.MONITOR);
        assertThat(cold.iterations()).isZero();
        assertThat(cold.coefficients().nonzeros()).isZero();
        assertThat(cold.coefficients().intercept())
                .containsExactly(PROBLEM.nullModel().intercept(), within(1e-15));
        assertThat(warm.coefficients().weights()).isDeepEqualTo(OPTIMUM.weights());
        assertThat(warm.coefficients().weights()[0]).isNotSameAs(OPTIMUM.weights()[0]);
    }

    @Test
    void aSolverThatReturnsUnaskedHasStalledAndItsInterceptIsCentred() {
        double[] intercept = {5, 1, 0, 2};
        Coefficients shifted = new Coefficients(PROBLEM.nullModel().weights(), intercept);

        Solution solution = run(Request.until(Stopping.afterPasses(5)), (problem, progress) -> {
            progress.spend(0.5);
            return shifted;
        });

        assertThat(solution.status()).isEqualTo(Status.STALLED);
        assertThat(solution.passes()).isEqualTo(0.5);
        assertThat(solution.coefficients().intercept()).containsExactly(3, -1, -2, 0);
    }

    /** Each costs a pass. */
    @Test
    void looksFollowAfterTenPassesAndThenAfterTenPassesOrATenthOfThoseDone() {
        List<Double> looks = new ArrayList<>();
        Stopping never = Stopping.atRelativeGap(1e-12).withinPasses(400);

        run(Request.until(never), (problem, progress) -> {
            Coefficients there = problem.nullModel();
            double before = 0;
            while (goOn(progress, 1, () -> there)) {
                if (progress.passes() == before + 2) {
                    looks.add(progress.passes());
                }
                before = progress.passes();
            }
            return there;
        });

        assertThat(looks).startsWith(11.0).hasSizeGreaterThan(15);
        for (int q = 1; q < looks.size(); q++) {
            double done = looks.get(q - 1);
            assertThat(looks.get(q)).isEqualTo(done + Math.ceil(Math.max(10, 0.1 * done)) + 1);
        }
    }

    @Test
    void aLookThatUsesUpThePassesEndsTheRun() {
        Solution solution = run(Request.until(Stopping.atRelativeGap(1e-12).withinPasses(11)), idle(1));

        assertThat(solution.status()).isEqualTo(Status.PASS_LIMIT);
        assertThat(solution.iterations()).isEqualTo(10);
    }

    @Test
    void nobodyLooksWhereNoGapIsAskedFor() {
        Solution solution = run(Request.until(Stopping.afterPasses(100)), (problem, progress) -> {
            assertThat(progress.certified(() -> OPTIMUM)).isFalse();
            progress.judge(new Gap(0, 0));
            assertThat(progress.isOver()).isFalse();
            assertThat(progress.startSuffices()).isFalse();
            return idle(1).minimize(problem, progress);
        });

        assertThat(solution.status()).isEqualTo(Status.PASS_LIMIT);
        assertThat(solution.iterations()).isEqualTo(100);
    }

    @Test
    void aWarmStartIsLookedAtAfterOneIteration() {
        Request request = Request.until(Stopping.atRelativeGap(1e-6)).from(OPTIMUM);

        Solution solution = run(request, (problem, progress) -> {
            assertThat(goOn(progress, 1, () -> OPTIMUM)).isFalse();
            return OPTIMUM;
        });

        assertThat(solution.status()).isEqualTo(Status.CERTIFIED);
        assertThat(solution.passes()).isEqualTo(2);
    }

    @Test
    void aStartSufficesIfItsGapIsWhatIsAskedFor() {
        Stopping stopping = Stopping.atRelativeGap(1e-6).withinPasses(5);

        Solution good = run(Request.until(stopping).from(OPTIMUM), (problem, progress) -> {
            assertThat(progress.startSuffices()).isTrue();
            return progress.origin();
        });
        Solution bad = run(Request.until(stopping).from(PROBLEM.nullModel()), (problem, progress) -> {
            assertThat(progress.startSuffices()).isFalse();
            assertThat(progress.passes()).isEqualTo(1);
            return idle(1).minimize(problem, progress); // the next look is ten passes away
        });
        Solution none = run(Request.until(stopping), (problem, progress) -> {
            assertThat(progress.startSuffices()).isFalse();
            return idle(1).minimize(problem, progress);
        });

        assertThat(good.status()).isEqualTo(Status.CERTIFIED);
        assertThat(good.passes()).isEqualTo(1);
        assertThat(bad.iterations()).isEqualTo(4);
        assertThat(none.iterations()).isEqualTo(5);
    }

    @Test
    void aSolverThatLooksByItselfIsNotLookedAtByOthers() {
        Request request = Request.until(Stopping.atRelativeGap(1e-6).withinPasses(60));

        Solution solution = run(request, (problem, progress) -> {
            for (int t = 0; t < 50; t++) {
                progress.spend(1);
                assertThat(progress.withinLimits(() -> OPTIMUM)).isTrue();
            }
            assertThat(progress.certified(problem::nullModel)).isFalse();
            assertThat(progress.certified(() -> OPTIMUM)).isTrue();
            return OPTIMUM;
        });

        assertThat(solution.status()).isEqualTo(Status.CERTIFIED);
        assertThat(solution.passes()).isEqualTo(52);
    }

    @ParameterizedTest
    @CsvSource({
        "0.001, 0, CERTIFIED",
        "0.0005, 0.0005, CERTIFIED",
        "0.00101, 0, STALLED",
        "0.00101, 0.001, STALLED",
        "0.0021, 0.0011, PRECISION_LIMIT",
        "0.0023, 0.0011, STALLED",
        "NaN, 0, STALLED"
    })
    void aGapEndsTheRunIfItIsAtMostWhatIsAskedForOrAllRounding(double gap, double rounding, Status expected) {
        Solution solution = run(Request.until(Stopping.atRelativeGap(1e-3)), (problem, progress) -> {
            progress.judge(new Gap(gap, rounding));
            assertThat(progress.isOver()).isEqualTo(expected != Status.STALLED);
            return OPTIMUM;
        });

        assertThat(solution.status()).isEqualTo(expected);
        assertThat(solution.passes()).isZero();
    }

    private static Coefficients single(double weight) {
        double[][] weights = new double[PROBLEM.classes()][PROBLEM.features()];
        weights[1][2] = -weight;
        return new Coefficients(weights, new double[PROBLEM.classes()]);
    }

    // The weight after each iteration; the run ends after the last at the latest.
    private static SolutionPath.Run along(double work, double... path) {
        return (problem, progress) -> {
            for (double weight : path) {
                if (!goOn(progress, work, () -> single(weight))) {
                    return single(weight);
                }
            }
            return single(0);
        };
    }

    @Test
    void aRunEndsWhenWeightsChangeLittleBesideTheLargest() {
        Request request = Request.until(Stopping.atRelativeChange(0.5));

        Solution atTheBound = run(request, along(1, 1, 4, 8, 8, 8));
        Solution shrinking = run(request, along(1, 8, 4, 3, 3));
        Solution never = run(request, along(1, 1, 4, 16, 64));

        assertThat(atTheBound.status()).isEqualTo(Status.RELATIVE_CHANGE);
        assertThat(atTheBound.iterations()).isEqualTo(3);
        assertThat(shrinking.iterations()).isEqualTo(3);
        assertThat(never.status()).isEqualTo(Status.STALLED);
    }

    @Test
    void theFirstChangeIsCountedFromTheStart() {
        Request request = Request.until(Stopping.atRelativeChange(0.1));

        assertThat(run(request.from(single(1)), along(1, 1.05, 9, 9)).iterations())
                .isEqualTo(1);
        assertThat(run(request, along(1, 1.05, 9, 9)).iterations()).isEqualTo(3);
    }

    /** A tenth ten times is a little less than one. */
    @Test
    void changesAreComparedOverAWholePass() {
        Request request = Request.until(Stopping.atRelativeChange(0.1));
        double[] slow = new double[40];
        for (int t = 0; t < slow.length; t++) {
            slow[t] = t < 19 ? 1 : 2;
        }

        assertThat(run(request, along(0.1, slow)).iterations()).isEqualTo(30);
        assertThat(run(request, along(0.4, 1, 1, 2, 2, 2, 2, 2)).iterations()).isEqualTo(6);
    }

    @Test
    void aSolverSeesWhatIsAskedOfIt() {
        Options options = Options.of(Solvers.named("saga-dense"), Map.of("seed", "3"));
        Stopping stopping = Stopping.afterPasses(2);

        run(Request.until(stopping).with(options).from(OPTIMUM), (problem, progress) -> {
            clock.addAndGet(SECOND);
            assertThat(progress.options()).isSameAs(options);
            assertThat(progress.stopping()).isSameAs(stopping);
            assertThat(progress.start()).isEqualTo(Optional.of(OPTIMUM));
            assertThat(progress.seconds()).isEqualTo(1);
            return OPTIMUM;
        });
    }

    @Test
    void everyValueOfAPathStartsFromTheSolutionBefore() {
        List<Optional<Coefficients>> starts = new ArrayList<>();
        Solver solver = new ScriptedSolver((problem, progress) -> {
            starts.add(progress.start());
            goOn(progress, 1, problem::nullModel);
            return single(problem.lambda());
        });
        Request request = Request.until(Stopping.afterPasses(1)).from(OPTIMUM);

        List<SolutionPath.Point> path = SolutionPath.solve(solver, PROBLEM, new double[] {0.3, 0.2, 0.1}, request);

        assertThat(path).hasSize(3).allMatch(point -> point.solution().passes() == 1);
        assertThat(starts.get(0)).containsSame(OPTIMUM);
        assertThat(starts.get(1)).containsSame(path.get(0).solution().coefficients());
        assertThat(starts.get(2)).containsSame(path.get(1).solution().coefficients());
        assertThat(path.get(2).solution().coefficients().weights()[1][2]).isEqualTo(-0.1);
    }

    @Test
    void aMonitorSeesTheStartOfEveryValueOfAPathAndMayEndItThere() {
        List<Monitor.Moment> moments = new ArrayList<>();
        Solver solver = new ScriptedSolver((problem, progress) -> {
            goOn(progress, 1, problem::nullModel);
            return single(problem.lambda());
        });
        Request request =
                Request.until(Stopping.afterPasses(1)).watchedBy(moment -> moments.add(moment) && moments.size() < 5);

        List<SolutionPath.Point> path = SolutionPath.solve(solver, PROBLEM, new double[] {0.3, 0.2, 0.1}, request);

        assertThat(moments).extracting(Monitor.Moment::passes).containsExactly(0.0, 1.0, 0.0, 1.0, 0.0);
        assertThat(path).hasSize(3);
        assertThat(path.get(2).solution().status()).isEqualTo(Status.MONITOR);
        assertThat(path.get(2).solution().passes()).isZero();
        assertThat(path.get(2).solution().coefficients().weights()[1][2]).isEqualTo(-0.2);
    }
}
