package io.github.l1bench.solver.coordinate;

import io.github.l1bench.kernel.Softmax;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.DesignProducts;
import io.github.l1bench.problem.Kkt;
import io.github.l1bench.problem.MultinomialProblem;
import java.util.Arrays;

/** A look at all pairs: exact scores, the full gradient, the KKT violation, and which pairs deserve to be active. */
final class Scan {
    // A first set has room for this many pairs a class; a later one for twice its nonzero weights, if that is more.
    private static final int PAIRS_PER_CLASS = 25;
    // Zero weights join when |G| is at least this share of lambda: just below it they often join at the next scan.
    private static final double FLOOR = 0.95;

    private final MultinomialProblem problem;
    private final DesignProducts products;
    private final Softmax softmax;
    private final double[][] residuals;
    private final double[][] gradient;
    private double objective;
    private double violation;
    private double norm;

    Scan(MultinomialProblem problem) {
        this.problem = problem;
        this.products = problem.design().products(problem.classes());
        this.softmax = new Softmax(problem.classes(), problem.samples());
        this.residuals = new double[problem.classes()][problem.samples()];
        this.gradient = new double[problem.classes()][problem.features()];
    }

    /** Rebuilds the scores of {@code state}, so that rounding does not pile up, and looks at all pairs. One pass. */
    void run(DescentState state) {
        products.scores(state.weights, state.intercept(), state.scores);
        softmax.set(state.scores);
        softmax.residuals(problem.labels(), residuals);
        products.gradient(residuals, gradient);
        norm = new Coefficients(state.weights, state.offsets).l1Norm();
        objective = softmax.meanLoss(state.scores, problem.labels()) + problem.lambda() * norm;
        violation = largestViolation(state.weights);
    }

    private double largestViolation(double[][] weights) {
        double largest = 0;
        for (int k = 0; k < weights.length; k++) {
            for (int j = 0; j < weights[k].length; j++) {
                largest = Math.max(largest, Kkt.residual(weights[k][j], -gradient[k][j], problem.lambda()));
            }
        }
        return largest;
    }

    /** P at the last scan. */
    double objective() {
        return objective;
    }

    /** The KKT residual over the weights at the last scan. */
    double violation() {
        return violation;
    }

    /**
     * The violation at which the duality gap is about P. Near the optimum the gap is |W|_1 times the violation: the dual
     * point is scaled by s = lambda / (lambda + violation), and dD/ds = lambda |W|_1 there. For W near 0 this says
     * nothing, and a violation of lambda is the measure.
     */
    double violationOfGap() {
        return objective / Math.max(norm, 0.1 * objective / problem.lambda());
    }

    /** The features of each class to descend on, ascending. */
    int[][] activeSet(double[][] weights) {
        double floor = floor(weights);
        int[][] set = new int[weights.length][];
        for (int k = 0; k < set.length; k++) {
            int[] features = new int[problem.features()];
            int count = 0;
            for (int j = 0; j < features.length; j++) {
                if (weights[k][j] != 0 || Math.abs(gradient[k][j]) >= floor) {
                    features[count++] = j;
                }
            }
            set[k] = Arrays.copyOf(features, count);
        }
        return set;
    }

    // The |G| from which on zero weights join, such that there is room for them.
    private double floor(double[][] weights) {
        double least = FLOOR * problem.lambda();
        double[] candidates = new double[problem.classes() * problem.features()];
        int count = 0;
        int nonzeros = 0;
        for (int k = 0; k < weights.length; k++) {
            for (int j = 0; j < weights[k].length; j++) {
                double g = Math.abs(gradient[k][j]);
                if (weights[k][j] != 0) {
                    nonzeros++;
                } else if (g >= least) {
                    candidates[count++] = g;
                }
            }
        }
        int room = Math.max(PAIRS_PER_CLASS * problem.classes() - nonzeros, nonzeros);
        if (count <= room) {
            return least;
        }
        Arrays.sort(candidates, 0, count);
        return candidates[count - room];
    }
}
