package io.github.l1bench.bench.scaling;

import io.github.l1bench.bench.BenchmarkProblem;
import io.github.l1bench.data.PublishedExample;
import io.github.l1bench.problem.MultinomialProblem;
import org.openjdk.jmh.annotations.Param;

/** Time to a certified 1e-6 against n, on images. */
public class ScalingInSamples extends ScalingSolve {
    /** {@code mnist} or {@code digits}. */
    @Param("auto")
    public String data;

    /** Training rows. */
    @Param({"1250", "2500", "5000", "20000", "60000"})
    public int n;

    @Override
    protected MultinomialProblem problem() {
        return BenchmarkProblem.load(data, n).problem(PublishedExample.LAMBDA);
    }
}
