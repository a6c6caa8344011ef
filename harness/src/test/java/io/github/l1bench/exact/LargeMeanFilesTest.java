package io.github.l1bench.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

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
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Files one of whose features has a large mean against its spread: a calendar year, a time stamp in milliseconds, and
 * means of 1e2 to 1e11 spreads; penalty 0.05, standardised. The bounds of their optima are numpy's, on a densely centred
 * design.
 */
class LargeMeanFilesTest {
    private static final double LAMBDA = 0.05;
    // Half a unit of the last digit that is given.
    private static final double DIGITS = 0.5e-12;
    // At a mean of zero the slowest takes 57 passes; a large mean is no reason to take more than a few.
    private static final double PASSES = 200;
    // So many that those who can certify anything by mistake do.
    private static final double MANY_PASSES = 600;

    /**
     * One of them.
     *
     * @param name of the resource
     * @param primal the objective that numpy reached
     * @param dual its lower bound of P*
     */
    private record Case(String name, double primal, double dual) {
        private Path path() {
            try {
                return Path.of(LargeMeanFilesTest.class.getResource(resource()).toURI());
            } catch (URISyntaxException e) {
                throw new IllegalStateException(e);
            }
        }

        private String resource() {
            return "/large-mean/" + name + ".svm";
        }

        MultinomialProblem problem() {
            return DataSources.load(DataRequest.of("libsvm:" + path())).problem(LAMBDA);
        }

        ExactProblem exact(MultinomialProblem problem) throws IOException {
            try (InputStream text = LargeMeanFilesTest.class.getResourceAsStream(resource())) {
                LibsvmText file = LibsvmText.read(text);
                assertThat(problem.labels()).isEqualTo(file.labels());
                return ExactProblem.of(file.raw(), problem);
            }
        }
    }

    private static final List<Case> CASES = List.of(
            new Case("year", 0.707448355854, 0.707448355659),
            new Case("ts-1h", 0.697831930121, 0.697831929913),
            new Case("m100", 0.697831942462, 0.697831942421),
            new Case("m10000", 0.697831942462, 0.697831942421),
            new Case("r9", 0.697831944769, 0.697831944515),
            new Case("r11", 0.697832213305, 0.697832213290));

    @TestFactory
    Stream<DynamicTest> theOptimumLiesBetweenTheBoundsOfAnotherProgram() {
        return CASES.stream()
                .map(file -> dynamicTest(file.name(), () -> {
                    ExactOptimum optimum = ExactOptimum.of(file.exact(file.problem()));
                    assertThat(optimum.primal().hi()).isBetween(file.dual() - DIGITS, file.primal() + DIGITS);
                }));
    }

    @TestFactory
    Stream<DynamicTest> everySolverGetsToTheOptimumAsFastAsWithoutTheMean() {
        Stopping rules = Stopping.atRelativeGap(1e-6).withinPasses(PASSES);
        return CASES.stream()
                .flatMap(file -> Solvers.all().stream()
                        .map(solver -> dynamicTest(file.name() + ", " + solver.name(), () -> {
                            MultinomialProblem problem = file.problem();
                            Solution solution = SolverRun.solve(solver, problem, Request.until(rules));
                            Certificate certificate = Certificate.of(problem, solution.coefficients());
                            assertThat(solution.status()).as(solver.name()).isEqualTo(Status.CERTIFIED);
                            assertThat(certificate.relativeGap()).isLessThanOrEqualTo(1e-6);
                            assertThat(certificate.primal()).isCloseTo(file.primal(), within(1e-6 * file.primal()));
                        })));
    }

    @TestFactory
    Stream<DynamicTest> whatAnySolverCertifiesIsTrue() {
        return CASES.stream()
                .map(file -> dynamicTest(file.name(), () -> {
                    MultinomialProblem problem = file.problem();
                    ExactProblem exact = file.exact(problem);
                    ExactOptimum optimum = ExactOptimum.of(exact);
                    double[] targets = {1e-6, 1e-9, 1e-12};
                    assertThat(SolverTruthTest.falseClaims(problem, MANY_PASSES, targets, exact, optimum))
                            .as(file.name())
                            .isEmpty();
                }));
    }
}
