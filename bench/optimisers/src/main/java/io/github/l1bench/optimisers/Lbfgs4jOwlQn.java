package io.github.l1bench.optimisers;

import com.github.lbfgs4j.LbfgsMinimizer;
import com.github.lbfgs4j.liblbfgs.Function;
import com.github.lbfgs4j.liblbfgs.Lbfgs;
import com.github.lbfgs4j.liblbfgs.LbfgsConstant.LBFGS_Param;
import com.github.lbfgs4j.liblbfgs.LbfgsConstant.LineSearch;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Option;
import io.github.l1bench.solver.Progress;
import io.github.l1bench.solver.Solver;
import java.util.Arrays;
import java.util.List;

/** The OWL-QN of lbfgs4j, a translation of libLBFGS, called with value and gradient by this suite's kernels. */
public final class Lbfgs4jOwlQn implements Solver {
    static final Option MEMORY = Option.count("memory", 10, "pairs of steps and gradient changes that are remembered");

    // It ends by the rules of this suite, or where its line search finds nothing.
    private static final double EPSILON = 1e-14;
    private static final int NO_LIMIT = 0;
    private static final int MOST_TRIALS = 100;

    @Override
    public String name() {
        return "lbfgs4j-owl-qn";
    }

    @Override
    public String description() {
        return "lbfgs4j's OWL-QN on this suite's kernels";
    }

    @Override
    public String reference() {
        return "lbfgs4j 0.2.1, after libLBFGS; Andrew and Gao (2007), ICML";
    }

    @Override
    public List<Option> options() {
        return List.of(MEMORY);
    }

    @Override
    public void prepare(MultinomialProblem problem) {
        problem.design().products(problem.classes());
    }

    @Override
    public Coefficients minimize(MultinomialProblem problem, Progress progress) {
        Callback callback = new Callback(problem, progress);
        LBFGS_Param parameters = Lbfgs.defaultParams();
        parameters.m = (int) progress.options().count(MEMORY);
        parameters.epsilon = EPSILON;
        parameters.max_iterations = NO_LIMIT;
        parameters.max_linesearch = MOST_TRIALS;
        parameters.lineSearch = LineSearch.LBFGS_LINESEARCH_BACKTRACKING;
        parameters.orthantwise_c = problem.lambda();
        parameters.orthantwise_start = 0;
        parameters.orthantwise_end = callback.weights();
        double[] start = callback.start();
        return callback.minimum(
                () -> new LbfgsMinimizer(parameters, false).minimize(new Remembered(callback, start.length), start));
    }

    /** It asks for the value and for the gradient at the same point one after the other. */
    private static final class Remembered implements Function {
        private final Callback callback;
        private final double[] gradient;
        private double[] at;
        private double value;

        Remembered(Callback callback, int dimension) {
            this.callback = callback;
            this.gradient = new double[dimension];
        }

        @Override
        public int getDimension() {
            return gradient.length;
        }

        @Override
        public double valueAt(double[] theta) {
            if (!Arrays.equals(at, theta)) {
                value = callback.at(theta, gradient);
                at = theta.clone();
            }
            return value;
        }

        @Override
        public double[] gradientAt(double[] theta) {
            valueAt(theta);
            return gradient;
        }
    }
}
