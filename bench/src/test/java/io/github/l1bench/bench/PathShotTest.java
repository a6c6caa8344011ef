package io.github.l1bench.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.SolutionPath;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PathShotTest {
    private static MultinomialProblem problem;
    private static double[] lambdas;

    @BeforeAll
    static void load() {
        problem = BenchmarkProblem.load("digits", 500).problem(0.05);
        lambdas = SolutionPath.grid(problem.lambdaMax(), 0.05, 4);
    }

    private static PathCounters counted(String solver, double target, double budget) {
        PathShot shot = new PathShot(problem, solver, 1, lambdas, target, budget);
        PathCounters counters = new PathCounters();
        shot.fire();
        shot.certify(counters);
        return counters;
    }

    @Test
    void everyValueOfAPathIsCertified() {
        PathCounters counters = counted("prox-newton", 1e-6, 60);
        assertThat(counters.certified).isEqualTo(4);
        assertThat(counters.reached).isEqualTo(1);
        assertThat(counters.relativeGap).isLessThanOrEqualTo(1e-6);
        assertThat(counters.nonzeros).isPositive();
    }

    @Test
    void aPathOutOfTimeIsNotReachedAndEndsThere() {
        PathCounters counters = counted("saga-dense", 1e-12, 0.1);
        assertThat(counters.reached).isZero();
        assertThat(counters.certified).isLessThan(4);
        assertThat(counters.relativeGap).isGreaterThan(1e-12);
    }
}
