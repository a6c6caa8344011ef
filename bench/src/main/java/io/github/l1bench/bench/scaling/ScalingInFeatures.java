package io.github.l1bench.bench.scaling;

import io.github.l1bench.problem.MultinomialProblem;
import org.openjdk.jmh.annotations.Param;

/** Time to a certified 1e-6 against p, at 50 nonzeros a sample. */
public class ScalingInFeatures extends ScalingSolve {
    /** Features. */
    @Param({"200", "1000", "5000", "25000"})
    public int p;

    @Override
    protected MultinomialProblem problem() {
        return SparseTeacher.problem(2000, p, 10, Math.min(1, 50.0 / p));
    }
}
