package io.github.l1bench.bench;

import io.github.l1bench.data.PublishedExample;
import io.github.l1bench.problem.MultinomialProblem;
import org.openjdk.jmh.annotations.Param;

/**
 * Wall-clock time until a solver has reached a target: what solvers are compared by. {@code published} is an objective
 * as good as that of the published run (scikit-learn's SAGA at tol 0.1); a number is a relative duality gap that the
 * solver has to certify, its looks at the certificate included in the time.
 */
public class TimeToTarget extends TimedSolve {
    /** A data set at its default size. */
    @Param("auto")
    public String data;

    /** What has to be reached; {@code 1e-9} is another that makes sense. */
    @Param({ShotTarget.PUBLISHED, "1e-3", "1e-6"})
    public String target;

    /**
     * {@code warm}, or {@code cold}: the first solve of a fresh virtual machine, or of a peer's fresh process. The
     * command {@code jmh} gives cold shots a machine each. The published target has no cold start,
     * because finding it warms the machine.
     */
    @Param("warm")
    public String start;

    /** The penalty. */
    @Param("" + PublishedExample.LAMBDA)
    public double lambda;

    /** Seconds after which a shot gives up. */
    @Param("3")
    public double budget;

    @Override
    protected MultinomialProblem problem() {
        return BenchmarkProblem.load(data).problem(lambda);
    }

    @Override
    protected boolean warm() {
        return start.equals("warm");
    }

    @Override
    protected String target() {
        return target;
    }

    @Override
    protected double budget() {
        return budget;
    }
}
