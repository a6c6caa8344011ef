package io.github.l1bench.data;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.Design;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.problem.PenaltyRequest;
import java.util.BitSet;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Training rows as a design, test rows standardised in the same way, and labels.
 *
 * @param info what this is
 * @param train training rows, n x p, standardised as {@code info} says
 * @param trainLabels n classes
 * @param test test rows by the training rows' standardisation, or empty
 * @param testLabels their classes, as many as there are test rows
 */
public record Dataset(DataInfo info, Design train, int[] trainLabels, Optional<Design> test, int[] testLabels) {
    /**
     * The training problem under penalty {@code lambda}.
     *
     * @throws IllegalArgumentException if a class has no training row, or lambda is no positive number
     */
    public MultinomialProblem problem(double lambda) {
        requireEveryClass();
        return new MultinomialProblem(train, trainLabels, info.classes(), lambda);
    }

    /**
     * The training problem under the penalty that {@code penalty} asks for.
     *
     * @throws IllegalArgumentException as {@link PenaltyRequest#applied} says
     */
    public MultinomialProblem problem(PenaltyRequest penalty) {
        return penalty.applied(problem(1));
    }

    // The problem would say so too, but knows no names.
    private void requireEveryClass() {
        BitSet seen = new BitSet();
        IntStream.of(trainLabels).forEach(seen::set);
        int missing = seen.nextClearBit(0);
        if (missing < info.classes()) {
            throw new IllegalArgumentException(
                    "class '" + ClassWords.shown(info.labels().get(missing))
                            + "' has no training row, so its intercept has no finite optimum; use more training rows or leave"
                            + " that class out");
        }
    }

    /** Share of training rows that {@code coefficients} classify correctly. */
    public double trainAccuracy(Coefficients coefficients) {
        return Accuracy.of(train, trainLabels, coefficients);
    }

    /** Share of test rows that {@code coefficients} classify correctly; empty without test rows. */
    public Optional<Double> testAccuracy(Coefficients coefficients) {
        return test.map(design -> Accuracy.of(design, testLabels, coefficients));
    }
}
