package io.github.l1bench.study;

import io.github.l1bench.data.Dataset;
import io.github.l1bench.kernel.Softmax;
import io.github.l1bench.kernel.Vectors;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.DesignProducts;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.result.L2Fit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.PointValuePair;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.apache.commons.math3.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer;
import org.apache.commons.math3.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer.Formula;

/**
 * The L2-penalised relative of the problem, scikit-learn's {@code penalty="l2"}: minimise
 *
 * <pre>   (1/n) sum_i [ logsumexp_k(z_ik) - z_{i,y_i} ] + (mu / 2) sum_jk W_jk^2,   mu = 1 / (C n)</pre>
 *
 * over W and b by nonlinear conjugate gradients (Polak and Ribiere), commons-math3's. Smooth and strongly convex in W,
 * so a gradient near zero is the proof of a minimum. One object per thread.
 */
final class L2Model {
    private static final int MOST_EVALUATIONS = 20_000;
    private static final double STEEPEST = 1e-4;
    private static final int MOST_ITERATIONS = 300;
    // A search along a line ends when the value changes by less than this share of it.
    private static final double LINE_SEARCH = 1e-8;

    private final MultinomialProblem problem;
    private final double mu;
    private final DesignProducts products;
    private final Softmax softmax;
    private final double[][] scores;
    private final double[][] gradient;
    private double[] scored;
    private double steepest;

    /**
     * @param problem whose design and labels to fit; its L1 penalty is not used
     * @param c C as scikit-learn scales it, positive
     */
    L2Model(MultinomialProblem problem, double c) {
        this.problem = problem;
        this.mu = 1 / (c * problem.samples());
        this.products = problem.design().products(problem.classes());
        this.softmax = new Softmax(problem.classes(), problem.samples());
        this.scores = new double[problem.classes()][problem.samples()];
        this.gradient = new double[problem.classes()][problem.features()];
    }

    /**
     * A minimum.
     *
     * @param coefficients where it is
     * @param objective its value
     * @param gradient largest absolute entry of the gradient there
     */
    record Minimum(Coefficients coefficients, double objective, double gradient) {}

    /**
     * Minimises until no entry of the gradient is larger than 1e-4, or for 300 iterations.
     *
     * @param start not modified
     */
    Minimum minimize(Coefficients start) {
        NonLinearConjugateGradientOptimizer optimizer = new NonLinearConjugateGradientOptimizer(
                Formula.POLAK_RIBIERE, this::converged, LINE_SEARCH, Double.MIN_NORMAL, 1);
        PointValuePair end = optimizer.optimize(
                new ObjectiveFunction(this::value),
                new ObjectiveFunctionGradient(this::gradient),
                GoalType.MINIMIZE,
                new InitialGuess(point(start)),
                new MaxEval(MOST_EVALUATIONS));
        return new Minimum(coefficients(end.getPoint()), end.getValue(), steepest);
    }

    // The optimizer asks this where it has just asked for the gradient.
    private boolean converged(int iteration, PointValuePair previous, PointValuePair current) {
        return steepest <= STEEPEST || iteration >= MOST_ITERATIONS;
    }

    /** A model of {@code dataset} for each C, ascending, each started from the one before. */
    static List<L2Fit> fits(Dataset dataset, List<Double> cs) {
        // The penalty of this problem is not used.
        MultinomialProblem problem = dataset.problem(1);
        Coefficients start = problem.nullModel();
        List<L2Fit> fits = new ArrayList<>();
        for (double c : cs) {
            Minimum minimum = new L2Model(problem, c).minimize(start);
            start = minimum.coefficients();
            fits.add(new L2Fit(
                    c,
                    minimum.objective(),
                    minimum.gradient(),
                    dataset.trainAccuracy(start),
                    dataset.testAccuracy(start).orElse(Double.NaN)));
        }
        return List.copyOf(fits);
    }

    private double value(double[] point) {
        score(point);
        double squares = 0;
        for (int t = 0; t < problem.classes() * problem.features(); t++) {
            squares += point[t] * point[t];
        }
        return softmax.meanLoss(scores, problem.labels()) + mu / 2 * squares;
    }

    private double[] gradient(double[] point) {
        score(point);
        double[][] residuals = new double[problem.classes()][problem.samples()];
        softmax.residuals(problem.labels(), residuals);
        products.gradient(residuals, gradient);
        int features = problem.features();
        double[] at = new double[point.length];
        for (int k = 0; k < problem.classes(); k++) {
            for (int j = 0; j < features; j++) {
                at[k * features + j] = mu * point[k * features + j] - gradient[k][j];
            }
            at[problem.classes() * features + k] = -Vectors.sum(residuals[k], problem.samples()) / problem.samples();
        }
        steepest = Arrays.stream(at).map(Math::abs).max().orElse(0);
        return at;
    }

    // The optimizer asks for the gradient where it has just asked for the value.
    private void score(double[] point) {
        if (!Arrays.equals(point, scored)) {
            Coefficients at = coefficients(point);
            products.scores(at.weights(), at.intercept(), scores);
            softmax.set(scores);
            scored = point.clone();
        }
    }

    // The rows of W one after another, then b.
    private double[] point(Coefficients coefficients) {
        int features = problem.features();
        double[] point = new double[problem.classes() * (features + 1)];
        for (int k = 0; k < problem.classes(); k++) {
            System.arraycopy(coefficients.weights()[k], 0, point, k * features, features);
        }
        System.arraycopy(coefficients.intercept(), 0, point, problem.classes() * features, problem.classes());
        return point;
    }

    private Coefficients coefficients(double[] point) {
        int features = problem.features();
        double[][] weights = new double[problem.classes()][];
        for (int k = 0; k < weights.length; k++) {
            weights[k] = Arrays.copyOfRange(point, k * features, (k + 1) * features);
        }
        return new Coefficients(weights, Arrays.copyOfRange(point, weights.length * features, point.length));
    }
}
