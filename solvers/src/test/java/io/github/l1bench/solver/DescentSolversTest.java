package io.github.l1bench.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.l1bench.Golden;
import io.github.l1bench.SmallProblem;
import io.github.l1bench.Support;
import io.github.l1bench.problem.Certificate;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.DenseDesign;
import io.github.l1bench.problem.MultinomialProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every deterministic descent method of this package promises, on problems small enough to solve exactly. */
@Tag("truth")
class DescentSolversTest {
    private static final double[] LAMBDAS = {0.01, 0.002};

    static Stream<String> solvers() {
        return Stream.of("proximal-gradient", "coordinate-descent", "owl-qn");
    }

    static Stream<Arguments> solversAndLambdas() {
        return solvers().flatMap(name -> Stream.of(Arguments.of(name, 0.01), Arguments.of(name, 0.002)));
    }

    private static Solution solve(String variant, MultinomialProblem problem, double gap) {
        Variant parsed = Variant.parse(variant);
        Request request = Request.until(Stopping.atRelativeGap(gap).withinPasses(20_000));
        return SolverRun.solve(parsed.solver(), problem, request.with(parsed.options()));
    }

    private static Golden golden(double lambda) {
        return Golden.read("small-optimum-lambda" + lambda);
    }

    private static double weightDistance(Coefficients a, Coefficients b) {
        double largest = 0;
        for (int k = 0; k < a.classes(); k++) {
            for (int j = 0; j < a.features(); j++) {
                largest = Math.max(largest, Math.abs(a.weights()[k][j] - b.weights()[k][j]));
            }
        }
        return largest;
    }

    @ParameterizedTest
    @MethodSource("solversAndLambdas")
    void reachesACertifiedGapThatHoldsIndependently(String solver, double lambda) {
        for (MultinomialProblem problem :
                new MultinomialProblem[] {SmallProblem.dense(lambda), SmallProblem.sparse(lambda)}) {
            Solution solution = solve(solver, problem, 1e-6);
            assertThat(solution.status()).isEqualTo(Status.CERTIFIED);
            Certificate certificate = Certificate.of(problem, solution.coefficients());
            assertThat(certificate.relativeGap()).isLessThanOrEqualTo(1e-6);
            assertThat(certificate.primal() - golden(lambda).number("objective"))
                    .isBetween(-1e-13, certificate.gap() + 1e-13);
        }
    }

    @ParameterizedTest
    @MethodSource("solversAndLambdas")
    void hasTheSupportOfTheGoldenOptimum(String solver, double lambda) {
        Coefficients optimum = golden(lambda).coefficients();
        Coefficients found = solve(solver, SmallProblem.dense(lambda), 1e-10).coefficients();
        assertThat(Support.of(found)).isEqualTo(Support.of(optimum));
    }

    @ParameterizedTest
    @MethodSource("solversAndLambdas")
    void findsTheSameOptimumInEveryLayout(String solver, double lambda) {
        Coefficients dense =
                solve(solver, SmallProblem.standardizedDense(lambda), 1e-10).coefficients();
        Coefficients sparse =
                solve(solver, SmallProblem.standardizedSparse(lambda), 1e-10).coefficients();
        assertThat(weightDistance(dense, sparse)).isLessThan(1e-4);
        assertThat(SmallProblem.standardizedDense(lambda).objective(sparse))
                .isCloseTo(SmallProblem.standardizedDense(lambda).objective(dense), within(1e-10));
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void returnsExactZerosFromLambdaMaxOn(String solver) {
        double lambdaMax = SmallProblem.standardizedSparse(1).lambdaMax();
        for (double lambda : new double[] {lambdaMax * (1 + 1e-12), 10 * lambdaMax}) {
            MultinomialProblem problem = SmallProblem.standardizedSparse(lambda);
            Solution solution = solve(solver, problem, 1e-9);
            assertThat(solution.coefficients().nonzeros()).isZero();
            assertThat(Certificate.of(problem, solution.coefficients()).relativeGap())
                    .isLessThan(1e-9);
        }
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void endsAtOnceWhenStartedAtTheOptimum(String solver) {
        for (double lambda : LAMBDAS) {
            MultinomialProblem problem = SmallProblem.standardizedDense(lambda);
            Coefficients optimum = solve(solver, problem, 1e-10).coefficients();
            Coefficients untouched = optimum.copy();
            Solution again = SolverRun.solve(
                    Solvers.named(solver),
                    problem,
                    Request.until(Stopping.atRelativeGap(1e-6)).from(optimum));
            assertThat(again.status()).isEqualTo(Status.CERTIFIED);
            assertThat(again.iterations()).isLessThanOrEqualTo(2);
            assertThat(weightDistance(optimum, untouched)).isZero();
            assertThat(weightDistance(again.coefficients(), optimum)).isLessThan(1e-4);
        }
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void solvesTwoClassesWithMoreFeaturesThanSamples(String solver) {
        MultinomialProblem problem = random(30, 100, 2, 1, 5);
        MultinomialProblem hard = problem.withLambda(0.05 * problem.lambdaMax());
        Solution solution = solve(solver, hard, 1e-6);
        assertThat(solution.status()).isEqualTo(Status.CERTIFIED);
        assertThat(Certificate.of(hard, solution.coefficients()).relativeGap()).isLessThanOrEqualTo(1e-6);
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void survivesFeaturesOfWildScalesAndAConstantOne(String solver) {
        for (double scale : new double[] {1e-3, 1e3}) {
            MultinomialProblem problem = random(80, 12, 3, scale, 6);
            MultinomialProblem scaled = problem.withLambda(0.2 * problem.lambdaMax());
            Solution solution = solve(solver, scaled, 1e-6);
            assertThat(solution.status()).isEqualTo(Status.CERTIFIED);
            assertThat(Certificate.of(scaled, solution.coefficients()).relativeGap())
                    .isLessThanOrEqualTo(1e-6);
        }
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void recoversFromAWildStart(String solver) {
        MultinomialProblem problem = SmallProblem.standardizedDense(0.01);
        Random random = new Random(9);
        double[][] weights = new double[SmallProblem.CLASSES][SmallProblem.FEATURES];
        for (double[] row : weights) {
            for (int j = 0; j < row.length; j++) {
                row[j] = 20 * random.nextGaussian();
            }
        }
        Coefficients wild = new Coefficients(weights, new double[] {30, 0, -30, 0});
        Solution solution = SolverRun.solve(
                Solvers.named(solver),
                problem,
                Request.until(Stopping.atRelativeGap(1e-6).withinPasses(20_000)).from(wild));
        assertThat(solution.status()).isEqualTo(Status.CERTIFIED);
        assertThat(Certificate.of(problem, solution.coefficients()).relativeGap())
                .isLessThanOrEqualTo(1e-6);
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void keepsToItsBudgetOfPasses(String solver) {
        Solution solution = SolverRun.solve(
                Solvers.named(solver),
                SmallProblem.standardizedDense(0.002),
                Request.until(Stopping.atRelativeGap(1e-12).withinPasses(5)));
        assertThat(solution.status()).isEqualTo(Status.PASS_LIMIT);
        assertThat(solution.passes()).isBetween(5.0, 9.0);
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void comesCloserDownToRounding(String solver) {
        MultinomialProblem problem = SmallProblem.standardizedDense(0.01);
        Solution solution = SolverRun.solve(
                Solvers.named(solver),
                problem,
                Request.until(Stopping.atRelativeGap(1e-30).withinPasses(3000)));
        Certificate certificate = Certificate.of(problem, solution.coefficients());
        assertThat(certificate.gap() - certificate.rounding()).isLessThan(1e-13 * certificate.primal());
        assertThat(certificate.relativeGap()).isLessThan(1e-12);
    }

    @Test
    void coordinateDescentStopsByItselfWhenNothingMoreCanBeGained() {
        MultinomialProblem problem = SmallProblem.standardizedSparse(0.01);
        Solution solution =
                SolverRun.solve(Solvers.named("coordinate-descent"), problem, Request.until(Stopping.afterPasses(1e5)));
        assertThat(solution.status()).isEqualTo(Status.STALLED);
        Certificate certificate = Certificate.of(problem, solution.coefficients());
        assertThat(certificate.gap() - certificate.rounding()).isLessThan(1e-13 * certificate.primal());
        assertThat(certificate.relativeGap()).isLessThan(1e-12);
    }

    /** Two classes of equal size: every probability is 1/2 and the gradient of the intercept 0, without rounding. */
    @ParameterizedTest
    @MethodSource("solvers")
    void stopsByItselfWhereItsStartIsTheOptimumToTheLastBit(String solver) {
        MultinomialProblem problem = random(32, 5, 2, 1, 7).withLambda(100);
        Solution solution = SolverRun.solve(Solvers.named(solver), problem, Request.until(Stopping.afterPasses(50)));
        assertThat(solution.status()).isEqualTo(Status.STALLED);
        assertThat(solution.coefficients().nonzeros()).isZero();
        assertThat(solution.coefficients().intercept()).containsExactly(0, 0);
    }

    @Test
    void istaReachesTheOptimumAndFistaSooner() {
        MultinomialProblem problem = SmallProblem.dense(0.01);
        Solution ista = solve("proximal-gradient[accelerated=false]", problem, 1e-6);
        Solution fista = solve("proximal-gradient", problem, 1e-6);
        assertThat(ista.status()).isEqualTo(Status.CERTIFIED);
        assertThat(Certificate.of(problem, ista.coefficients()).relativeGap()).isLessThanOrEqualTo(1e-6);
        assertThat(fista.passes()).isLessThan(ista.passes());
    }

    @Test
    void everyStepOfCoordinateDescentLowersTheObjective() {
        MultinomialProblem problem = SmallProblem.standardizedDense(0.002);
        List<Double> objectives = new ArrayList<>();
        Request request = Request.until(Stopping.atRelativeGap(1e-8)).watchedBy(moment -> {
            objectives.add(problem.objective(moment.coefficients().get()));
            return true;
        });
        SolverRun.solve(Solvers.named("coordinate-descent"), problem, request);
        assertThat(objectives).hasSizeGreaterThan(20);
        for (int i = 1; i < objectives.size(); i++) {
            assertThat(objectives.get(i)).isLessThanOrEqualTo(objectives.get(i - 1) + 1e-14);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"owl-qn[memory=1]", "owl-qn[memory=0]"})
    void owlQnNeedsNoMoreThanALittleMemory(String variant) {
        MultinomialProblem problem = SmallProblem.standardizedSparse(0.01);
        Solution solution = solve(variant, problem, 1e-6);
        assertThat(solution.status()).isEqualTo(Status.CERTIFIED);
        assertThat(Certificate.of(problem, solution.coefficients()).relativeGap())
                .isLessThanOrEqualTo(1e-6);
    }

    // Gaussian features times `scale`, each class shifted along two of them, and a last feature that is constant.
    private static MultinomialProblem random(int n, int p, int classes, double scale, int seed) {
        Random random = new Random(seed);
        DMatrixRMaj raw = new DMatrixRMaj(n, p);
        int[] labels = new int[n];
        for (int i = 0; i < n; i++) {
            labels[i] = i % classes;
            for (int j = 0; j < p; j++) {
                double signal = j / 2 == labels[i] ? 1 : 0;
                double wild = j % 3 == 0 ? scale : 1;
                raw.set(i, j, j == p - 1 ? 1 : wild * (random.nextGaussian() + signal));
            }
        }
        return new MultinomialProblem(new DenseDesign(raw), labels, classes, 1);
    }
}
