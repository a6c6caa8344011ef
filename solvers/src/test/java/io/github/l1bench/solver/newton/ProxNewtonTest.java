package io.github.l1bench.solver.newton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.l1bench.Golden;
import io.github.l1bench.SmallProblem;
import io.github.l1bench.Support;
import io.github.l1bench.kernel.Softmax;
import io.github.l1bench.problem.Certificate;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.DenseDesign;
import io.github.l1bench.problem.Design;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.problem.Standardization;
import io.github.l1bench.solver.Request;
import io.github.l1bench.solver.Solution;
import io.github.l1bench.solver.Solver;
import io.github.l1bench.solver.SolverRun;
import io.github.l1bench.solver.Solvers;
import io.github.l1bench.solver.Status;
import io.github.l1bench.solver.Stopping;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("truth")
class ProxNewtonTest {
    private static final Solver SOLVER = new ProxNewton();

    private static Solution solve(MultinomialProblem problem, double gap) {
        return SolverRun.solve(
                SOLVER, problem, Request.until(Stopping.atRelativeGap(gap).withinSeconds(10)));
    }

    @Test
    void isRegistered() {
        assertThat(Solvers.named("prox-newton")).isInstanceOf(ProxNewton.class);
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
        double best = problem.objective(golden.coefficients());
        assertThat(certificate.primal()).isBetween(best - 1e-9, best + certificate.gap() + 1e-15);
        assertThat(Support.of(solution.coefficients())).isEqualTo(Support.of(golden.coefficients()));
    }

    @Test
    void solvesTheSameProblemAlikeHoweverItIsStored() {
        assertAlike(SmallProblem.dense(0.002), SmallProblem.sparse(0.002));
        assertAlike(SmallProblem.standardizedDense(0.01), SmallProblem.standardizedSparse(0.01));
    }

    private static void assertAlike(MultinomialProblem one, MultinomialProblem other) {
        Solution a = solve(one, 1e-12);
        Solution b = solve(other, 1e-12);
        assertThat(a.status()).isEqualTo(Status.CERTIFIED);
        assertThat(b.status()).isEqualTo(Status.CERTIFIED);
        double[][] p = probabilities(one, a.coefficients());
        double[][] q = probabilities(one, b.coefficients());
        for (int k = 0; k < one.classes(); k++) {
            assertThat(p[k]).containsExactly(q[k], within(1e-5));
        }
        assertThat(Certificate.of(one, b.coefficients()).relativeGap()).isLessThan(1e-11);
    }

    // Unlike the weights, these are the same for all optima.
    private static double[][] probabilities(MultinomialProblem problem, Coefficients coefficients) {
        double[][] scores = new double[problem.classes()][problem.samples()];
        problem.design().products(problem.classes()).scores(coefficients.weights(), coefficients.intercept(), scores);
        Softmax softmax = new Softmax(problem.classes(), problem.samples());
        softmax.set(scores);
        for (int k = 0; k < scores.length; k++) {
            softmax.probabilities(k, scores[k]);
        }
        return scores;
    }

    @Test
    void endsAtOnceFromTheOptimum() {
        MultinomialProblem problem = SmallProblem.standardizedSparse(0.01);
        Coefficients optimum = solve(problem, 1e-10).coefficients();

        Solution again = SolverRun.solve(
                SOLVER, problem, Request.until(Stopping.atRelativeGap(1e-9)).from(optimum));

        assertThat(again.status()).isEqualTo(Status.CERTIFIED);
        assertThat(again.iterations()).isZero();
        assertThat(again.passes()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.5, 100})
    void returnsExactlyZeroWeightsFromLambdaMaxUp(double factor) {
        MultinomialProblem any = SmallProblem.standardizedDense(0.01);
        MultinomialProblem problem = any.withLambda(factor * any.lambdaMax());
        Coefficients warm = solve(any, 1e-3).coefficients();

        assertThat(solve(problem, 1e-9).coefficients().nonzeros()).isZero();
        Solution fromWarm = SolverRun.solve(
                SOLVER, problem, Request.until(Stopping.atRelativeGap(1e-9)).from(warm));
        assertThat(fromWarm.status()).isEqualTo(Status.CERTIFIED);
        assertThat(fromWarm.coefficients().l1Norm()).isLessThan(1e-3 / factor);
    }

    static Stream<MultinomialProblem> oddProblems() {
        return RandomProblems.all(200, 2e-3);
    }

    @ParameterizedTest
    @MethodSource("oddProblems")
    void certifiesProblemsOfEveryOddShape(MultinomialProblem problem) {
        Solution solution = solve(problem, 1e-6);

        Certificate certificate = Certificate.of(problem, solution.coefficients());
        assertThat(solution.coefficients().isFinite()).isTrue();
        assertThat(solution.status()).isEqualTo(Status.CERTIFIED);
        assertThat(certificate.relativeGap()).isLessThanOrEqualTo(1e-6);
    }

    static Stream<MultinomialProblem> hardProblems() {
        return RandomProblems.all(60, 1e-5);
    }

    @ParameterizedTest
    @MethodSource("hardProblems")
    void saysHonestlyHowItEndedWherePenaltiesAreTiny(MultinomialProblem problem) {
        Request request = Request.until(Stopping.atRelativeGap(1e-6).withinPasses(500));

        Solution solution = SolverRun.solve(SOLVER, problem, request);

        double gap = Certificate.of(problem, solution.coefficients()).relativeGap();
        assertThat(solution.coefficients().isFinite()).isTrue();
        assertThat(solution.status() == Status.CERTIFIED).isEqualTo(gap <= 1e-6);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.02, 0.01, 0.005, 0.002})
    void returnsTheOptimumToRoundingAndAnHonestStatusWhenNoGapIsAsked(double lambda) {
        MultinomialProblem problem = SmallProblem.standardizedSparse(lambda);

        Solution solution = SolverRun.solve(SOLVER, problem, Request.until(Stopping.afterPasses(1e9)));

        assertThat(solution.status()).isEqualTo(Status.STALLED);
        Certificate certificate = Certificate.of(problem, solution.coefficients());
        assertThat(certificate.gap() - certificate.rounding()).isLessThan(1e-13 * certificate.primal());
        assertThat(certificate.relativeGap()).isLessThan(1e-11);
    }

    @Test
    void stopsWhenItsBudgetIsSpent() {
        MultinomialProblem problem = SmallProblem.standardizedSparse(0.002);

        Solution solution = SolverRun.solve(
                SOLVER, problem, Request.until(Stopping.atRelativeGap(1e-9).withinPasses(2)));

        assertThat(solution.status()).isEqualTo(Status.PASS_LIMIT);
        assertThat(solution.passes()).isLessThan(5);
    }

    @Test
    void stopsWhenTheMonitorSaysSo() {
        Solution solution = SolverRun.solve(
                SOLVER,
                SmallProblem.dense(0.002),
                Request.until(Stopping.atRelativeGap(1e-9)).watchedBy(moment -> moment.iterations() < 3));

        assertThat(solution.status()).isEqualTo(Status.MONITOR);
        assertThat(solution.iterations()).isEqualTo(3);
    }

    /** Line searches find no decrease there, and directions need not be finite. */
    @Test
    void staysFiniteFromAStartSoFarAwayThatNoStepHelps() {
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            DMatrixRMaj raw = new DMatrixRMaj(12, 3);
            for (int q = 0; q < raw.data.length; q++) {
                raw.data[q] = 9 * random.nextGaussian();
            }
            int[] labels = IntStream.range(0, 12).map(i -> i % 4).toArray();
            MultinomialProblem any = new MultinomialProblem(new DenseDesign(raw), labels, 4, 1);
            double[][] weights = new double[4][3];
            for (double[] row : weights) {
                Arrays.setAll(row, j -> 1e4 * random.nextGaussian());
            }
            Coefficients start = new Coefficients(weights, new double[] {1e6, 0, 0, 0});

            Solution solution = SolverRun.solve(
                    SOLVER,
                    any.withLambda(0.085 * any.lambdaMax()),
                    Request.until(Stopping.atRelativeGap(1e-6).withinPasses(50)).from(start));

            assertThat(solution.coefficients().isFinite()).as("seed %d", seed).isTrue();
        }
    }

    /** Columns that vector kernels have as bytes, far from their means; and with one other number among them, as floats. */
    @ParameterizedTest
    @CsvSource({"0, 0.1", "0, 0.001", "0.5, 0.1", "0.5, 0.001"})
    void solvesPixelsThatAreRarelyLitToTheLastDigits(double realNumber, double share) {
        Random random = new Random(11);
        DMatrixRMaj pixels = new DMatrixRMaj(400, 30);
        int[] labels = random.ints(400, 0, 3).toArray();
        for (int i = 0; i < 400; i++) {
            for (int j = 0; j < 30; j++) {
                boolean lit = random.nextInt(400) < 2 + j * (1 + labels[i]);
                pixels.set(i, j, lit ? 255 - random.nextInt(9) : 0);
            }
        }
        pixels.add(5, 29, realNumber);
        Design design = new DenseDesign(pixels, Standardization.of(pixels));
        MultinomialProblem any = new MultinomialProblem(design, labels, 3, 1);

        Solution solution = solve(any.withLambda(share * any.lambdaMax()), 1e-11);

        assertThat(solution.status()).isEqualTo(Status.CERTIFIED);
        assertThat(solution.passes()).isLessThan(200);
    }
}
