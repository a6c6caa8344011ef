package io.github.l1bench.solver.firstorder;

import io.github.l1bench.kernel.Team;
import io.github.l1bench.kernel.Vectors;
import io.github.l1bench.problem.Iterate;
import io.github.l1bench.problem.MultinomialProblem;

/** Steps of the proximal gradient from given points, with the backtracking estimate L of the Lipschitz constant. */
final class ProximalStep {
    private static final double GROW = 1.5;
    private static final double SHRINK = 0.97;
    // Where the measured curvature is this far below L, as in badly scaled data, L falls by half at a time.
    private static final double FAR_BELOW = 0.1;
    // A model that differs from f(y) by less than this share of it cannot be told from rounding.
    private static final double ROUNDING = 1e-12;

    private final SmoothLoss loss;
    private final Iterate gradient;
    private final double lambda;
    private double lipschitz = 1;

    ProximalStep(MultinomialProblem problem, Team team) {
        this.loss = new SmoothLoss(problem, team);
        this.gradient = Iterate.zero(problem.classes(), problem.features());
        this.lambda = problem.lambda();
    }

    /** Writes the scores of {@code at.point}. Half a pass. */
    void score(ScoredIterate at) {
        loss.score(at.point, at.scores);
    }

    /**
     * Writes into {@code next} the step from {@code y}: the minimum over x of f(y) + grad f(y) . (x - y) + L/2 |x - y|^2
     * + lambda |W|_1, with L raised until that model without the penalty is above f at the minimum.
     *
     * @return false if {@code y} does not move, or no L serves because the values are not finite
     */
    boolean take(ScoredIterate y, ScoredIterate next) {
        double atY = loss.value(y.scores);
        loss.gradient(gradient);
        for (; lipschitz < Double.MAX_VALUE / GROW; lipschitz *= GROW) {
            descend(y.point, next.point);
            score(next);
            double square = Iterate.dotOfDifferences(next.point, y.point, next.point, y.point);
            double quadratic = lipschitz / 2 * square;
            if (quadratic <= ROUNDING * atY) {
                return square > 0;
            }
            double excess = loss.value(next.scores) - atY - slope(y.point, next.point);
            if (excess <= quadratic) {
                lipschitz *= excess < FAR_BELOW * quadratic ? 0.5 : SHRINK;
                return true;
            }
        }
        return false;
    }

    private void descend(Iterate y, Iterate next) {
        double step = 1 / lipschitz;
        for (int k = 0; k < y.weights().length; k++) {
            proximal(y.weights()[k], gradient.weights()[k], step, lambda * step, next.weights()[k]);
            next.intercept()[k] = y.intercept()[k] - step * gradient.intercept()[k];
        }
    }

    private static void proximal(double[] y, double[] g, double step, double threshold, double[] out) {
        for (int j = 0; j < out.length; j++) {
            out[j] = Vectors.softThreshold(y[j] - step * g[j], threshold);
        }
    }

    // grad f(y) . (next - y)
    private double slope(Iterate y, Iterate next) {
        return gradient.dot(next) - gradient.dot(y);
    }
}
