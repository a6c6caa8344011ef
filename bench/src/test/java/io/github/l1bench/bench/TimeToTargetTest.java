package io.github.l1bench.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimeToTargetTest {
    @Test
    void aCertifiedTargetIsReachedAndCounted() {
        TimeToTarget.Counters counters = shots("proximal-gradient", "1e-3", 60, 1);
        assertThat(counters.reached).isEqualTo(1);
        assertThat(counters.relativeGap).isLessThanOrEqualTo(1e-3);
        assertThat(counters.passes).isPositive();
    }

    @Test
    void thePublishedObjectiveIsReachedByThePublishedSolverItself() {
        TimeToTarget.Counters counters = shots("saga-dense", "published", 60, 1);
        assertThat(counters.reached).isEqualTo(1);
    }

    @Test
    void aTargetOutOfReachIsSaidToBeNotReached() {
        TimeToTarget.Counters counters = shots("saga-dense", "1e-6", 0.05, 2);
        assertThat(counters.reached).isZero();
    }

    private static TimeToTarget.Counters shots(String solver, String target, double budget, int count) {
        TimeToTarget benchmark = new TimeToTarget();
        benchmark.solver = solver;
        benchmark.data = "digits";
        benchmark.target = target;
        benchmark.lambda = 0.02;
        benchmark.budget = budget;
        benchmark.prepare();
        TimeToTarget.Counters counters = null;
        for (int shot = 0; shot < count; shot++) {
            counters = new TimeToTarget.Counters();
            benchmark.solve(counters);
            benchmark.certify();
        }
        return counters;
    }
}
