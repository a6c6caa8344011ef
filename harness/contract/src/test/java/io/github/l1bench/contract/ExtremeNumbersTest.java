package io.github.l1bench.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.l1bench.problem.Certificate;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Request;
import io.github.l1bench.solver.Solution;
import io.github.l1bench.solver.Solver;
import io.github.l1bench.solver.SolverRun;
import io.github.l1bench.solver.Solvers;
import io.github.l1bench.solver.Stopping;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every solver on numbers at the edge of doubles: a result without NaN, or one sentence that says why there is none.
 * {@link ThousandClassesTest} has the many classes, {@link RegisteredSolversTest} asks for more than this on most of
 * these data, in full.
 */
class ExtremeNumbersTest {
    private static final Stopping RULES = Stopping.atRelativeGap(1e-6).withinPasses(200);

    /** Of these, numbers that are needed to state the problem overflow. */
    private static final Set<String> REFUSED =
            Set.of("raw features of 1.0E300", "standardised features of 1.0E300", "sparse features of 1.0E300");

    private static Map<String, Supplier<MultinomialProblem>> problems() {
        Map<String, Supplier<MultinomialProblem>> problems = new LinkedHashMap<>();
        for (double scale : new double[] {1e6, 1e150, 1e-150, 1e300, 1e-300}) {
            problems.put("raw features of " + scale, () -> share(scaled(scale).raw(), 0.01));
            problems.put(
                    "standardised features of " + scale,
                    () -> share(scaled(scale).standardized(), 0.01));
            problems.put("sparse features of " + scale, () -> {
                Sample sample = scaled(scale).raw();
                return sample.sparse(0.01 * sample.dense(1).lambdaMax());
            });
        }
        problems.put(
                "one column of 1e150",
                () -> share(new Draw(21, 40, 6, 3).column(2, v -> 1e150 * v).raw(), 1e-151));
        problems.put(
                "separable at lambda 1e-6",
                () -> new Draw(16, 30, 40, 3).standardized().dense(1e-6));
        problems.put(
                "nearly separable at lambda 1e-6",
                () -> new Draw(16, 60, 20, 3).standardized().dense(1e-6));
        problems.put(
                "a lambda of 1e-300",
                () -> new Draw(16, 30, 10, 3).standardized().dense(1e-300));
        problems.put(
                "a lambda of 1e300",
                () -> new Draw(16, 30, 10, 3).standardized().dense(1e300));
        problems.put(
                "all features zero",
                () -> new Draw(17, 30, 4, 3).columns(v -> 0).raw().dense(1e-3));
        problems.put("one feature", () -> share(new Draw(7, 40, 1, 3).standardized(), 0.01));
        problems.put("one feature of two classes", () -> share(new Draw(7, 4, 1, 2).raw(), 1e-6));
        return problems;
    }

    private static Draw scaled(double scale) {
        return new Draw(14, 40, 6, 3).columns(v -> scale * v);
    }

    private static MultinomialProblem share(Sample sample, double share) {
        MultinomialProblem any = sample.dense(1);
        return any.withLambda(share * any.lambdaMax());
    }

    @TestFactory
    Stream<DynamicTest> aResultHasNoNaN() {
        return problems().entrySet().stream()
                .flatMap(problem -> Solvers.all().stream()
                        .map(solver -> dynamicTest(
                                problem.getKey() + ", " + solver.name(),
                                () -> check(
                                        solver,
                                        problem.getValue(),
                                        REFUSED.contains(problem.getKey()),
                                        Optional.empty()))));
    }

    /** From weights that give every sample's right class a logit of a million more, or less, than others. */
    @TestFactory
    Stream<DynamicTest> aStartWithLogitsOfAMillionLeadsToNone() {
        return Solvers.all().stream()
                .flatMap(solver -> Stream.of(1e6, -1e6)
                        .map(logit -> dynamicTest(
                                solver.name() + " from " + logit,
                                () -> check(
                                        solver,
                                        () -> share(new Draw(14, 40, 6, 3).standardized(), 0.01),
                                        false,
                                        Optional.of(logit)))));
    }

    private static void check(
            Solver solver, Supplier<MultinomialProblem> problems, boolean refused, Optional<Double> logit) {
        MultinomialProblem problem;
        Solution solution;
        try {
            problem = problems.get();
            Request request = Request.until(RULES).watchedBy(Guard.of(RULES));
            solution = SolverRun.solve(
                    solver,
                    problem,
                    logit.map(l -> request.from(start(problem, l))).orElse(request));
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).contains(";").doesNotContain("\n");
            assertThat(refused).as(e.getMessage()).isTrue();
            return;
        }
        assertThat(refused).as("refused").isFalse();
        Certificate certificate = Subject.checkHonest(problem, solution, RULES);
        assertThat(new double[] {
                    certificate.primal(),
                    certificate.dual(),
                    certificate.gap(),
                    certificate.relativeGap(),
                    certificate.kkt(),
                    solution.passes(),
                    solution.seconds()
                })
                .as("certificate, passes and seconds")
                .doesNotContain(Double.NaN);
        assertThat(certificate.gap()).isNotNegative();
    }

    private static Coefficients start(MultinomialProblem problem, double logit) {
        Coefficients start = problem.nullModel().copy();
        for (int k = 0; k < problem.classes(); k++) {
            Arrays.fill(start.weights()[k], k % 2 == 0 ? logit : -logit);
        }
        return start;
    }
}
