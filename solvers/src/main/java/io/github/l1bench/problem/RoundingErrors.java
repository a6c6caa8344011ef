package io.github.l1bench.problem;

/**
 * Bounds on the rounding errors of a certificate, a priori and to first order, with u = 2^-53 the unit roundoff and
 * gamma_m = m u / (1 - m u) the error of m operations (Higham, 2002, Accuracy and Stability of Numerical Algorithms,
 * chapter 3: a sum of m products in any order is off by at most gamma_m times the sum of their sizes). Everywhere K is
 * the number of classes, n that of samples, and a_j = {@link Design#magnitudes}.
 *
 * <h2>The softmax</h2>
 *
 * {@link io.github.l1bench.kernel.Exponential} computes exp(x), x in [-60, 0], from t = x / 512: a Taylor polynomial of
 * expm1(t) is off by 4 u, relatively; each of five doublings q (q + 2) adds 2 u and amplifies nothing, as
 * (2 q + 2) / (q + 2) <= 1 for q in (-1, 0]; adding 1 turns 14 u of q into 14 u (exp(|x| / 16) - 1) + u of exp(x / 16);
 * each of four squarings doubles the error and adds u. So exp(x) is off by
 *
 * <pre>
 *   eta(x) = 31 u + 224 u (exp(|x| / 16) - 1),
 * </pre>
 *
 * and by u |x| because z - c is rounded. What is left of the Taylor series is below u where it counts, weighted with the
 * probability. For probabilities p_k <= exp(x_k), by the concavity of t^(15/16),
 *
 * <pre>
 *   sum_k p_k (exp(|x_k| / 16) - 1) <= sum_k p_k^(15/16) - 1 <= K^(1/16) - 1,    sum_k p_k |x_k| <= log K,
 * </pre>
 *
 * so that a mean of eta over any softmax is at most {@link #ofExponentials}.
 *
 * <h2>Vector kernels</h2>
 *
 * The bounds hold for both {@link io.github.l1bench.kernel.Kernels}. Sums are bounded for any order of additions, and a
 * register's lanes and accumulators that start at zero are one: adding zero is exact, and no term passes through more
 * additions than there are terms. A fused multiply-add rounds once where a product and a sum round twice. The vector
 * exponential is off by 6 u for every x (shown where it is written), less than the 31 u of eta; it takes arguments below
 * -60 as -60 as the plain one does, which is what {@link io.github.l1bench.kernel.Softmax#exponent} reckons with. What is
 * compensated, logarithms and the entropy do not go through kernels.
 *
 * <h2>Levels</h2>
 *
 * A {@link ByteBlock} adds up whole numbers, exact doubles, and applies step and origin to the sum. A value that its level
 * gives to {@link #OF_LEVELS} units counts as that many operations more, products with step and origin, their sum and that
 * with the rest as four; a_j then bounds |origin| + step (b + 128) by {@link ByteBlock#magnitudes}.
 */
final class RoundingErrors {
    /** u: half the distance from 1 to the next double. */
    static final double UNIT = Math.ulp(1.0) / 2;

    /** What a value may be off where {@link ByteBlock} has levels for it, in units of roundoff of what is added up. */
    static final int OF_LEVELS = 6;

    // For what is of higher order.
    private static final double SAFETY = 1.01;

    private final int classes;
    private final int samples;
    private final double logClasses;
    private final double ofExponentials;

    RoundingErrors(int classes, int samples) {
        this.classes = classes;
        this.samples = samples;
        this.logClasses = Math.log(classes);
        this.ofExponentials = UNIT * (33 + 224 * (Math.pow(classes, 1 / 16.0) - 1) + logClasses);
    }

    /** gamma_m. */
    static double gamma(double operations) {
        double error = operations * UNIT;
        return error < 1 ? error / (1 - error) : Double.POSITIVE_INFINITY;
    }

    /** A softmax's mean of the relative errors of its exponentials. */
    double ofExponentials() {
        return ofExponentials;
    }

    /**
     * Of P at {@code coefficients}, where the loss is {@code loss}.
     *
     * <p>Scores: class k adds up m_k products, m_k its nonzero weights, and as many of shifts or lowest levels, which are
     * summed first and then carried through the other additions. So over the samples the norm of its errors is at most
     * gamma_{2 m_k + 14} (sum_j |W_jk| a_j + sqrt(n) |b_k|), standardising and levels included; a sample's loss has
     * derivatives that sum up to 2 at most, in size; and the mean over samples of the largest of K errors is at most
     * the root of the sum of their mean squares. Loss: 16 sums are multiplied before a logarithm is taken, which is good
     * to one unit in the last place, and z_y is subtracted from the maximum, by no more than the loss; sums over samples
     * and weights are compensated.
     */
    double ofPrimal(Coefficients coefficients, double[] magnitudes, double loss, double penalty) {
        double squares = 0;
        for (int k = 0; k < classes; k++) {
            double error = ofScores(coefficients.weights()[k], coefficients.intercept()[k], magnitudes);
            squares += error * error;
        }
        double ofLogarithms = ofExponentials + UNIT * (classes + 4 + 2 * logClasses);
        return SAFETY
                * (2 * Math.sqrt(squares) + ofLogarithms + UNIT * (22 * loss + 3 * penalty + 4 * (loss + penalty)));
    }

    /** Of one class's scores, as a root mean square over the samples. */
    double ofScores(double[] weights, double intercept, double[] magnitudes) {
        double size = Math.abs(intercept);
        int nonzeros = 0;
        for (int j = 0; j < weights.length; j++) {
            if (weights[j] != 0) {
                size += Math.abs(weights[j]) * magnitudes[j] / Math.sqrt(samples);
                nonzeros++;
            }
        }
        return gamma(2.0 * nonzeros + OF_LEVELS + 8) * size;
    }

    /**
     * Of one x_j' r / n for residuals of norm {@code residualNorm}, by any order of additions; the on-label residual as
     * a sum of K - 1 others, standardising and levels included.
     */
    double ofGradient(double magnitude, double residualNorm) {
        return SAFETY * gamma(samples + classes + OF_LEVELS + 10.0) * magnitude * residualNorm / samples;
    }

    /** The same where the inner product is {@link io.github.l1bench.kernel.CompensatedSum#dot}. */
    double ofCompensatedGradient(double magnitude, double residualNorm, double value) {
        double higherOrder = gamma(samples) * gamma(samples);
        return SAFETY
                * ((gamma(classes + 6.0) + higherOrder) * magnitude * residualNorm / samples
                        + 3 * UNIT * Math.abs(value));
    }

    /**
     * Of a column sum of residuals: a compensated sum of what is {@code onLabel} on the samples of its own class, where
     * it is itself a sum of K - 1 others.
     */
    double ofColumnSum(double sum, double onLabel) {
        double higherOrder = gamma(samples) * gamma(samples) * samples;
        return SAFETY * (2 * UNIT * Math.abs(sum) + gamma(classes) * onLabel + higherOrder);
    }

    /** Of 1 - s r, where r is a sum of K - 1 probabilities. */
    double ofOwnProbability(double scaledResidual) {
        return SAFETY * UNIT * ((classes + 1) * scaledResidual + 1);
    }

    /**
     * Of -sum q log q over what is not on the label, for q = s p and log q = log s + x - log sum_k exp(x_k), as a mean
     * over samples; and of the compensated sum over samples, {@code entropy}.
     */
    double ofEntropy(double logScale, double entropy) {
        double ofLogarithms = UNIT * (6 * logClasses + 2 * Math.abs(logScale) + 10);
        return SAFETY * (2 * ofExponentials + ofLogarithms + UNIT * (classes + 4) * (entropy + 1));
    }
}
