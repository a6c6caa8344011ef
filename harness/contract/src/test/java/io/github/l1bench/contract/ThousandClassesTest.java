package io.github.l1bench.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.problem.Certificate;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Request;
import io.github.l1bench.solver.Solution;
import io.github.l1bench.solver.Solver;
import io.github.l1bench.solver.SolverRun;
import io.github.l1bench.solver.Solvers;
import io.github.l1bench.solver.Status;
import io.github.l1bench.solver.Stopping;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A thousand classes of one sample each: too many for all claims, so a run of a few passes it is. */
@Tag("long")
class ThousandClassesTest {
    private static final MultinomialProblem PROBLEM = problem();

    static List<String> solvers() {
        return Solvers.all().stream().map(Solver::name).toList();
    }

    private static MultinomialProblem problem() {
        MultinomialProblem any = new Draw(18, 1000, 2, 1000).standardized().dense(1);
        return any.withLambda(0.5 * any.lambdaMax());
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void aThousandClassesAreNoReasonToBeDishonestOrToLoseGround(String name) {
        Stopping stopping = Stopping.atRelativeGap(1e-2).withinPasses(20);
        Solution solution = SolverRun.solve(Solvers.named(name), PROBLEM, Request.until(stopping));
        Certificate certificate = Subject.checkHonest(PROBLEM, solution, stopping);
        assertThat(solution.status()).isIn(Status.CERTIFIED, Status.PASS_LIMIT);
        assertThat(certificate.primal()).isLessThanOrEqualTo(PROBLEM.objective(PROBLEM.nullModel()) * (1 + 1e-12));
        assertThat(certificate.gap()).isBetween(0.0, certificate.primal());
    }
}
