package io.github.l1bench.optimisers;

import io.github.l1bench.kernel.Softmax;
import io.github.l1bench.kernel.Vectors;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.DesignProducts;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Progress;
import java.util.Arrays;

/**
 * The mean loss as a function of theta = [W class by class; b], for an optimiser that calls back. Each call is an
 * iteration to {@code progress}, and a pass; the best point that was asked about is kept.
 */
final class Callback {
    private final MultinomialProblem problem;
    private final Progress progress;
    private final DesignProducts products;
    private final Softmax softmax;
    private final double[][] scores;
    private final double[][] gradient;
    private Coefficients best;
    private double bestObjective = Double.POSITIVE_INFINITY;

    /** Leaves an optimiser that would go on. */
    private static final class Enough extends RuntimeException {
        Enough() {
            super("enough", null, false, false);
        }
    }

    Callback(MultinomialProblem problem, Progress progress) {
        this.problem = problem;
        this.progress = progress;
        this.products = problem.design().products(problem.classes());
        this.softmax = new Softmax(problem.classes(), problem.samples());
        this.scores = new double[problem.classes()][problem.samples()];
        this.gradient = new double[problem.classes()][problem.features()];
        this.best = progress.start().map(Coefficients::copy).orElseGet(problem::nullModel);
    }

    /** The best point, once {@code optimiser} has ended or been left. */
    Coefficients minimum(Runnable optimiser) {
        if (!progress.startSuffices()) {
            try {
                optimiser.run();
            } catch (Enough e) {
                // a rule to stop holds
            }
        }
        return best;
    }

    /** How many entries of theta are weights, which come first. */
    int weights() {
        return problem.classes() * problem.features();
    }

    /** The start as theta, a new array. */
    double[] start() {
        int p = problem.features();
        double[] theta = new double[weights() + problem.classes()];
        System.arraycopy(best.intercept(), 0, theta, weights(), problem.classes());
        for (int k = 0; k < problem.classes(); k++) {
            System.arraycopy(best.weights()[k], 0, theta, k * p, p);
        }
        return theta;
    }

    /**
     * The mean loss at {@code theta}, and its gradient.
     *
     * @param theta not modified
     * @param out the gradient in the order of theta, overwritten
     */
    double at(double[] theta, double[] out) {
        Coefficients point = coefficients(theta);
        products.scores(point.weights(), point.intercept(), scores);
        softmax.set(scores);
        double loss = softmax.meanLoss(scores, problem.labels());
        softmax.residuals(problem.labels(), scores);
        products.gradient(scores, gradient);
        int p = problem.features();
        for (int k = 0; k < problem.classes(); k++) {
            for (int j = 0; j < p; j++) {
                out[k * p + j] = -gradient[k][j];
            }
            out[weights() + k] = -Vectors.sum(scores[k], problem.samples()) / problem.samples();
        }
        double objective = loss + problem.lambda() * point.l1Norm();
        if (objective <= bestObjective) {
            best = point;
            bestObjective = objective;
        }
        if (!progress.goOn(() -> best)) {
            throw new Enough();
        }
        return loss;
    }

    private Coefficients coefficients(double[] theta) {
        int p = problem.features();
        double[][] weights = new double[problem.classes()][];
        for (int k = 0; k < weights.length; k++) {
            weights[k] = Arrays.copyOfRange(theta, k * p, (k + 1) * p);
        }
        return new Coefficients(weights, Arrays.copyOfRange(theta, weights(), theta.length));
    }
}
