package io.github.l1bench.data.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.DataSources;
import io.github.l1bench.data.Dataset;
import io.github.l1bench.problem.Certificate;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Request;
import io.github.l1bench.solver.SolverRun;
import io.github.l1bench.solver.Solvers;
import io.github.l1bench.solver.Stopping;
import org.junit.jupiter.api.Test;

/** What generated data are tuned for, at their certified optimum. */
class LearnabilityTest {
    private static final double LAMBDA = 0.02;

    @Test
    void digitsAreAboutAsHardAndAsSparseAsMnist() {
        Dataset digits = DataSources.load(DataRequest.of("digits"));
        Coefficients optimum = optimum(digits);

        assertThat(optimum.sparsityPercent()).isBetween(90.0, 98.0);
        assertThat(digits.testAccuracy(optimum).orElseThrow()).isBetween(0.75, 0.92);
    }

    @Test
    void textIsLearntFromFewWords() {
        Dataset text = DataSources.load(DataRequest.of("text"));
        Coefficients optimum = optimum(text);

        assertThat(optimum.sparsityPercent()).isBetween(99.0, 99.9);
        assertThat(text.testAccuracy(optimum).orElseThrow()).isBetween(0.7, 0.9);
    }

    private static Coefficients optimum(Dataset data) {
        MultinomialProblem problem = data.problem(LAMBDA);
        Coefficients reached = SolverRun.solve(
                        Solvers.named("prox-newton"),
                        problem,
                        Request.until(Stopping.atRelativeGap(1e-4).withinSeconds(60)))
                .coefficients();
        assertThat(Certificate.of(problem, reached).relativeGap()).isLessThan(1e-4);
        return reached;
    }
}
