package io.github.l1bench.solver.firstorder;

import static io.github.l1bench.kernel.KernelChoice.KERNELS;

import io.github.l1bench.kernel.Softmax;
import io.github.l1bench.kernel.Team;
import io.github.l1bench.problem.DesignProducts;
import io.github.l1bench.problem.Iterate;
import io.github.l1bench.problem.MultinomialProblem;

/** The smooth part of the objective, f(W, b) = (1/n) sum_i [ logsumexp_k(z_ik) - z_{i,y_i} ], and its gradient. */
final class SmoothLoss {
    private final MultinomialProblem problem;
    private final DesignProducts products;
    private final Softmax softmax;
    private final double[][] residuals;

    SmoothLoss(MultinomialProblem problem, Team team) {
        this.problem = problem;
        this.products = problem.design().products(problem.classes(), team);
        this.softmax = new Softmax(problem.classes(), problem.samples(), team);
        this.residuals = new double[problem.classes()][problem.samples()];
    }

    /** Writes the scores of {@code at}, K rows of n, into {@code scores}. Half a pass. */
    void score(Iterate at, double[][] scores) {
        products.scores(at.weights(), at.intercept(), scores);
    }

    /** f at {@code scores}, which {@link #gradient} then refers to. */
    double value(double[][] scores) {
        softmax.set(scores);
        return softmax.meanLoss(scores, problem.labels());
    }

    /** Writes the gradient of f where {@link #value} was last asked for. Half a pass. */
    void gradient(Iterate gradient) {
        softmax.residuals(problem.labels(), residuals);
        products.gradient(residuals, gradient.weights());
        for (int k = 0; k < residuals.length; k++) {
            gradient.intercept()[k] = KERNELS.sum(residuals[k], problem.samples()) / problem.samples();
        }
        gradient.scale(-1);
    }
}
