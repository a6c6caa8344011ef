package io.github.l1bench.bench.scaling;

import io.github.l1bench.bench.BenchmarkProblem;
import io.github.l1bench.problem.MultinomialProblem;
import org.openjdk.jmh.annotations.Param;

/** Time to a certified 1e-6 against lambda, from a cold start at each, on images. */
public class ScalingInLambda extends ScalingSolve {
    /** {@code mnist} or {@code digits}. */
    @Param("auto")
    public String data;

    /** The penalty. */
    @Param({"0.05", "0.02", "0.01", "0.005", "0.002", "0.001"})
    public double lambda;

    @Override
    protected MultinomialProblem problem() {
        return BenchmarkProblem.load(data).problem(lambda);
    }
}
