package io.github.l1bench.solver.firstorder;

import io.github.l1bench.kernel.Vectors;
import io.github.l1bench.problem.MultinomialProblem;

/** A point with its scores. Scores are affine in the point, so a combination of points has that of their scores. */
final class Iterate {
    final Point point;

    /** K rows of n. */
    final double[][] scores;

    Iterate(Point point, MultinomialProblem problem) {
        this.point = point;
        this.scores = new double[problem.classes()][problem.samples()];
    }

    /** this = x + a (x - y), scores included. */
    void extrapolate(double a, Iterate x, Iterate y) {
        point.extrapolate(a, x.point, y.point);
        for (int k = 0; k < scores.length; k++) {
            Vectors.extrapolate(a, x.scores[k], y.scores[k], scores[k], scores[k].length);
        }
    }
}
