package io.github.l1bench.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.l1bench.SmallProblem;
import io.github.l1bench.problem.Certificate;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.Design;
import io.github.l1bench.problem.DesignProducts;
import io.github.l1bench.problem.MultinomialProblem;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The work of solvers that report none of it. */
@Tag("truth")
class MeterTest {
    static Stream<MultinomialProblem> problems() {
        return Stream.of(SmallProblem.dense(0.01), SmallProblem.standardizedSparse(0.01));
    }

    private static double passes(MultinomialProblem problem, BiConsumer<MultinomialProblem, Progress> work) {
        Solver solver = new ScriptedSolver((metered, progress) -> {
            work.accept(metered, progress);
            return metered.nullModel();
        });
        return SolverRun.solve(solver, problem, Request.until(Stopping.atRelativeGap(1e-6)))
                .passes();
    }

    private static void multiply(Design design, int classes, int scores, int gradients) {
        DesignProducts products = design.products(classes);
        double[][] weights = new double[classes][design.columns()];
        double[][] ofSamples = new double[classes][design.rows()];
        for (int q = 0; q < scores; q++) {
            products.scores(weights, new double[classes], ofSamples);
        }
        for (int q = 0; q < gradients; q++) {
            products.gradient(ofSamples, weights);
        }
    }

    @ParameterizedTest
    @MethodSource("problems")
    void everyProductWithTheDesignIsHalfAPass(MultinomialProblem problem) {
        int all = problem.classes();
        assertThat(passes(problem, (metered, progress) -> multiply(metered.design(), all, 3, 0)))
                .isEqualTo(1.5);
        assertThat(passes(problem, (metered, progress) -> multiply(metered.design(), all, 2, 5)))
                .isEqualTo(3.5);
        assertThat(passes(problem, (metered, progress) -> multiply(metered.design(), 1, 0, 2)))
                .as("of one class in four")
                .isEqualTo(0.25);
        assertThat(passes(problem, (metered, progress) -> metered.objective(metered.nullModel())))
                .isEqualTo(0.5);
    }

    @ParameterizedTest
    @MethodSource("problems")
    void aProductWithSomeOfTheSamplesIsTheirShareOfIt(MultinomialProblem problem) {
        int[] third = IntStream.range(0, problem.samples() / 3).toArray();
        int[] everyOther = IntStream.range(0, third.length / 2).toArray();

        assertThat(passes(problem, (metered, progress) -> {
                    Design part = metered.design().select(third);
                    multiply(part, problem.classes(), 0, 6);
                    multiply(part.select(everyOther), problem.classes(), 12, 0);
                }))
                .isCloseTo(2, within(1e-12));
    }

    @Test
    void anotherPenaltyIsMeteredTooAndSoAreCertificates() {
        assertThat(passes(SmallProblem.dense(0.01), (metered, progress) -> {
                    MultinomialProblem other = metered.withLambda(0.02);
                    Certificate.of(other, other.nullModel());
                }))
                .isEqualTo(1.5);
        assertThat(passes(SmallProblem.dense(0.01), (metered, progress) -> {
                    progress.look(metered.nullModel(), 1e-6);
                    progress.certified(metered::nullModel);
                }))
                .isEqualTo(2);
    }

    @Test
    void lambdaMaxWhichIsKeptIsNoWork() {
        assertThat(passes(SmallProblem.dense(0.01), (metered, progress) -> metered.lambdaMax()))
                .isZero();
    }

    @Test
    void whatASolverDoesByItselfIsAddedAndCannotBeTakenBack() {
        assertThat(passes(SmallProblem.dense(0.01), (metered, progress) -> {
                    progress.spend(0.25);
                    multiply(metered.design(), metered.classes(), 1, 1);
                    progress.spend(0);
                }))
                .isEqualTo(1.25);
        for (double wrong : new double[] {-0.5, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> passes(SmallProblem.dense(0.01), (metered, progress) -> progress.spend(wrong)))
                    .withMessageContaining(wrong + " passes")
                    .withMessageContaining("0 or more");
        }
    }

    @Test
    void threadsOfTheSolversOwnAreCountedTogether() {
        assertThat(passes(SmallProblem.dense(0.01), (metered, progress) -> {
                    List<CompletableFuture<Void>> threads = IntStream.range(0, 4)
                            .mapToObj(t -> CompletableFuture.runAsync(
                                    () -> multiply(metered.design(), metered.classes(), 500, 500)))
                            .toList();
                    threads.forEach(CompletableFuture::join);
                }))
                .isEqualTo(2000);
    }

    /** A path's products serve all of its penalties. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void theProductsThatAPathKeepsAreCountedForThePenaltyAtHand(int times) {
        DesignProducts[] kept = new DesignProducts[1];
        Solver solver = new ScriptedSolver((metered, progress) -> {
            kept[0] = kept[0] == null ? metered.design().products(metered.classes()) : kept[0];
            double[][] gradient = new double[metered.classes()][metered.features()];
            for (int t = 0; t < times; t++) {
                kept[0].gradient(new double[metered.classes()][metered.samples()], gradient);
            }
            return metered.nullModel();
        });
        List<SolutionPath.Point> path = SolutionPath.solve(
                solver, SmallProblem.dense(0.01), new double[] {0.3, 0.2, 0.1}, Request.until(Stopping.afterPasses(9)));

        assertThat(path).extracting(point -> point.solution().passes()).containsOnly(0.5 * times);
    }

    @Test
    void aRunThatReportsNothingStillEndsAtItsLimit() {
        Solver silent = new ScriptedSolver((metered, progress) -> {
            Coefficients there = metered.nullModel();
            do {
                multiply(metered.design(), metered.classes(), 2, 1);
            } while (progress.goOn(() -> there));
            return there;
        });
        Solution solution = SolverRun.solve(silent, SmallProblem.dense(0.01), Request.until(Stopping.afterPasses(6)));

        assertThat(solution.status()).isEqualTo(Status.PASS_LIMIT);
        assertThat(solution.iterations()).isEqualTo(4);
        assertThat(solution.passes()).isEqualTo(6);
    }
}
