package io.github.l1bench.exact;

import io.github.l1bench.problem.Coefficients;

/**
 * The lower bound of P* that this project defines for weights W: the intercept is refitted until the columns of Y - P sum
 * to zero, and Q = (1 - s) Y + s P with the largest s <= 1 that is feasible. In double-double, from the raw data on.
 */
final class DefinedDual {
    private DefinedDual() {}

    static DoubleDouble of(ExactProblem problem, Coefficients coefficients) {
        double[] none = new double[problem.classes()];
        DoubleDouble[][] scores = problem.scores(new Coefficients(coefficients.weights(), none));
        ScaledProblem refit = ScaledProblem.ofIntercept(scores, problem.labels(), problem.classes());
        DoubleDouble[] intercept = ProximalNewton.minimize(refit);
        return DualPoint.of(
                        new Rescaling(problem).scaled(), refit.loss(intercept).probabilities())
                .objective();
    }
}
