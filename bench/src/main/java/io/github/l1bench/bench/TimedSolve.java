package io.github.l1bench.bench;

import io.github.l1bench.problem.MultinomialProblem;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/**
 * Wall-clock time of whole solves. A solve is long and its steps differ, so it is timed as a single shot, a few times in
 * each of several fresh virtual machines, which are what is independent. A machine is warmed up until shots are steady.
 * Every shot is certified again afterwards, off the clock; one that claims what does not hold fails the benchmark. A shot
 * that is out of time has {@code reached} = 0, and its time is the budget that was not enough.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(5)
@Warmup(iterations = 0)
@Measurement(iterations = 5)
public abstract class TimedSolve {
    /** A registered solver, or one with options in brackets; or a peer. */
    @Param({})
    public String solver;

    /** Threads of a solver that can use several, which has an option of that name; other solvers run with one only. */
    @Param("1")
    public int threads;

    /** The kernels, {@code plain} or {@code vector}; forks are started so that they have them. */
    @Param("plain")
    public String kernels;

    private static final double WARM_UP_SECONDS = 2;

    private Shot shot;
    private ShotCounters counters;
    private boolean warmUp;

    /** The problem to solve. */
    protected abstract MultinomialProblem problem();

    /** What has to be reached. */
    protected abstract String target();

    /** Seconds after which a shot gives up. */
    protected abstract double budget();

    /** Whether a machine is warmed up before its first shot. */
    protected boolean warm() {
        return true;
    }

    /** Loads the data, prepares layouts and warms up. */
    @Setup(Level.Trial)
    public void prepare() {
        RunningKernels.require(kernels);
        shot = Shot.of(problem(), solver, threads, target(), budget());
        if (warm()) {
            shot.warmUp(Math.min(WARM_UP_SECONDS, 2 * budget()));
        } else {
            shot.cool();
        }
    }

    /** Notes whether the next shot only warms up. */
    @Setup(Level.Iteration)
    public void classify(IterationParams iteration) {
        warmUp = iteration.getType() == IterationType.WARMUP;
    }

    /** Readies a shot. */
    @Setup(Level.Invocation)
    public void load() {
        shot.load();
    }

    /** One shot. */
    @Benchmark
    public Object solve(ShotCounters events) {
        counters = events;
        return shot.fire(warmUp);
    }

    /** Certifies what the shot returned. */
    @TearDown(Level.Invocation)
    public void certify() {
        shot.certify(counters);
    }

    /** Ends what was started for the shots. */
    @TearDown(Level.Trial)
    public void close() {
        shot.close();
    }
}
