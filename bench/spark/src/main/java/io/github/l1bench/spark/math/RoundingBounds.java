package io.github.l1bench.spark.math;

import io.github.l1bench.problem.Coefficients;

/**
 * What rounding may do to a certificate from sums, a priori and to first order. A sum in a {@link TreeSum} of blocks adds
 * m = rows of a block + depth of the tree numbers one after the other, so that it is off by gamma_m = m u / (1 - m u)
 * times the sizes added (Higham, 2002, Accuracy and Stability of Numerical Algorithms, chapter 3), and n does not count.
 * Java's exp and log are good to one unit in the last place.
 */
final class RoundingBounds {
    private static final double UNIT = Math.ulp(1.0) / 2;
    private static final double SAFETY = 1.01;

    private final Facts facts;
    private final double ofSum;

    RoundingBounds(Facts facts) {
        this.facts = facts;
        this.ofSum = SAFETY * gamma(facts.terms() + facts.classes() + 12);
    }

    private static double gamma(double operations) {
        double error = operations * UNIT;
        return error < 1 ? error / (1 - error) : Double.POSITIVE_INFINITY;
    }

    /** Of any sum over rows, relative to the sum of the sizes: 12 and K further operations made each term. */
    double ofSum() {
        return ofSum;
    }

    /** Of a column sum of R, absolute. */
    double ofColumn(Answer answer, int k) {
        return ofSum * (2 * answer.offMass[k] + Math.abs(answer.residual[k]));
    }

    /** The root mean square of r_k: relative to the magnitude of a feature, the sizes that X'r_k / n adds up. */
    double norm(Answer answer, int k) {
        return Math.sqrt(answer.squares[k] / facts.samples());
    }

    /** Of a few operations, relative to their result. */
    double ofOperations(int count) {
        return SAFETY * gamma(count);
    }

    /**
     * Of P, where the loss is {@code loss}: scores of class k add m_k + 6 products, whose root mean square over the rows
     * is at most sum_j |W_jk| magnitude_j + |b_k|; a row's loss has derivatives that sum up to 2 at most.
     */
    double ofPrimal(Coefficients coefficients, double loss, double penalty) {
        double squares = 0;
        for (int k = 0; k < facts.classes(); k++) {
            double size = Math.abs(coefficients.intercept()[k]);
            int nonzeros = 0;
            for (int j = 0; j < facts.features(); j++) {
                double w = coefficients.weights()[k][j];
                if (w != 0) {
                    size += Math.abs(w) * facts.magnitudes()[j];
                    nonzeros++;
                }
            }
            double error = gamma(2.0 * nonzeros + 8) * size;
            squares += error * error;
        }
        double ofLogarithms = UNIT * (2 * facts.classes() + 8);
        return SAFETY * (2 * Math.sqrt(squares) + ofLogarithms + UNIT * 8 * (loss + penalty)) + ofSum * loss;
    }

    /**
     * Of q log q, q = 1 - s r with r a sum of K - 1 probabilities, in every row: q is off by (K + 3) u, and where it is
     * larger than that |log q| < 37.
     */
    double ofOwn() {
        return UNIT * (facts.classes() + 3) * 40;
    }
}
