package io.github.l1bench.bench;

import io.github.l1bench.data.PublishedExample;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.SolutionPath;
import java.util.List;
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

/**
 * Wall-clock time of a whole regularisation path: penalties at equal ratios from lambda max down, each solved from the
 * solution before it until its relative gap is certified. Every value is certified again afterwards, off the clock.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(5)
@Warmup(iterations = 0)
@Measurement(iterations = 2)
public class RegularizationPath {
    private static final double WARM_UP_SECONDS = 3;

    /** A registered solver, or one with options in brackets. */
    @Param({})
    public String solver;

    /** A data set at its default size. */
    @Param("auto")
    public String data;

    /** Threads of a solver that can use several, which has an option of that name; other solvers run with one only. */
    @Param("1")
    public int threads;

    /** The last and smallest penalty. */
    @Param("" + PublishedExample.LAMBDA)
    public double smallest;

    /** How many penalties. */
    @Param("" + SolutionPath.USUAL_COUNT)
    public int count;

    /** The relative gap to certify at each. */
    @Param("1e-6")
    public double gap;

    /** Seconds after which a path is given up. */
    @Param("10")
    public double budget;

    /** The kernels, {@code plain} or {@code vector}; forks are started so that they have them. */
    @Param("plain")
    public String kernels;

    private PathShot shot;
    private PathCounters counters;

    /** Loads the data, prepares layouts and warms up. */
    @Setup(Level.Trial)
    public void prepare() {
        RunningKernels.require(kernels);
        MultinomialProblem problem = BenchmarkProblem.load(data).problem(smallest);
        double[] lambdas = SolutionPath.grid(problem.lambdaMax(), smallest, count);
        shot = new PathShot(problem, solver, threads, lambdas, gap, budget);
        shot.warmUp(Math.min(WARM_UP_SECONDS, budget));
    }

    /** One path. */
    @Benchmark
    public List<SolutionPath.Point> solve(PathCounters events) {
        counters = events;
        return shot.fire();
    }

    /** Certifies every value of the path. */
    @TearDown(Level.Invocation)
    public void certify() {
        shot.certify(counters);
    }
}
