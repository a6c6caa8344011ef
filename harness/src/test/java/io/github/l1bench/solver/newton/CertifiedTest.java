package io.github.l1bench.solver.newton;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.MnistFiles;
import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.DataSources;
import io.github.l1bench.problem.Certificate;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Request;
import io.github.l1bench.solver.Solution;
import io.github.l1bench.solver.SolverRun;
import io.github.l1bench.solver.Solvers;
import io.github.l1bench.solver.Status;
import io.github.l1bench.solver.Stopping;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Images and text that no constant was tuned on, down to small penalties, each certified again from the coefficients alone.
 * It takes many minutes: CONTRIBUTING.md has the command.
 */
@Tag("long")
@EnabledIfSystemProperty(named = "l1bench.certified", matches = "true")
class CertifiedTest {
    private static final double TARGET = 1e-6;
    // From 0.1 down to 1e-4 at equal ratios.
    private static final int PENALTIES = 9;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
    void splitsOfMnistAreSolved(int seed) {
        MultinomialProblem problem =
                DataSources.load(MnistFiles.request().withSeed(seed)).problem(0.02);
        requireSolved("prox-newton", problem);
        requireSolved("prox-newton", problem.withLambda(0.002));
    }

    @ParameterizedTest
    @CsvSource({"mnist, prox-newton", "digits, prox-newton", "text, prox-newton", "digits, newton", "text, newton"})
    void ninePenaltiesAreSolved(String data, String solver) {
        DataRequest request = data.equals("mnist") ? MnistFiles.request() : DataRequest.of(data);
        MultinomialProblem problem = DataSources.load(request).problem(1);
        for (int q = 0; q < PENALTIES; q++) {
            double lambda = 0.1 * Math.pow(1e-3, q / (PENALTIES - 1.0));
            if (lambda < problem.lambdaMax()) {
                requireSolved(solver, problem.withLambda(lambda));
            }
        }
    }

    private static void requireSolved(String solver, MultinomialProblem problem) {
        Solution solution =
                SolverRun.solve(Solvers.named(solver), problem, Request.until(Stopping.atRelativeGap(TARGET)));
        String what = solver + " at lambda = " + problem.lambda();
        assertThat(solution.status()).as(what).isEqualTo(Status.CERTIFIED);
        assertThat(Certificate.of(problem, solution.coefficients()).relativeGap())
                .as(what)
                .isLessThanOrEqualTo(TARGET);
    }
}
