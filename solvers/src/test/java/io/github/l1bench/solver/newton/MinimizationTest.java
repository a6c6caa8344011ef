package io.github.l1bench.solver.newton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.l1bench.SmallProblem;
import io.github.l1bench.problem.Certifier;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.DenseDesign;
import io.github.l1bench.problem.Gap;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Option;
import io.github.l1bench.solver.Progress;
import io.github.l1bench.solver.Request;
import io.github.l1bench.solver.ScriptedSolver;
import io.github.l1bench.solver.Solution;
import io.github.l1bench.solver.SolutionPath;
import io.github.l1bench.solver.SolverRun;
import io.github.l1bench.solver.Status;
import io.github.l1bench.solver.Stopping;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What directs the steps: how long they go on, what they cost, and where a run begins and ends. */
class MinimizationTest {
    private static final MultinomialProblem PROBLEM = SmallProblem.standardizedSparse(0.01);
    private static final Stopping TO_TARGET = Stopping.atRelativeGap(1e-6).withinPasses(500);

    // Deterministic, so that a change is a change of the algorithm; see WorkTest.
    private static final Percentage KNOWN = Percentage.withPercentage(2);

    // Rows enough for a start on a sample.
    private static MultinomialProblem tall(double lambda) {
        return tall(2400, 30, lambda);
    }

    private static MultinomialProblem tall(int n, int p, double lambda) {
        Random random = new Random(5);
        DMatrixRMaj x = new DMatrixRMaj(n, p);
        int[] labels = new int[n];
        for (int i = 0; i < n; i++) {
            double common = random.nextGaussian();
            for (int j = 0; j < p; j++) {
                x.set(i, j, random.nextGaussian() + 0.5 * common);
            }
            double score = x.get(i, 0) - 0.5 * x.get(i, 1) + 0.3 * x.get(i, 2) + random.nextGaussian();
            labels[i] = score < -0.7 ? 0 : score < 0.7 ? 1 : 2;
        }
        return new MultinomialProblem(new DenseDesign(x), labels, 3, lambda);
    }

    private static Minimization fromNull(MultinomialProblem metered, Progress progress) {
        return new Minimization(metered, metered.nullModel(), 1, progress, OnlySweeps.RULES);
    }

    /** Sweeps over rounding lead some of these to 2e-9 and back. */
    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.04, 0.03, 0.025, 0.02, 0.015, 0.0125, 0.01})
    void aRunThatStallsEndsAtTheSmallestGapItCertified(double lambda) {
        MultinomialProblem problem = SmallProblem.standardizedSparse(lambda);

        Solution stalled =
                ScriptedSolver.run(problem, Request.until(Stopping.afterPasses(1e9)), (metered, progress) -> {
                    Minimization minimization = fromNull(metered, progress);
                    minimization.toTarget(1e-14, false);
                    return minimization.coefficients();
                });

        Gap gap = new Certifier(problem).gap(stalled.coefficients(), 1e-14);
        assertThat(gap.relative() - gap.rounding()).isLessThan(1e-14);
    }

    @Test
    void afterARunThatStalledAnotherPenaltyHasItsOwnCoefficients() {
        MultinomialProblem problem = SmallProblem.standardizedSparse(0.02);
        double smaller = 0.012;

        Solution then = ScriptedSolver.run(problem, Request.until(Stopping.afterPasses(1e9)), (metered, progress) -> {
            Minimization minimization = fromNull(metered, progress);
            minimization.toTarget(1e-14, false);
            minimization.changeLambda(smaller);
            minimization.roughly(1e-3, 10);
            return minimization.coefficients();
        });

        assertThat(new Certifier(problem.withLambda(smaller))
                        .gap(then.coefficients(), 1e-6)
                        .relative())
                .isLessThan(0.02);
    }

    @Test
    void aLookCostsAPassOfItsRowsAndIsNotRepeated() {
        for (int every : new int[] {1, 4}) {
            int[] rows = IntStream.range(0, PROBLEM.samples())
                    .filter(i -> i % every == 0)
                    .toArray();
            ScriptedSolver.run(PROBLEM, Request.until(TO_TARGET), (metered, progress) -> {
                double share = 1.0 / every;
                Minimization minimization =
                        new Minimization(of(rows, metered), PROBLEM.nullModel(), share, progress, OnlySweeps.RULES);
                assertThat(minimization.largestGradient())
                        .isGreaterThan(0.5 * of(rows, PROBLEM).lambdaMax());
                assertThat(progress.passes()).isEqualTo(share);
                minimization.largestGradient();
                assertThat(progress.passes()).isEqualTo(share);
                return minimization.coefficients();
            });
        }
    }

    private static MultinomialProblem of(int[] rows, MultinomialProblem problem) {
        int[] labels = IntStream.of(rows).map(i -> problem.labels()[i]).toArray();
        return new MultinomialProblem(problem.design().select(rows), labels, problem.classes(), problem.lambda());
    }

    @Test
    void theLargestGradientOfTheNullModelIsLambdaMax() {
        ScriptedSolver.run(PROBLEM, Request.until(TO_TARGET), (metered, progress) -> {
            Minimization minimization = fromNull(metered, progress);
            assertThat(minimization.largestGradient()).isCloseTo(PROBLEM.lambdaMax(), within(1e-12));
            return minimization.coefficients();
        });
    }

    @Test
    void aCertifiedStartCostsAPassAndIsReturned() {
        Coefficients optimum = SolverRun.solve(new ProxNewton(), PROBLEM, Request.until(TO_TARGET))
                .coefficients();
        Solution solution = ScriptedSolver.run(PROBLEM, Request.until(TO_TARGET), (metered, progress) -> {
            Minimization minimization = new Minimization(metered, optimum, 1, progress, OnlySweeps.RULES);
            minimization.toTarget(1e-6, true);
            return minimization.coefficients();
        });
        assertThat(solution.status()).isEqualTo(Status.CERTIFIED);
        assertThat(solution.passes()).isEqualTo(1);
        assertThat(solution.iterations()).isZero();
    }

    @Test
    void aRoughRunEndsAtItsTargetOrAfterItsLooks() {
        ScriptedSolver.run(PROBLEM, Request.until(TO_TARGET), (metered, progress) -> {
            Minimization minimization = fromNull(metered, progress);
            assertThat(minimization.roughly(1e-3, 0)).isTrue();
            assertThat(progress.passes()).isZero();
            assertThat(minimization.roughly(1e9, 9)).as("near enough already").isTrue();
            assertThat(progress.passes()).isEqualTo(1);
            double before = PROBLEM.objective(minimization.coefficients());

            assertThat(minimization.roughly(1e-3, 1)).isTrue();

            double first = progress.passes();
            assertThat(first).isCloseTo(1.669, KNOWN);
            assertThat(PROBLEM.objective(minimization.coefficients())).isLessThan(before);
            assertThat(minimization.roughly(0.3, 50)).isTrue();
            double largest = minimization.largestGradient();
            assertThat(largest).isLessThanOrEqualTo(1.3 * PROBLEM.lambda());
            assertThat(progress.passes()).isBetween(first + 1, 100.0);
            return minimization.coefficients();
        });
    }

    @Test
    void aRoughRunSaysThatTheBudgetIsSpent() {
        Solution solution = ScriptedSolver.run(
                PROBLEM, Request.until(Stopping.atRelativeGap(1e-6).withinPasses(1.01)), (metered, progress) -> {
                    Minimization minimization = fromNull(metered, progress);
                    assertThat(minimization.roughly(1e-3, 3)).isFalse();
                    assertThat(progress.passes())
                            .as("no more than one class steps")
                            .isCloseTo(1.103, KNOWN);
                    return minimization.coefficients();
                });
        assertThat(solution.status()).isEqualTo(Status.PASS_LIMIT);
        assertThat(solution.iterations()).isEqualTo(1);
    }

    @Test
    void aBudgetThatALookSpendsToTheLastIsKept() {
        Solution solution = ScriptedSolver.run(PROBLEM, Request.until(Stopping.afterPasses(1)), (metered, progress) -> {
            Minimization minimization = fromNull(metered, progress);
            assertThat(minimization.roughly(1e-3, 3)).isFalse();
            return minimization.coefficients();
        });
        assertThat(solution.passes()).isEqualTo(1);
    }

    @Test
    void whereTheRunIsOverNothingIsDone() {
        Solution solution = ScriptedSolver.run(PROBLEM, Request.until(TO_TARGET), (metered, progress) -> {
            progress.spend(501);
            assertThat(progress.withinLimits(PROBLEM::nullModel)).isFalse();
            Minimization minimization = fromNull(metered, progress);
            minimization.toTarget(1e-6, true);
            return minimization.coefficients();
        });
        assertThat(solution.passes()).isEqualTo(501);
    }

    /** Penalties a little and much smaller: models are kept or made anew. */
    @Test
    void aPathTakesTheKnownWork() {
        double[] lambdas = {0.1, 0.09, 0.05, 0.03, 0.025, 0.01, 0.009, 0.004};
        double[] known = {3.106, 1.425, 2.456, 3.425, 3.047, 15.34, 10.34, 29.91};
        List<SolutionPath.Point> path =
                SolutionPath.solve(new ProxNewton(), PROBLEM, lambdas, Request.until(TO_TARGET));
        for (int q = 0; q < known.length; q++) {
            Solution solution = path.get(q).solution();
            assertThat(solution.status()).isEqualTo(Status.CERTIFIED);
            assertThat(new Certifier(PROBLEM.withLambda(lambdas[q]))
                            .gap(solution.coefficients(), 1e-6)
                            .relative())
                    .isLessThanOrEqualTo(1.0001e-6);
            assertThat(solution.passes()).isCloseTo(known[q], KNOWN);
            assertThat(solution.iterations()).as("its own").isPositive();
        }
    }

    @Test
    void aSecondSampleOfManyRowsComesNearer() {
        MultinomialProblem any = tall(16_000, 30, 1);
        MultinomialProblem problem = any.withLambda(0.05 * any.lambdaMax());
        double least = problem.objective(SolverRun.solve(new ProxNewton(), problem, Request.until(TO_TARGET))
                .coefficients());

        double near = afterSamples(problem, OnlySweeps.RULES) - least;

        assertThat(near).isPositive();
        assertThat(near)
                .isLessThan(0.8 * (afterSamples(problem, OnlySweeps.RULES.without(Rule.SECOND_SAMPLE)) - least));
    }

    private static double afterSamples(MultinomialProblem problem, Rules rules) {
        return problem.objective(ScriptedSolver.run(
                        problem,
                        Request.until(TO_TARGET),
                        (metered, progress) ->
                                ColdStart.of(metered, progress, rules).coefficients())
                .coefficients());
    }

    @Test
    void aTallProblemTakesTheKnownWork() {
        double[] shares = {0.3, 0.02, 0.003, 0.0005};
        double[] known = {3.710, 29.65, 41.97, 44.03};
        double largest = tall(1).lambdaMax();
        for (int q = 0; q < shares.length; q++) {
            Solution solution = SolverRun.solve(new ProxNewton(), tall(shares[q] * largest), Request.until(TO_TARGET));
            assertThat(solution.status()).isEqualTo(Status.CERTIFIED);
            assertThat(solution.passes()).isCloseTo(known[q], KNOWN);
        }
    }

    @Test
    void aColdStartComesNearAndKeepsItsBudget() {
        MultinomialProblem problem = tall(1);
        MultinomialProblem hard = problem.withLambda(0.002 * problem.lambdaMax());
        double nothing = hard.objective(hard.nullModel());
        double least = hard.objective(SolverRun.solve(new ProxNewton(), hard, Request.until(TO_TARGET))
                .coefficients());
        ScriptedSolver.run(hard, Request.until(TO_TARGET), (metered, progress) -> {
            Coefficients start =
                    ColdStart.of(metered, progress, OnlySweeps.RULES).coefficients();
            assertThat(progress.passes()).isCloseTo(44.59, KNOWN);
            assertThat((hard.objective(start) - least) / (nothing - least)).isBetween(0.0, 1e-3);
            return start;
        });
        Solution solution = ScriptedSolver.run(
                hard, Request.until(Stopping.atRelativeGap(1e-6).withinPasses(0.45)), (metered, progress) -> {
                    Minimization minimization = ColdStart.of(metered, progress, OnlySweeps.RULES);
                    double before = progress.passes();
                    assertThat(before)
                            .as("no more than one class steps, on the sample")
                            .isCloseTo(0.5139, KNOWN);
                    minimization.toTarget(1e-6, false);
                    assertThat(progress.passes()).as("it has ended").isEqualTo(before);
                    return minimization.coefficients();
                });
        assertThat(solution.status()).isEqualTo(Status.PASS_LIMIT);
    }

    @Test
    void withoutATargetTheGapIsThatOfRounding() {
        assertThat(Minimization.target(Stopping.afterPasses(3))).isBetween(1e-16, 1e-12);
        assertThat(Minimization.target(Stopping.atRelativeGap(0.02))).isEqualTo(0.02);
        assertThat(new ProxNewton().options()).containsExactly(Option.THREADS);
    }

    /** A twentieth of the rows suffices to come near; then a few steps on all are left. */
    @Test
    void jointStepsOnManyRowsBeginOnASample() {
        MultinomialProblem many = tall(24_000, 4, 1);
        MultinomialProblem problem = many.withLambda(0.001 * many.lambdaMax());
        Request request = Request.until(TO_TARGET);

        Solution sampled = SolverRun.solve(new ProxNewton(), problem, request);
        Solution whole = SolverRun.solve(new Minimizer(Rules.ALL.without(Rule.SAMPLE_START)), problem, request);

        assertThat(sampled.status()).isEqualTo(Status.CERTIFIED);
        assertThat(whole.status()).isEqualTo(Status.CERTIFIED);
        assertThat(sampled.passes()).isLessThan(0.85 * whole.passes());
        assertThat(sampled.iterations()).isLessThan(20);
    }
}
