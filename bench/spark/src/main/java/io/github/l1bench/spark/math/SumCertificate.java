package io.github.l1bench.spark.math;

import io.github.l1bench.kernel.Vectors;
import io.github.l1bench.problem.Coefficients;

/**
 * A certified gap from the sums of one round, with no refit of the intercept; docs/cluster.md has the proof.
 *
 * <p>A {@link Move} leads from P to a P' with exact column sums n_k. Then Q = (1 - s) Y + s P' is feasible for s max
 * |X'(Y - P')| / n <= lambda, and its entropy a lower bound of P*. That of (1 - s) Y + s P is known but for rows' own
 * labels: sum q log q over q = 1 - s r is convex in s, and below the chord of two scales at which it was taken.
 */
final class SumCertificate {
    private static final double BLUNT = 1.25;
    // Relative gaps below are rounding for the most part.
    private static final double ROUNDING = 1e-9;

    private final Facts facts;
    private final double lambda;
    private final RoundingBounds errors;

    SumCertificate(Facts facts, double lambda) {
        this.facts = facts;
        this.lambda = lambda;
        this.errors = new RoundingBounds(facts);
    }

    /** P at {@code coefficients} for the answer of a round there. */
    double primal(Coefficients coefficients, double sumOfLosses) {
        return sumOfLosses / facts.samples() + lambda * coefficients.l1Norm();
    }

    /** What rounding may have taken from {@link #primal}. */
    double ofPrimal(Coefficients coefficients, double sumOfLosses) {
        return errors.ofPrimal(coefficients, sumOfLosses / facts.samples(), lambda * coefficients.l1Norm());
    }

    /**
     * A lower bound of P*, rounding included; minus infinity where there is none.
     *
     * @param gradient {@link Facts#gradient} of {@code answer}, K rows of p
     */
    double dual(Answer answer, double[][] gradient) {
        double dual = dual(answer, new ShareMove(facts, errors, answer, gradient));
        if (answer.meeting.length > 0) {
            NewtonMove newton = new NewtonMove(facts, errors, answer, gradient);
            dual = newton.isPossible() ? Math.max(dual, dual(answer, newton)) : dual;
        }
        return dual;
    }

    /**
     * Whether the move, and not what the gradient is above lambda, makes the gap of {@code dual} at a point with objective
     * {@code primal}: by a quarter. P without a move is not feasible, so that this is a guess.
     */
    boolean isBlunt(Answer answer, double[][] gradient, double primal, double dual) {
        double largest = 0;
        for (double[] row : gradient) {
            largest = Math.max(largest, Vectors.maxAbs(row, row.length));
        }
        double gap = primal - entropy(answer, largest <= lambda ? 1 : lambda / largest);
        return primal - dual > Math.max(BLUNT * gap, ROUNDING * primal);
    }

    private double dual(Answer answer, Move move) {
        double mass = Double.POSITIVE_INFINITY;
        double share = 0;
        double moved = 0;
        for (int k = 0; k < facts.classes(); k++) {
            double off = move.imbalance()[k];
            double rest = facts.counts()[k] - off;
            mass = Math.min(mass, rest);
            share = Math.max(share, off / rest);
            moved += off;
        }
        if (!(mass > 0) || share > 0.5) {
            return Double.NEGATIVE_INFINITY;
        }
        double largest = steepest(move, mass);
        double scale = largest <= lambda ? 1 : lambda / largest * (1 - errors.ofOperations(8));
        // A second move makes the columns exact where the first was rounded; its price is that of DualBound.
        double n = facts.samples();
        return entropy(answer, scale) + move.gain(scale) / n - moved / n * (Math.log(n / mass) + 4);
    }

    // An upper bound of max |X'(Y - P')| / n.
    private double steepest(Move move, double mass) {
        double[] error = new double[facts.classes()];
        for (int k = 0; k < error.length; k++) {
            error[k] = move.gradientError(k) + move.imbalance()[k] / Math.sqrt(facts.samples() * mass);
        }
        double largest = 0;
        for (int j = 0; j < facts.features(); j++) {
            double[] moved = move.gradient(j);
            for (int k = 0; k < error.length; k++) {
                largest = Math.max(largest, Math.abs(moved[k]) + error[k] * facts.magnitudes()[j]);
            }
        }
        return largest;
    }

    // (1/n) sum h(q) at (1 - s) Y + s P, from below.
    private double entropy(Answer answer, double s) {
        double total = 0;
        for (int k = 0; k < facts.classes(); k++) {
            total += answer.offEntropy(k, s) + answer.onEntropy(k, s);
        }
        return total / facts.samples() * (1 - 2 * errors.ofSum()) - errors.ofOwn();
    }
}
