package io.github.l1bench.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.results.SingleShotResult;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.WorkloadParams;
import org.openjdk.jmh.runner.options.TimeValue;

class MissesTest {
    private static final String BENCHMARK = "a.B.solve";

    private final Misses misses = new Misses();

    @BeforeEach
    void aGapIsMissedInOneShotOfTwo() {
        Combination missed = combination("1e-3", "warm", "x");
        Forks forks = new Forks();
        forks.add(List.of(fork(missed, 1, 0)));
        misses.note(missed, forks);
    }

    @ParameterizedTest
    @CsvSource({
        "1e-3, cold, x, true",
        "1e-6, warm, x, true",
        "1e-6, cold, x, true",
        "1e-2, warm, x, false",
        "published, warm, x, false",
        "1e-6, warm, y, false",
    })
    void aSmallerGapAndAColdStartAreMissedWithIt(String target, String start, String solver, boolean implied) {
        assertThat(misses.implying(combination(target, start, solver)).isPresent())
                .isEqualTo(implied);
    }

    @Test
    void itsRowHoldsTheShotsThatMissedAndNoOther() {
        Combination smaller = combination("1e-6", "cold", "x");
        List<RunResult> rows = misses.implying(smaller).orElseThrow();
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).getParams().getParam("target")).isEqualTo("1e-6");
        assertThat(rows.get(0).getParams().getParam("start")).isEqualTo("cold");
        assertThat(rows.get(0).getPrimaryResult().getStatistics().getN()).isEqualTo(1);
        assertThat(rows.get(0).getSecondaryResults().get("reached").getScore()).isZero();
    }

    @Test
    void whatAColdStartMissesAWarmOneMayReach() {
        Combination cold = combination("1e-2", "cold", "x");
        Forks forks = new Forks();
        forks.add(List.of(fork(cold, 0)));
        misses.note(cold, forks);
        assertThat(misses.implying(combination("1e-2", "warm", "x"))).isEmpty();
    }

    @Test
    void whatIsReachedImpliesNothing() {
        Combination reached = combination("1e-2", "warm", "z");
        Forks forks = new Forks();
        forks.add(List.of(fork(reached, 1, 1)));
        misses.note(reached, forks);
        assertThat(misses.implying(combination("1e-4", "warm", "z"))).isEmpty();
    }

    private static Combination combination(String target, String start, String solver) {
        return new Combination(
                BENCHMARK, new TreeMap<>(Map.of("target", target, "start", start, "solver", solver, "budget", "3")));
    }

    private static RunResult fork(Combination combination, double... reached) {
        BenchmarkParams params = params(combination);
        List<IterationResult> shots = new ArrayList<>();
        for (double one : reached) {
            IterationResult shot = new IterationResult(params, params.getMeasurement(), null);
            shot.addResult(new SingleShotResult(ResultRole.PRIMARY, "solve", 1_000_000, 1, TimeUnit.MILLISECONDS));
            shot.addResult(new ScalarResult("reached", one, "#", AggregationPolicy.SUM));
            shots.add(shot);
        }
        return new RunResult(params, List.of(new BenchmarkResult(params, shots)));
    }

    private static BenchmarkParams params(Combination combination) {
        WorkloadParams workload = new WorkloadParams();
        int position = 0;
        for (Map.Entry<String, String> value : combination.params().entrySet()) {
            workload.put(value.getKey(), value.getValue(), position++);
        }
        IterationParams two = new IterationParams(IterationType.MEASUREMENT, 2, TimeValue.NONE, 1);
        return new BenchmarkParams(
                BENCHMARK,
                BENCHMARK,
                false,
                1,
                new int[] {1},
                List.of(),
                1,
                0,
                two,
                two,
                Mode.SingleShotTime,
                workload,
                TimeUnit.MILLISECONDS,
                1,
                "java",
                List.of(),
                "17",
                "vm",
                "17",
                "1.37",
                TimeValue.minutes(1));
    }
}
