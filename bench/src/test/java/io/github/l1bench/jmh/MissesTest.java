package io.github.l1bench.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openjdk.jmh.results.RunResult;

class MissesTest {
    private static final String BENCHMARK = "a.B.solve";

    private final Misses misses = new Misses();

    @BeforeEach
    void aGapIsMissedInOneShotOfTwo() {
        Combination missed = combination("1e-3", "warm", "x");
        Forks forks = new Forks();
        forks.add(List.of(SampleForks.fork(missed, 1, 1, 0)));
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
        forks.add(List.of(SampleForks.fork(cold, 1, 0)));
        misses.note(cold, forks);
        assertThat(misses.implying(combination("1e-2", "warm", "x"))).isEmpty();
    }

    @Test
    void whatIsReachedImpliesNothing() {
        Combination reached = combination("1e-2", "warm", "z");
        Forks forks = new Forks();
        forks.add(List.of(SampleForks.fork(reached, 1, 1, 1)));
        misses.note(reached, forks);
        assertThat(misses.implying(combination("1e-4", "warm", "z"))).isEmpty();
    }

    private static Combination combination(String target, String start, String solver) {
        return new Combination(
                BENCHMARK, new TreeMap<>(Map.of("target", target, "start", start, "solver", solver, "budget", "3")));
    }
}
