package io.github.l1bench.statistics;

import java.util.Arrays;

/**
 * F. Wilcoxon's signed ranks (Biometrics Bulletin 1, 1945) of two solvers on the same problems, with zeros as J. W. Pratt
 * has them (J. Amer. Statist. Assoc. 54, 1959): ranked with the others, for neither side. Problems in one block change sign
 * together (B. Rosner, R. J. Glynn and M. T. Lee, Biometrics 62, 2006). The distribution is the exact one given the ranks:
 * every choice of signs of the blocks is equally likely if there is no difference.
 *
 * @param sum ranks of positive differences less those of negative ones
 * @param p probability of a sum this far from 0 or farther; 1 without problems
 */
public record SignedRanks(double sum, double p) {
    /**
     * Of the logarithms of two solvers' costs, so that ratios count.
     *
     * @param a positive costs of the first, positive infinity where it does not solve a problem
     * @param b those of the second; where both are infinite there is no difference, where one is it is the largest
     * @param blocks the block of each problem, numbered from 0 without gaps
     */
    public static SignedRanks ofCosts(double[] a, double[] b, int[] blocks) {
        double[] differences = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            // the larger ratio with the sign of its logarithm has the logarithm's rank, and a tie stays one
            differences[i] = a[i] == b[i] ? 0 : a[i] > b[i] ? a[i] / b[i] : -b[i] / a[i];
        }
        return of(differences, blocks);
    }

    /** The test of {@code differences}, which may be infinite. */
    public static SignedRanks of(double[] differences, int[] blocks) {
        double[] ranks = Ranks.of(Arrays.stream(differences).map(Math::abs).toArray());
        long[] doubled = new long[Arrays.stream(blocks).max().orElse(-1) + 1]; // ranks are halves at the finest
        for (int i = 0; i < differences.length; i++) {
            doubled[blocks[i]] += Math.round(2 * ranks[i] * Math.signum(differences[i]));
        }
        long sum = Arrays.stream(doubled).sum();
        return new SignedRanks(sum / 2.0, probability(doubled, Math.abs(sum)));
    }

    // The share of choices of signs whose sum is at least that far from 0; sums build up one block at a time.
    private static double probability(long[] blocks, long seen) {
        int all = (int) Arrays.stream(blocks).map(Math::abs).sum();
        double[] share = new double[2 * all + 1];
        share[all] = 1;
        int reach = 0;
        for (long block : blocks) {
            int step = (int) Math.abs(block);
            double[] next = new double[share.length];
            for (int at = all - reach; at <= all + reach; at++) {
                next[at - step] += share[at] / 2;
                next[at + step] += share[at] / 2;
            }
            share = next;
            reach += step;
        }
        double p = 0;
        for (int at = 0; at < share.length; at++) {
            p += Math.abs(at - all) >= seen ? share[at] : 0;
        }
        return Math.min(1, p);
    }
}
