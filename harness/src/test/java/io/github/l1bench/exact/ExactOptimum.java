package io.github.l1bench.exact;

import io.github.l1bench.problem.Coefficients;

/** The optimum of an {@link ExactProblem}, which certifies itself: dual <= P* <= primal, 18 digits apart. */
final class ExactOptimum {
    private static final DoubleDouble ACCURACY = DoubleDouble.of(1e-18);

    private final Rescaling rescaling;
    private final DoubleDouble[] variables;
    private final DoubleDouble primal;
    private final DoubleDouble dual;

    private ExactOptimum(Rescaling rescaling, DoubleDouble[] variables, DoubleDouble primal, DoubleDouble dual) {
        this.rescaling = rescaling;
        this.variables = variables;
        this.primal = primal;
        this.dual = dual;
    }

    /**
     * Solves {@code problem}.
     *
     * @throws ArithmeticException if the optimum is not reached
     */
    static ExactOptimum of(ExactProblem problem) {
        Rescaling rescaling = new Rescaling(problem);
        ScaledProblem scaled = rescaling.scaled();
        DoubleDouble[] variables = ProximalNewton.minimize(scaled, scaled.nullModel());
        SoftmaxLoss loss = scaled.loss(variables);
        DoubleDouble primal = loss.mean().plus(scaled.norm(variables));
        DoubleDouble dual = DualPoint.of(scaled, loss.probabilities()).objective();
        if (primal.minus(dual).exceeds(primal.times(ACCURACY))) {
            throw new ArithmeticException("the reference says that P* is between " + dual + " and " + primal);
        }
        return new ExactOptimum(rescaling, variables, primal, dual);
    }

    /** An upper bound of P*: the objective of {@link #variables}. */
    DoubleDouble primal() {
        return primal;
    }

    /** A lower bound of P*. */
    DoubleDouble dual() {
        return dual;
    }

    /** The optimum in the variables of {@link #rescaling}. Do not modify. */
    DoubleDouble[] variables() {
        return variables;
    }

    Rescaling rescaling() {
        return rescaling;
    }

    /** The optimum as doubles, in the features of the design. */
    Coefficients coefficients() {
        return rescaling.coefficients(variables);
    }
}
