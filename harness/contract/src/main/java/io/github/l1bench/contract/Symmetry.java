package io.github.l1bench.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Option;
import io.github.l1bench.solver.Options;
import io.github.l1bench.solver.Request;
import io.github.l1bench.solver.Solution;
import io.github.l1bench.solver.Status;
import io.github.l1bench.solver.Stopping;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** Claims that a problem in another guise has the same answer, and that the same request has the same. */
final class Symmetry {
    private static final double TIGHT = 1e-9;
    private static final double SHORT = 12;
    private static final double SAME = 1e-12;
    private static final double WEIGHT_TOLERANCE = 2e-3;
    // A tenth and a few more passes are as many.
    private static final double PASSES_TO = 1.1;
    private static final double FEW = 5;

    private Symmetry() {}

    static void denseAndSparseAgree(Subject subject, Fixture fixture) {
        agree(
                subject,
                fixture,
                fixture.sparse(),
                same(fixture.dense().features()),
                same(fixture.dense().classes()));
    }

    static void rowsMayBePermuted(Subject subject, Fixture fixture) {
        MultinomialProblem problem = fixture.sample()
                .withRows(shuffled(fixture.sample().samples()))
                .dense(fixture.dense().lambda());
        agree(subject, fixture, problem, same(problem.features()), same(problem.classes()));
    }

    static void columnsMayBePermuted(Subject subject, Fixture fixture) {
        int[] order = shuffled(fixture.sample().features());
        MultinomialProblem problem =
                fixture.sample().withColumns(order).dense(fixture.dense().lambda());
        agree(subject, fixture, problem, order, same(problem.classes()));
    }

    static void classesMayBePermuted(Subject subject, Fixture fixture) {
        int[] order = shuffled(fixture.sample().classes());
        MultinomialProblem problem =
                fixture.sample().withClasses(order).dense(fixture.dense().lambda());
        agree(subject, fixture, problem, same(problem.features()), order);
    }

    /** For features that are centred, and of ordinary size; the means become up to millions of standard deviations. */
    static void constantsMayBeAddedToFeatures(Subject subject, Fixture fixture) {
        if (!fixture.sample().standardized() || fixture.difficulty() != Fixture.Difficulty.NONE) {
            return;
        }
        double lambda = fixture.dense().lambda();
        MultinomialProblem near = fixture.sample().shifted(0).dense(lambda);
        Request request = Request.until(Subject.rules(fixture));
        Solution expected = subject.solve(near, request);
        for (double added : new double[] {100, 1e6}) {
            Sample far = fixture.sample().shifted(added);
            for (MultinomialProblem problem : List.of(far.dense(lambda), far.sparse(lambda))) {
                checkSamePath(near, expected, problem, subject.solve(problem, request));
            }
        }
    }

    // The designs differ in the rounding of their standardisation, so that passes may differ a little. Fewer are no
    // fault: a feature that has lost its zeros may be stored better for a solver.
    private static void checkSamePath(
            MultinomialProblem near, Solution expected, MultinomialProblem far, Solution solution) {
        assertThat(solution.status()).as("status").isEqualTo(expected.status());
        assertThat(solution.passes()).as("passes").isLessThanOrEqualTo(PASSES_TO * expected.passes() + FEW);
        double objective = near.objective(expected.coefficients());
        assertThat(far.objective(solution.coefficients()))
                .as("objective")
                .isCloseTo(objective, within(Fixture.TARGET * objective));
        assertThat(near.objective(solution.coefficients()))
                .as("objective without the constant")
                .isCloseTo(objective, within(Fixture.TARGET * objective));
    }

    private static void agree(
            Subject subject, Fixture fixture, MultinomialProblem problem, int[] columns, int[] classes) {
        Request request = Request.until(Subject.rules(fixture));
        subject.solveAndCheck(fixture, problem, request);
        if (!fixture.isRegular()) {
            return;
        }
        Request tight = Request.until(Stopping.atRelativeGap(TIGHT).withinPasses(fixture.passes()));
        Solution straight = subject.solve(fixture.dense(), tight);
        Solution turned = subject.solve(problem, tight);
        if (straight.status() == Status.CERTIFIED && turned.status() == Status.CERTIFIED) {
            checkWeights(straight.coefficients(), turned.coefficients(), columns, classes);
        }
    }

    private static void checkWeights(Coefficients straight, Coefficients turned, int[] columns, int[] classes) {
        for (int k = 0; k < classes.length; k++) {
            assertThat(turned.intercept()[k])
                    .as("intercept of class %d", k)
                    .isCloseTo(straight.intercept()[classes[k]], within(WEIGHT_TOLERANCE));
            for (int j = 0; j < columns.length; j++) {
                assertThat(turned.weights()[k][j])
                        .as("weight of feature %d, class %d", j, k)
                        .isCloseTo(straight.weights()[classes[k]][columns[j]], within(WEIGHT_TOLERANCE));
            }
        }
    }

    private static int[] same(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        return order;
    }

    private static int[] shuffled(int n) {
        int[] order = same(n);
        Random random = new Random(n);
        for (int i = n - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int held = order[i];
            order[i] = order[j];
            order[j] = held;
        }
        return order;
    }

    static void sameRequestGivesSameBits(Subject subject, Fixture fixture) {
        Solution first = shortRun(subject, fixture, Options.defaults());
        Solution second = shortRun(subject, fixture, Options.defaults());
        checkSameBits(first, second);
    }

    private static Solution shortRun(Subject subject, Fixture fixture, Options options) {
        Stopping stopping = Subject.rules(fixture).withinPasses(SHORT);
        return subject.solve(fixture.dense(), Request.until(stopping).with(options));
    }

    private static void checkSameBits(Solution first, Solution second) {
        assertThat(second.coefficients().weights())
                .as("weights")
                .isDeepEqualTo(first.coefficients().weights());
        assertThat(second.coefficients().intercept())
                .as("intercept")
                .isEqualTo(first.coefficients().intercept());
        assertThat(second.status()).isEqualTo(first.status());
        assertThat(second.passes()).isEqualTo(first.passes());
        assertThat(second.iterations()).isEqualTo(first.iterations());
    }

    static void otherSeedGivesSameOptimum(Subject subject, Fixture fixture) {
        if (!subject.isSeeded()) {
            return;
        }
        Options one = Options.of(subject.solver(), Map.of("seed", "1"));
        Options two = Options.of(subject.solver(), Map.of("seed", "2"));
        assertThat(shortRun(subject, fixture, one).coefficients().intercept())
                .as("intercept after a few passes with another seed")
                .isNotEqualTo(shortRun(subject, fixture, two).coefficients().intercept());
        Request request = Request.until(Subject.rules(fixture)).with(two);
        subject.solveAndCheck(fixture, fixture.dense(), request);
    }

    static void threadsThatShareWorkChangeNothing(Subject subject, Fixture fixture) {
        if (!subject.solver().options().contains(Option.THREADS)) {
            return;
        }
        Stopping stopping = Subject.rules(fixture).withinPasses(SHORT);
        for (MultinomialProblem problem : List.of(fixture.dense(), fixture.sparse())) {
            Request request = Request.until(stopping);
            Solution alone = subject.solve(problem, request);
            for (String threads : List.of("2", "3")) {
                Options options = Options.of(subject.solver(), Map.of(Option.THREADS.name(), threads));
                checkClose(
                        alone.coefficients(),
                        subject.solve(problem, request.with(options)).coefficients());
            }
        }
    }

    private static void checkClose(Coefficients expected, Coefficients coefficients) {
        for (int k = 0; k < expected.classes(); k++) {
            assertThat(coefficients.weights()[k])
                    .as("weights of class %d", k)
                    .containsExactly(expected.weights()[k], within(SAME));
        }
        assertThat(coefficients.intercept()).as("intercept").containsExactly(expected.intercept(), within(SAME));
    }

    static void threadsDoNotDisturbEachOther(Subject subject, Fixture fixture) {
        Solution alone = shortRun(subject, fixture, Options.defaults());
        CompletableFuture<Solution> beside =
                CompletableFuture.supplyAsync(() -> shortRun(subject, fixture, Options.defaults()));
        Solution here = shortRun(subject, fixture, Options.defaults());
        checkSameBits(alone, here);
        checkSameBits(alone, beside.join());
    }
}
