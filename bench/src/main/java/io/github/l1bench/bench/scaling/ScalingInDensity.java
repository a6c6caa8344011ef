package io.github.l1bench.bench.scaling;

import io.github.l1bench.problem.MultinomialProblem;
import org.openjdk.jmh.annotations.Param;

/** Time to a certified 1e-6 against the share of nonzeros. */
public class ScalingInDensity extends ScalingSolve {
    /** Share of nonzero raw values. */
    @Param({"0.01", "0.03", "0.1", "0.3", "1"})
    public double density;

    @Override
    protected MultinomialProblem problem() {
        return SparseTeacher.problem(2000, 500, 10, density);
    }
}
