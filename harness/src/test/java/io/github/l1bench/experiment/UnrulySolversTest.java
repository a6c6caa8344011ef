package io.github.l1bench.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.Machine;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.solver.Options;
import io.github.l1bench.solver.Progress;
import io.github.l1bench.solver.Solver;
import io.github.l1bench.solver.Variant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Solvers that break their contract: each takes down its own cell only. */
@Timeout(60)
class UnrulySolversTest {
    private static final double SECONDS = 0.05;
    private static final double PATIENCE = 0.2;

    @Test
    void oneThatNeverReturnsIsLeftBehindAndTheCellsAfterItSayThatItStillRuns() {
        AtomicBoolean released = new AtomicBoolean();
        Solver endless = ExperimentTest.solver("endless", (problem, progress) -> {
            while (!released.get()) {
                Thread.onSpinWait();
            }
            return problem.nullModel();
        });
        try {
            RunResult run = run(0, PATIENCE, endless, wellBehaved());
            assertThat(run.cells().get(0).failure())
                    .isEqualTo("did not return within 0.2 s after its time of 0.05 s was up");
            assertThat(run.cells().get(0).made().disturbance()).isNull();
            assertThat(run.cells().get(1).failed()).isFalse();
            assertThat(run.cells().get(1).made().disturbance())
                    .isEqualTo("endless, which had not returned, still ran and kept a core busy");
        } finally {
            released.set(true);
        }
    }

    @Test
    void oneThatNeverReturnsFromItsWarmUpIsLeftBehindToo() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        Solver sleeping = ExperimentTest.solver("sleeping", (problem, progress) -> {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                ended.countDown();
            }
            return problem.nullModel();
        });
        RunResult run = run(0.02, PATIENCE, sleeping, wellBehaved());
        assertThat(run.cells().get(0).failure())
                .isEqualTo("did not return within 0.2 s after its time of 0.02 s was up");
        ended.await();
        assertThat(run.cells().get(1).made().disturbance())
                .as("it was interrupted, and that ended it")
                .isNull();
    }

    @Tag("long")
    @Test
    void oneThatIgnoresItsOrderToStopIsEndedAtItsNextIteration() {
        Solver deaf = ExperimentTest.solver("deaf", (problem, progress) -> {
            while (true) {
                progress.goOn(problem::nullModel);
            }
        });
        RunResult run = run(0, PATIENCE, deaf, wellBehaved());
        assertThat(run.cells().get(0).failure()).contains("did not return");
        assertThat(run.cells().get(1).made().disturbance()).isNull();
    }

    @Test
    void timeSpentWatchingASolverIsNotItsOwn() throws Throwable {
        String done = new Watchdog(0.2).run("watched", 0.01, moment -> sleep(600), monitor -> {
            monitor.goOn(null);
            return "returned";
        });
        assertThat(done).isEqualTo("returned");
    }

    private static boolean sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return true;
    }

    @Tag("long")
    @Test
    void oneThatRecursesWithoutEndFails() {
        assertThat(failure(ExperimentTest.solver("deep", (problem, progress) -> deeper(problem))))
                .contains("StackOverflowError");
    }

    private static Coefficients deeper(MultinomialProblem problem) {
        return deeper(problem).copy();
    }

    /** In a process of its own, because its heap is small. */
    @Tag("long")
    @Test
    void oneThatFillsTheHeapBitByBitFails() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HoardingInAnotherProcess.class.getName())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        assertThat(printed.lines())
                .containsExactly(
                        "hoarding: it needs more memory than the Java heap has; raise it with -Xmx",
                        "well-behaved: null");
    }

    @Test
    void oneThatAsksForMoreThanTheHeapFails() {
        assertThat(failure(ExperimentTest.solver("greedy", (problem, progress) -> {
                    long[][] memory = new long[1 << 30][];
                    memory[0] = new long[Integer.MAX_VALUE];
                    return problem.nullModel();
                })))
                .isEqualTo("it needs more memory than the Java heap has; raise it with -Xmx");
    }

    @Test
    void oneThatFailsAnAssertionFails() {
        assertThat(failure(ExperimentTest.solver("unsure", (problem, progress) -> {
                    throw new AssertionError("cannot be");
                })))
                .isEqualTo("AssertionError: cannot be");
    }

    @Test
    void oneThatReturnsNothingFails() {
        assertThat(failure(ExperimentTest.solver("empty", (problem, progress) -> null)))
                .contains("NullPointerException");
    }

    @Test
    void oneThatThrowsWhileItPreparesFails() {
        Solver unprepared = new Solver() {
            @Override
            public String name() {
                return "unprepared";
            }

            @Override
            public String description() {
                return "made for a test";
            }

            @Override
            public String reference() {
                return "none";
            }

            @Override
            public void prepare(MultinomialProblem problem) {
                throw new UnsupportedOperationException("no layout for this");
            }

            @Override
            public Coefficients minimize(MultinomialProblem problem, Progress progress) {
                return problem.nullModel();
            }
        };
        assertThat(failure(unprepared)).isEqualTo("UnsupportedOperationException: no layout for this");
    }

    private static String failure(Solver solver) {
        RunResult run = run(0.01, 30, solver, wellBehaved());
        assertThat(run.cells()).extracting(CellResult::failed).containsExactly(true, false);
        return run.cells().get(0).failure();
    }

    static Solver wellBehaved() {
        return ExperimentTest.solver("well-behaved", (problem, progress) -> problem.nullModel());
    }

    static RunResult run(double warmUp, double patience, Solver... solvers) {
        List<Cell> cells = List.of(solvers).stream()
                .<Cell>map(solver -> SolverCell.certified(new Variant(solver, Options.defaults()), 1e-6, SECONDS))
                .toList();
        return new Experiment("test", true, ExperimentTest.twoClouds(), 0.05, 0, cells, warmUp, patience)
                .run(Machine.provenance("test"), Map.of(), cell -> {}, (result, snapshots) -> {});
    }
}
