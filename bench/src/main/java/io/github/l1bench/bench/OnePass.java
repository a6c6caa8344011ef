package io.github.l1bench.bench;

import io.github.l1bench.data.PublishedExample;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Request;
import io.github.l1bench.solver.Solution;
import io.github.l1bench.solver.Solver;
import io.github.l1bench.solver.SolverRun;
import io.github.l1bench.solver.Solvers;
import io.github.l1bench.solver.Stopping;
import io.github.l1bench.solver.Variant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one pass costs each solver, from the coefficients of the published run, so that the weights are as sparse as they
 * are in use. A solver may do a little more or less than one pass before it notices: {@code passes} counts what it did.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(5)
@Warmup(iterations = 2, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class OnePass {
    /** A registered solver, or one with options in brackets. */
    @Param({})
    public String solver;

    /** A data set at its default size. */
    @Param("auto")
    public String data;

    /** The kernels, {@code plain} or {@code vector}; forks are started so that they have them. */
    @Param("plain")
    public String kernels;

    // Far more than a pass takes anywhere; only for a solver that does not return.
    private static final double PASS_SECONDS = 30;

    private MultinomialProblem problem;
    private Variant variant;
    private Request request;

    /** What the calls did, in all. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Counters {
        /** Passes spent. */
        public double passes;
    }

    /** Loads the data, prepares layouts and the start. */
    @Setup(Level.Trial)
    public void prepare() {
        RunningKernels.require(kernels);
        problem = BenchmarkProblem.load(data).problem(PublishedExample.LAMBDA);
        variant = Variant.parse(solver);
        Deadline.within(PASS_SECONDS, () -> {
            variant.solver().prepare(problem);
            return null;
        });
        Solver published = Solvers.named(PublishedExample.SOLVER);
        Coefficients start = SolverRun.solve(
                        published, problem, Request.until(Stopping.atRelativeChange(PublishedExample.TOLERANCE)))
                .coefficients();
        request = Request.until(Stopping.afterPasses(1)).with(variant.options()).from(start);
    }

    /** One pass, set-up of the solver's work arrays included. */
    @Benchmark
    public Solution onePass(Counters counters) {
        Solution solution = Deadline.within(PASS_SECONDS, () -> SolverRun.solve(variant.solver(), problem, request));
        counters.passes += solution.passes();
        return solution;
    }
}
