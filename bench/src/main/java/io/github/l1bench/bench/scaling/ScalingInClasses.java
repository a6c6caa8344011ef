package io.github.l1bench.bench.scaling;

import io.github.l1bench.problem.MultinomialProblem;
import org.openjdk.jmh.annotations.Param;

/** Time to a certified 1e-6 against K. */
public class ScalingInClasses extends ScalingSolve {
    /** Classes. */
    @Param({"2", "5", "10", "20", "50"})
    public int classes;

    @Override
    protected MultinomialProblem problem() {
        return SparseTeacher.problem(2000, 500, classes, 0.1);
    }
}
