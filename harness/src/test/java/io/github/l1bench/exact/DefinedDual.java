package io.github.l1bench.exact;

import io.github.l1bench.problem.Coefficients;
import java.util.Arrays;

/**
 * The lower bound of P* that this project defines for weights W: the intercept is refitted until the columns of Y - P sum
 * to zero, and Q = (1 - s) Y + s P with the largest s <= 1 that is feasible. In double-double, from the raw data on.
 */
final class DefinedDual {
    private DefinedDual() {}

    /** D of {@code coefficients}, whose intercept has to be near the refitted one. */
    static DoubleDouble of(ExactProblem problem, Coefficients coefficients) {
        double[] none = new double[problem.classes()];
        DoubleDouble[][] scores = problem.scores(new Coefficients(coefficients.weights(), none));
        ScaledProblem refit = ScaledProblem.ofIntercept(scores, problem.labels(), problem.classes());
        DoubleDouble[] start = Arrays.stream(coefficients.intercept())
                .mapToObj(DoubleDouble::of)
                .toArray(DoubleDouble[]::new);
        DoubleDouble[] intercept = ProximalNewton.minimize(refit, start);
        return DualPoint.of(
                        new Rescaling(problem).scaled(), refit.loss(intercept).probabilities())
                .objective();
    }
}
