package io.github.l1bench.exact;

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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** What solvers return, and say of it, against the truth; more problems with {@code -Dl1bench.proof=NUMBER}. */
@Tag("truth")
class SolverTruthTest {
    private static final double[] TARGETS = {1e-3, 1e-6, 1e-9, 1e-12};
    private static final double PASSES = 100;

    @TestFactory
    Stream<DynamicContainer> whatIsCertifiedIsAsCloseToTheOptimumAsWasAskedFor() {
        return Draws.tests(
                List.of(Hazard.values()),
                Draws.perHazard(3),
                HazardousProblem::draw,
                (drawn, optimum) -> falseClaims(drawn.problem(), PASSES, TARGETS, drawn.exact(), optimum));
    }

    /** Solves {@code problem} by every solver to every target, and compares status and certificate with the truth. */
    static List<String> falseClaims(
            MultinomialProblem problem, double passes, double[] targets, ExactProblem exact, ExactOptimum optimum) {
        List<String> faults = new ArrayList<>();
        for (Solver solver : Solvers.all()) {
            for (double target : targets) {
                Request request = Request.until(Stopping.atRelativeGap(target).withinPasses(passes));
                Solution solution = SolverRun.solve(solver, problem, request);
                assertThat(solution.coefficients().isFinite())
                        .as("%s ends with finite numbers", solver.name())
                        .isTrue();
                falseClaims(problem, solution, target, Truth.of(exact, optimum, solution.coefficients()))
                        .forEach(claim -> faults.add(solver.name() + ", asked for " + target + ": " + claim));
            }
        }
        return faults;
    }

    private static List<String> falseClaims(MultinomialProblem problem, Solution solution, double target, Truth truth) {
        Certificate certificate = Certificate.of(problem, solution.coefficients());
        List<String> faults = truth.falseClaims(certificate);
        boolean said = solution.status() == Status.CERTIFIED || certificate.relativeGap() <= target;
        if (said && truth.relativeGap().exceeds(DoubleDouble.of(target))) {
            faults.add(String.format(
                    "status %s, relative gap said to be %.3g, but it is %.3g",
                    solution.status().label(),
                    certificate.relativeGap(),
                    truth.relativeGap().hi()));
        }
        return faults;
    }
}
