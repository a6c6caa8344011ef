package io.github.l1bench.problem;

import java.util.Locale;

/**
 * The penalty of a problem with what two other scales of it need.
 *
 * @param lambda the penalty, positive
 * @param lambdaMax the smallest penalty at which W = 0; 0 where no feature tells the classes apart
 * @param samples n
 */
public record Penalty(double lambda, double lambdaMax, int samples) {
    /** The penalty of {@code problem}; computes lambda max, one gradient unless that was asked for before. */
    public static Penalty of(MultinomialProblem problem) {
        return new Penalty(problem.lambda(), problem.lambdaMax(), problem.samples());
    }

    /** The same problem under another lambda. */
    public Penalty withLambda(double other) {
        return new Penalty(other, lambdaMax, samples);
    }

    /** lambda / lambda max; infinite where lambda max is 0. At 1 and above every weight is zero. */
    public double ratio() {
        return lambda / lambdaMax;
    }

    /** scikit-learn's C = 1 / (lambda n). */
    public double c() {
        return 1 / (lambda * samples);
    }

    /** {@code 0.02 (lambda ratio 0.0512 of lambda max 0.390625; C 0.01)}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%s (lambda ratio %.6g of lambda max %.6g; C %.6g)", lambda, ratio(), lambdaMax, c());
    }
}
