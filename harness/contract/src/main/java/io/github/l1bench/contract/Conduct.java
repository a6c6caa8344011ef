package io.github.l1bench.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.problem.Certificate;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Monitor;
import io.github.l1bench.solver.Option;
import io.github.l1bench.solver.Options;
import io.github.l1bench.solver.Request;
import io.github.l1bench.solver.Solution;
import io.github.l1bench.solver.Solver;
import io.github.l1bench.solver.SolverRun;
import io.github.l1bench.solver.Status;
import io.github.l1bench.solver.Stopping;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Claims about how a solver behaves towards its caller. */
final class Conduct {
    private static final double OUT_OF_REACH = 1e-15;
    private static final double ROUNDING = 1e-13;
    // What an iteration may cost, for one that tries many step lengths.
    private static final double LONGEST_ITERATION = 60;

    private Conduct() {}

    static void introducesItself(Subject subject, Fixture fixture) {
        Solver solver = subject.solver();
        assertThat(solver.name()).as("name").matches("[a-z0-9]+(-[a-z0-9]+)*");
        assertThat(solver.description()).as("description").isNotBlank().doesNotContain("\n");
        assertThat(solver.reference()).as("reference").isNotBlank().doesNotContain("\n");
        List<String> names = solver.options().stream().map(Option::name).toList();
        assertThat(names).as("options").doesNotHaveDuplicates().allMatch(n -> n.matches("[a-z0-9]+(-[a-z0-9]+)*"));
    }

    static void inputsAreNotModified(Subject subject, Fixture fixture) {
        for (MultinomialProblem problem : List.of(fixture.dense(), fixture.sparse())) {
            Coefficients start = problem.nullModel();
            InputBits before = InputBits.of(problem, start);
            subject.solve(
                    problem,
                    Request.until(Subject.rules(fixture).withinPasses(8)).from(start));
            InputBits after = InputBits.of(problem, start);
            assertThat(after.rows()).as("rows of the design").isEqualTo(before.rows());
            assertThat(after.columns()).as("columns of the design").isEqualTo(before.columns());
            assertThat(after.labels()).as("labels").isEqualTo(before.labels());
            assertThat(after.start()).as("the start").isEqualTo(before.start());
        }
    }

    static void passesAreKept(Subject subject, Fixture fixture) {
        double limit = 7;
        Stopping stopping = Stopping.atRelativeGap(OUT_OF_REACH).withinPasses(limit);
        Guard guard = Guard.of(stopping);
        Solution solution = SolverRun.solve(
                subject.solver(), fixture.dense(), Request.until(stopping).watchedBy(guard));
        checkEnd(fixture, solution, stopping, Status.PASS_LIMIT);
        if (fixture.difficulty() != Fixture.Difficulty.ABSURD) {
            assertThat(solution.passes()).as("passes").isLessThanOrEqualTo(limit + LONGEST_ITERATION);
        }
    }

    static void secondsAreKept(Subject subject, Fixture fixture) {
        AtomicLong readings = new AtomicLong();
        Stopping stopping = Stopping.afterPasses(fixture.passes()).withinSeconds(0.02);
        Guard guard = Guard.of(stopping);
        Request request = new Request(
                stopping, Options.defaults(), Optional.empty(), guard, () -> 1_000_000 * readings.incrementAndGet());
        Solution solution = SolverRun.solve(subject.solver(), fixture.dense(), request);
        checkEnd(fixture, solution, stopping, Status.TIME_LIMIT);
    }

    // By the rule, unless it was at the optimum before.
    private static void checkEnd(Fixture fixture, Solution solution, Stopping stopping, Status expected) {
        Certificate certificate = Subject.checkHonest(fixture.dense(), solution, stopping);
        if (certificate.relativeGap() > 1e-9 && !gaveUp(fixture, solution)) {
            assertThat(solution.status()).as("status").isEqualTo(expected);
        }
    }

    private static boolean gaveUp(Fixture fixture, Solution solution) {
        return fixture.difficulty() == Fixture.Difficulty.ABSURD && solution.status() == Status.STALLED;
    }

    static void monitorIsObeyed(Subject subject, Fixture fixture) {
        Stopping stopping = Stopping.atRelativeGap(OUT_OF_REACH).withinPasses(fixture.passes());
        for (int iterations = 0; iterations < 3; iterations++) {
            Guard guard = Guard.endingAfter(iterations, stopping);
            Solution solution = SolverRun.solve(
                    subject.solver(), fixture.dense(), Request.until(stopping).watchedBy(guard));
            assertThat(solution.iterations()).as("iterations").isLessThanOrEqualTo(iterations);
            if (solution.iterations() == iterations) {
                assertThat(solution.status()).as("status").isEqualTo(Status.MONITOR);
            } else {
                checkEnd(fixture, solution, stopping, Status.STALLED);
            }
        }
    }

    static void traceIsMonotone(Subject subject, Fixture fixture) {
        // By time too, for one whose passes do not grow.
        Stopping stopping = Subject.rules(fixture)
                .withinPasses(Math.min(60, fixture.passes()))
                .withinSeconds(1);
        Guard guard = Guard.of(stopping);
        Solution solution = SolverRun.solve(
                subject.solver(), fixture.dense(), Request.until(stopping).watchedBy(guard));
        List<Monitor.Moment> trace = guard.trace();
        assertThat(trace.get(0).iterations()).as("iterations at the start").isZero();
        for (int t = 1; t < trace.size(); t++) {
            Monitor.Moment before = trace.get(t - 1);
            Monitor.Moment now = trace.get(t);
            assertThat(now.iterations()).as("iterations").isEqualTo(before.iterations() + 1);
            assertThat(now.passes()).as("passes at iteration %d", t).isGreaterThan(before.passes());
            assertThat(now.seconds()).as("seconds at iteration %d", t).isGreaterThanOrEqualTo(before.seconds());
        }
        Monitor.Moment last = trace.get(trace.size() - 1);
        assertThat(solution.iterations()).as("iterations").isEqualTo(last.iterations());
        assertThat(solution.passes()).as("passes").isGreaterThanOrEqualTo(last.passes());
        assertThat(solution.seconds()).as("seconds").isGreaterThanOrEqualTo(last.seconds());
    }

    static void returnsNothingWorseThanItShowed(Subject subject, Fixture fixture) {
        for (double passes : new double[] {3, 30}) {
            Stopping stopping = Subject.rules(fixture).withinPasses(passes);
            Guard guard = Guard.of(stopping);
            Solution solution = SolverRun.solve(
                    subject.solver(), fixture.dense(), Request.until(stopping).watchedBy(guard));
            assertThat(fixture.dense().objective(solution.coefficients()))
                    .as("objective of what was returned, against that of the last moment")
                    .isLessThanOrEqualTo(fixture.dense().objective(guard.last()) * (1 + ROUNDING));
        }
    }

    static void isHonestAfterOnePass(Subject subject, Fixture fixture) {
        Stopping stopping = Stopping.atRelativeGap(OUT_OF_REACH).withinPasses(1);
        Solution solution = subject.solve(fixture.dense(), Request.until(stopping));
        checkEnd(fixture, solution, stopping, Status.PASS_LIMIT);
        if (!gaveUp(fixture, solution)) {
            assertThat(solution.passes()).as("passes").isPositive();
        }
    }
}
