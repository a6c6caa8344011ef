package io.github.l1bench.solver.newton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.l1bench.Golden;
import io.github.l1bench.SmallProblem;
import io.github.l1bench.Support;
import io.github.l1bench.problem.Certificate;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.DenseDesign;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Request;
import io.github.l1bench.solver.Solution;
import io.github.l1bench.solver.SolutionPath;
import io.github.l1bench.solver.Solver;
import io.github.l1bench.solver.SolverRun;
import io.github.l1bench.solver.Solvers;
import io.github.l1bench.solver.Status;
import io.github.l1bench.solver.Stopping;
import java.util.Random;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("truth")
class NewtonTest {
    private static final Solver SOLVER = new Newton();

    private static Solution solve(MultinomialProblem problem, double gap) {
        return SolverRun.solve(
                SOLVER, problem, Request.until(Stopping.atRelativeGap(gap).withinSeconds(10)));
    }

    @Test
    void isRegistered() {
        assertThat(Solvers.named("newton")).isInstanceOf(Newton.class);
    }

    @ParameterizedTest
    @CsvSource({"0.01, 1e-6", "0.01, 1e-10", "0.002, 1e-6", "0.002, 1e-10"})
    void reachesTheGoldenOptimumAndItsSupport(double lambda, double gap) {
        MultinomialProblem problem = SmallProblem.dense(lambda);
        Golden golden = Golden.read("small-optimum-lambda" + lambda);

        Solution solution = solve(problem, gap);

        Certificate certificate = Certificate.of(problem, solution.coefficients());
        assertThat(solution.status()).isEqualTo(Status.CERTIFIED);
        assertThat(certificate.relativeGap()).isLessThanOrEqualTo(gap);
        assertThat(problem.objective(solution.coefficients()))
                .isCloseTo(problem.objective(golden.coefficients()), within(certificate.gap() + 1e-9));
        assertThat(Support.of(solution.coefficients())).isEqualTo(Support.of(golden.coefficients()));
    }

    static Stream<MultinomialProblem> oddProblems() {
        return RandomProblems.all(200, 2e-3);
    }

    @ParameterizedTest
    @MethodSource("oddProblems")
    void certifiesProblemsOfEveryOddShape(MultinomialProblem problem) {
        Solution solution = solve(problem, 1e-6);

        assertThat(solution.status()).isEqualTo(Status.CERTIFIED);
        assertThat(Certificate.of(problem, solution.coefficients()).relativeGap())
                .isLessThanOrEqualTo(1e-6);
    }

    /** There a misfit of the intercept shows in all gradients, and a look finds nothing better in any weight. */
    @ParameterizedTest
    @ValueSource(ints = {411, 555, 615, 651, 975})
    void certifiesRawFeaturesOfLargeMeans(int seed) {
        MultinomialProblem problem = RandomProblems.problem(seed, 2e-3);
        Solution solution = solve(problem, 1e-6);

        assertThat(solution.status()).isEqualTo(Status.CERTIFIED);
        assertThat(Certificate.of(problem, solution.coefficients()).relativeGap())
                .isLessThanOrEqualTo(1e-6);
    }

    /** Intercepts of a million, whose last digits are worth more than the gap: what was certified is what is returned. */
    @ParameterizedTest
    @ValueSource(strings = {"prox-newton", "newton"})
    void aClaimHoldsOnRawFeaturesOfVeryLargeMeans(String solver) {
        int n = 300;
        Random random = new Random(3);
        DMatrixRMaj raw = new DMatrixRMaj(n, 8);
        int[] labels = new int[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < 8; j++) {
                raw.set(i, j, Math.pow(10, j) + random.nextGaussian());
            }
            labels[i] = i < 3 ? i : raw.get(i, 6) - 1e6 + 0.5 * random.nextGaussian() > 0.5 ? 1 : i % 3;
        }
        MultinomialProblem any = new MultinomialProblem(new DenseDesign(raw), labels, 3, 1);
        for (double share : new double[] {0.3, 0.1, 0.05}) {
            MultinomialProblem problem = any.withLambda(share * any.lambdaMax());
            Solution solution =
                    SolverRun.solve(Solvers.named(solver), problem, Request.until(Stopping.atRelativeGap(1e-6)));

            double gap = Certificate.of(problem, solution.coefficients()).relativeGap();
            assertThat(gap <= 1e-6).isEqualTo(solution.status() == Status.CERTIFIED);
        }
    }

    @Test
    void takesAboutTenStepsWhereSweepsTakeHundreds() {
        MultinomialProblem any = SmallProblem.standardizedDense(1);
        MultinomialProblem problem = any.withLambda(0.0005 * any.lambdaMax());

        Solution jointly = solve(problem, 1e-6);
        Minimizer sweeps = new Minimizer(OnlySweeps.RULES);
        Solution bySweeps = SolverRun.solve(sweeps, problem, Request.until(Stopping.atRelativeGap(1e-6)));

        assertThat(jointly.status()).isEqualTo(Status.CERTIFIED);
        assertThat(bySweeps.status()).isEqualTo(Status.CERTIFIED);
        assertThat(jointly.iterations()).isLessThanOrEqualTo(20);
        assertThat(bySweeps.iterations()).isGreaterThan(100);
    }

    @Test
    void keepsItsBudgetOfPasses() {
        MultinomialProblem problem = SmallProblem.standardizedDense(0.002);

        Solution solution = SolverRun.solve(
                SOLVER, problem, Request.until(Stopping.atRelativeGap(1e-9).withinPasses(3)));

        assertThat(solution.status()).isEqualTo(Status.PASS_LIMIT);
        assertThat(solution.iterations()).isEqualTo(1);
    }

    @Test
    void endsAtOnceFromTheOptimum() {
        MultinomialProblem problem = SmallProblem.standardizedSparse(0.01);
        Coefficients optimum = solve(problem, 1e-10).coefficients();

        Solution again = SolverRun.solve(
                SOLVER, problem, Request.until(Stopping.atRelativeGap(1e-9)).from(optimum));

        assertThat(again.status()).isEqualTo(Status.CERTIFIED);
        assertThat(again.iterations()).isZero();
    }

    /** The Hessian of one penalty serves the next. */
    @Test
    void certifiesEveryPointOfAPath() {
        MultinomialProblem problem = SmallProblem.standardizedDense(0.01);
        double[] lambdas = SolutionPath.grid(problem.lambdaMax(), 1e-3 * problem.lambdaMax(), 12);

        for (SolutionPath.Point point :
                SolutionPath.solve(SOLVER, problem, lambdas, Request.until(Stopping.atRelativeGap(1e-8)))) {
            assertThat(point.solution().status()).isEqualTo(Status.CERTIFIED);
            assertThat(Certificate.of(
                                    problem.withLambda(point.lambda()),
                                    point.solution().coefficients())
                            .relativeGap())
                    .isLessThanOrEqualTo(1e-8);
            assertThat(point.solution().iterations()).isLessThanOrEqualTo(14);
        }
    }
}
