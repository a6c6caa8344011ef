package io.github.l1bench.kernel;

import static io.github.l1bench.kernel.KernelChoice.KERNELS;

import java.util.Arrays;

/**
 * The softmax of class-major scores and what a multinomial loss needs of it. Holds its own work arrays, so one object
 * serves one thread.
 *
 * <p>For sample i: c_i = max_k z_ik, e_ik = exp(z_ik - c_i), s_i = sum_k e_ik; then p_ik = e_ik / s_i and
 * logsumexp_k z_ik = c_i + log s_i.
 */
public final class Softmax {
    /** Samples that are dealt out together. */
    private static final int GRAIN = Vectors.CHUNK;

    // Samples whose scores stay in the first-level cache between their maximum and their exponentials.
    private static final int BLOCK = 256;

    private final Team team;
    private final int samples;
    private final double[][] exponentials;
    private final double[] maxima;
    private final double[] sums;

    /** Work arrays for {@code classes} x {@code samples} scores. */
    public Softmax(int classes, int samples) {
        this(classes, samples, Team.ALONE);
    }

    /** The same, with a team that shares the work. */
    public Softmax(int classes, int samples, Team team) {
        this.team = team;
        this.samples = samples;
        this.exponentials = new double[classes][samples];
        this.maxima = new double[samples];
        this.sums = new double[samples];
    }

    /** Takes the scores {@code z}, K rows of n, which are not modified. The other methods speak of these scores. */
    public void set(double[][] z) {
        team.run(samples, GRAIN, (from, to, member) -> KERNELS.softmax(z, maxima, exponentials, sums, from, to));
    }

    /**
     * Writes c, E and s of the scores {@code z} for the samples from {@code from} to {@code to - 1}.
     *
     * @param z K rows of n, not modified
     * @param maxima c, n values, overwritten
     * @param exponentials E, K rows of n, overwritten
     * @param sums s, n values, overwritten
     */
    public static void exponentials(
            double[][] z, double[] maxima, double[][] exponentials, double[] sums, int from, int to) {
        for (int i = from; i < to; i += BLOCK) {
            block(z, maxima, exponentials, sums, i, Math.min(to, i + BLOCK));
        }
    }

    private static void block(double[][] z, double[] maxima, double[][] exponentials, double[] sums, int from, int to) {
        System.arraycopy(z[0], from, maxima, from, to - from);
        for (int k = 1; k < z.length; k++) {
            Vectors.maximum(z[k], maxima, from, to);
        }
        Arrays.fill(sums, from, to, 0);
        for (int k = 0; k < z.length; k++) {
            Exponential.shifted(z[k], maxima, exponentials[k], from, to);
            Vectors.axpy(1, exponentials[k], sums, from, to);
        }
    }

    /**
     * The mean multinomial loss (1/n) sum_i [ logsumexp_k z_ik - z_{i,y_i} ].
     *
     * @param z the scores given to {@link #set}
     * @param labels the class of each sample, 0 to K - 1
     */
    public double meanLoss(double[][] z, int[] labels) {
        CompensatedSum total = new CompensatedSum();
        for (int from = 0; from < samples; from += 16) {
            total.add(loss(z, maxima, sums, labels, from, Math.min(samples, from + 16)));
        }
        return total.value() / samples;
    }

    /**
     * The sum of logsumexp_k z_ik - z_{i,y_i} over the samples from {@code from} to {@code to - 1}, at most sixteen: one
     * logarithm is enough for them, since a product of as many sums in [1, K] cannot overflow.
     *
     * @param z K rows of n, not modified, with maxima and sums as of {@link #exponentials}
     */
    public static double loss(double[][] z, double[] maxima, double[] sums, int[] labels, int from, int to) {
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
        team.run(samples, GRAIN, (from, to, member) -> {
            for (int k = 0; k < residuals.length; k++) {
                negativeProbabilities(exponentials[k], sums, residuals[k], from, to);
            }
        });
        for (int i = 0; i < samples; i++) {
            residuals[labels[i]][i] += 1;
        }
    }

    /** Writes -e_i / s_i for the samples from {@code from} to {@code to - 1} into {@code out}: R but for the labels. */
    public static void negativeProbabilities(double[] e, double[] s, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
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
        return maxima[i] + logSum(i);
    }

    /** log s_i of sample i. */
    public double logSum(int i) {
        return Math.log(sums[i]);
    }

    /** The x of which e_ik is the exponential, for a score of sample i: z_ik - c_i, no less than -60. */
    public double exponent(double score, int i) {
        return Math.max(score - maxima[i], Exponential.FLOOR);
    }
}
