package io.github.l1bench.problem;

/**
 * A penalty as it is asked for: lambda itself, or a value on a scale that takes a problem to tell lambda from.
 *
 * @param scale what {@code value} is
 * @param value positive and finite
 */
public record PenaltyRequest(Scale scale, double value) {
    /** What people give a penalty as. */
    public enum Scale {
        /** lambda itself. */
        LAMBDA("lambda") {
            @Override
            double lambda(double value, MultinomialProblem problem) {
                return value;
            }
        },
        /** A multiple of lambda max. */
        RATIO("the lambda ratio") {
            @Override
            double lambda(double value, MultinomialProblem problem) {
                if (problem.isLambdaMaxRounding()) {
                    throw new IllegalArgumentException(
                            "lambda max is 0 but for rounding, because no feature of these data"
                                    + " tells the classes apart, so that no penalty is a ratio of it; give lambda itself, or C");
                }
                return value * problem.lambdaMax();
            }
        },
        /** scikit-learn's C, which sums the losses instead of averaging them. */
        C("C") {
            @Override
            double lambda(double value, MultinomialProblem problem) {
                return 1 / (value * problem.samples());
            }
        };

        private final String title;

        Scale(String title) {
            this.title = title;
        }

        abstract double lambda(double value, MultinomialProblem problem);
    }

    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException if it is no positive number
     */
    public PenaltyRequest {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(scale.title + " is " + value + "; it must be a positive number");
        }
    }

    /** lambda itself. */
    public static PenaltyRequest lambda(double value) {
        return new PenaltyRequest(Scale.LAMBDA, value);
    }

    /**
     * {@code problem} under the penalty asked for instead of its own.
     *
     * @throws IllegalArgumentException if lambda max is 0 and a ratio of it is asked for, or if the value asked for is
     *     so large or small that lambda is no positive number
     */
    public MultinomialProblem applied(MultinomialProblem problem) {
        double lambda = scale.lambda(value, problem);
        if (!(lambda > 0) || Double.isInfinite(lambda)) {
            throw new IllegalArgumentException(scale.title + " is " + value + ", which makes lambda " + lambda
                    + " with these data; lambda must be a positive number");
        }
        return problem.withLambda(lambda);
    }
}
