package io.github.l1bench.solver.firstorder;

import io.github.l1bench.kernel.Vectors;
import io.github.l1bench.problem.Iterate;
import io.github.l1bench.problem.MultinomialProblem;

/** An iterate with its scores, which are affine in it: a combination of iterates has that of their scores. */
final class ScoredIterate {
    final Iterate point;

    /** K rows of n. */
    final double[][] scores;

    ScoredIterate(Iterate point, MultinomialProblem problem) {
        this.point = point;
        this.scores = new double[problem.classes()][problem.samples()];
    }

    /** this = x + a (x - y), scores included. */
    void extrapolate(double a, ScoredIterate x, ScoredIterate y) {
        point.extrapolate(a, x.point, y.point);
        for (int k = 0; k < scores.length; k++) {
            Vectors.extrapolate(a, x.scores[k], y.scores[k], scores[k], scores[k].length);
        }
    }
}
