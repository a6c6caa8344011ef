package io.github.l1bench.bench;

import io.github.l1bench.problem.Certificate;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Monitor;
import io.github.l1bench.solver.Request;
import io.github.l1bench.solver.Solution;
import io.github.l1bench.solver.Solvers;
import io.github.l1bench.solver.Status;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/**
 * Wall-clock time until a solver has reached a target. A solve is long and its steps differ, so it is timed as a single
 * shot, several times in each of several fresh virtual machines, after shots that only warm up.
 *
 * <p>Targets: {@code published} is an objective as good as that of the published run (scikit-learn's SAGA at tol 0.1);
 * a number is a relative duality gap that the solver has to certify, looks included in the time. Every shot is certified
 * again afterwards, off the clock; one that claims what does not hold fails the benchmark. A shot that is out of time
 * has {@code reached} = 0, and its time is the budget that was not enough.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 2)
@Measurement(iterations = 3)
public class TimeToTarget {
    private static final String PUBLISHED = "published";
    private static final double NO_LIMIT = Double.POSITIVE_INFINITY;

    /** A registered solver, or one with options in brackets. */
    @Param({})
    public String solver;

    /** A data set at its default size. */
    @Param("auto")
    public String data;

    /** What has to be reached. */
    @Param({PUBLISHED, "1e-3", "1e-6"})
    public String target;

    /** The penalty. */
    @Param("0.02")
    public double lambda;

    /** Seconds after which a shot gives up. */
    @Param("4")
    public double budget;

    private MultinomialProblem problem;
    private Variant variant;
    private double publishedObjective;
    private Stopping stopping;
    private Solution solution;
    private Counters shot;
    private boolean warmUp;
    private boolean outOfTime;

    /** What a shot did, beside its time. JMH's own table adds these up over the shots; its JSON has each. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Counters {
        /** 1 if the target was reached, else 0. */
        public double reached;
        /** Passes spent. */
        public double passes;
        /** Certified gap / P of the result. */
        public double relativeGap;
        /** P of the result. */
        public double primal;
    }

    /** Loads the data, prepares layouts and, for the published target, finds what that run reached. */
    @Setup(Level.Trial)
    public void prepare() {
        problem = BenchmarkProblem.load(data).problem(lambda);
        variant = Variant.parse(solver);
        variant.solver().prepare(problem);
        stopping = target.equals(PUBLISHED) ? untilPublishedObjective() : certifiedGap();
    }

    private Stopping certifiedGap() {
        return Stopping.atRelativeGap(Double.parseDouble(target)).withinSeconds(budget);
    }

    // There is no rule "objective below"; solvers repeat themselves, so one watched run tells after how many passes the
    // objective is met, and the timed shots run for as many.
    private Stopping untilPublishedObjective() {
        publishedObjective = publishedObjective();
        double[] passes = {Double.NaN};
        Monitor watch = moment -> {
            if (problem.objective(moment.coefficients().get()) > publishedObjective) {
                return true;
            }
            passes[0] = moment.passes();
            return false;
        };
        Stopping limit = Stopping.afterPasses(NO_LIMIT).withinSeconds(budget);
        solve(Request.until(limit).watchedBy(watch));
        return limit.withinPasses(Double.isNaN(passes[0]) ? NO_LIMIT : Math.max(passes[0], Double.MIN_NORMAL));
    }

    private double publishedObjective() {
        Request request = Request.until(Stopping.atRelativeChange(0.1));
        return problem.objective(
                Solvers.named("saga-dense").solve(problem, request).coefficients());
    }

    private Solution solve(Request request) {
        return variant.solver().solve(problem, request.with(variant.options()));
    }

    /** Notes whether the next shot only warms up. */
    @Setup(Level.Iteration)
    public void classify(IterationParams iteration) {
        warmUp = iteration.getType() == IterationType.WARMUP;
    }

    /** One shot. A solver that was out of time once is not warmed up any longer. */
    @Benchmark
    public Solution solve(Counters counters) {
        shot = counters;
        solution = warmUp && outOfTime ? null : solve(Request.until(stopping));
        return solution;
    }

    /** Certifies what the shot returned. */
    @TearDown(Level.Invocation)
    public void certify() {
        if (solution == null) {
            return;
        }
        Certificate certificate = Certificate.of(problem, solution.coefficients());
        boolean reached = reached(certificate);
        if (!reached && solution.status() == Status.CERTIFIED) {
            throw new IllegalStateException(solver + " claims a relative gap of " + target
                    + " but its certificate says " + certificate.relativeGap());
        }
        shot.reached = reached ? 1 : 0;
        shot.passes = solution.passes();
        shot.relativeGap = certificate.relativeGap();
        shot.primal = certificate.primal();
        outOfTime |= !reached;
    }

    private boolean reached(Certificate certificate) {
        return target.equals(PUBLISHED)
                ? certificate.primal() <= publishedObjective * (1 + 1e-12)
                : certificate.relativeGap() <= Double.parseDouble(target);
    }
}
