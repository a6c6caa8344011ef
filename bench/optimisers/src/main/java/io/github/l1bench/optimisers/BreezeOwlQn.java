package io.github.l1bench.optimisers;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Option;
import io.github.l1bench.solver.Progress;
import io.github.l1bench.solver.Solver;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The OWL-QN of Breeze, which Spark MLlib uses, called with value and gradient by this suite's kernels. */
public final class BreezeOwlQn implements Solver {
    // It ends by the rules of this suite, or where its line search finds nothing.
    private static final double TOLERANCE = 1e-16;

    // Its linear algebra would look for a BLAS of the system, whose threads nobody counts; it computes in Java, and
    // logs so.
    private static final Logger CHOICE = Logger.getLogger("dev.ludovic.netlib.blas");

    static {
        CHOICE.setLevel(Level.OFF);
        System.setProperty("dev.ludovic.netlib.blas.allowNative", "false");
    }

    @Override
    public String name() {
        return "breeze-owl-qn";
    }

    @Override
    public String description() {
        return "Breeze's OWL-QN on this suite's kernels";
    }

    @Override
    public String reference() {
        return "Breeze 2.1.0; Andrew and Gao (2007), ICML";
    }

    @Override
    public List<Option> options() {
        return List.of(Lbfgs4jOwlQn.MEMORY);
    }

    @Override
    public void prepare(MultinomialProblem problem) {
        problem.design().products(problem.classes());
    }

    @Override
    public Coefficients minimize(MultinomialProblem problem, Progress progress) {
        Callback callback = new Callback(problem, progress);
        int memory = (int) progress.options().count(Lbfgs4jOwlQn.MEMORY);
        return callback.minimum(() ->
                Breeze.owlQn(callback::at, callback.start(), callback.weights(), problem.lambda(), memory, TOLERANCE));
    }
}
