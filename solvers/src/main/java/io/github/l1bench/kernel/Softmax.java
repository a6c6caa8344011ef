package io.github.l1bench.kernel;

import java.util.Arrays;

/**
 * The softmax of class-major scores and what a multinomial loss needs of it. Holds its own work arrays, so one object
 * serves one thread.
 *
 * <p>For sample i: c_i = max_k z_ik, e_ik = exp(z_ik - c_i), s_i = sum_k e_ik; then p_ik = e_ik / s_i and
 * logsumexp_k z_ik = c_i + log s_i.
 */
public final class Softmax {
    private final int samples;
    private final double[][] exponentials;
    private final double[] maxima;
    private final double[] sums;

    /** Work arrays for {@code classes} x {@code samples} scores. */
    public Softmax(int classes, int samples) {
        this.samples = samples;
        this.exponentials = new double[classes][samples];
        this.maxima = new double[samples];
        this.sums = new double[samples];
    }

    /** Takes the scores {@code z}, K rows of n, which are not modified. The other methods speak of these scores. */
    public void set(double[][] z) {
        System.arraycopy(z[0], 0, maxima, 0, samples);
        for (int k = 1; k < z.length; k++) {
            Vectors.maximum(z[k], maxima, samples);
        }
        Arrays.fill(sums, 0);
        for (int k = 0; k < z.length; k++) {
            Exponential.shifted(z[k], maxima, exponentials[k], samples);
            Vectors.axpy(1, exponentials[k], sums, samples);
        }
    }

    /**
     * The mean multinomial loss (1/n) sum_i [ logsumexp_k z_ik - z_{i,y_i} ].
     *
     * @param z the scores given to {@link #set}
     * @param labels the class of each sample, 0 to K - 1
     */
    public double meanLoss(double[][] z, int[] labels) {
        double total = 0;
        for (int from = 0; from < samples; from += 16) {
            total += lossOfGroup(z, labels, from, Math.min(samples, from + 16));
        }
        return total / samples;
    }

    // One logarithm for sixteen samples: a product of sixteen sums in [1, K] cannot overflow.
    private double lossOfGroup(double[][] z, int[] labels, int from, int to) {
        double product = 1;
        double rest = 0;
        for (int i = from; i < to; i++) {
            product *= sums[i];
            rest += maxima[i] - z[labels[i]][i];
        }
        return Math.log(product) + rest;
    }

    /** Writes R = Y - P, K rows of n, into {@code residuals}, which is modified. */
    public void residuals(int[] labels, double[][] residuals) {
        for (int k = 0; k < residuals.length; k++) {
            negativeProbability(exponentials[k], sums, residuals[k], samples);
        }
        for (int i = 0; i < samples; i++) {
            residuals[labels[i]][i] += 1;
        }
    }

    private static void negativeProbability(double[] e, double[] s, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = -e[i] / s[i];
        }
    }

    /** Writes p_ik of class k, n values, into {@code out}, which is modified. */
    public void probabilities(int k, double[] out) {
        double[] e = exponentials[k];
        for (int i = 0; i < samples; i++) {
            out[i] = e[i] / sums[i];
        }
    }

    /** logsumexp_k z_ik of sample i. */
    public double logSumExp(int i) {
        return maxima[i] + Math.log(sums[i]);
    }
}
