package io.github.l1bench.statistics;

import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Whether values that should be steady rise or fall: the trend test of H. B. Mann (Econometrica 13, 1945) on M. G.
 * Kendall's S, with its exact distribution, and the slope of H. Theil (1950) and P. K. Sen (1968).
 *
 * @param p probability of a trend this clear or clearer, up or down, if there were none; 1 with fewer than two values
 * @param change share by which the values change from the first to the last; negative where they fall
 */
public record Drift(double p, double change) {
    private static final double SIGNIFICANCE = 0.05;
    private static final double RELEVANT = 0.05;

    /** The drift of positive {@code values}, in their order. */
    public static Drift of(double[] values) {
        int n = values.length;
        if (n < 2) {
            return new Drift(1, 0);
        }
        int s = 0;
        for (int j = 1; j < n; j++) {
            for (int i = 0; i < j; i++) {
                s += Double.compare(values[j], values[i]);
            }
        }
        double typical = StatUtils.percentile(values, 50);
        return new Drift(probability(n, Math.abs(s)), slope(values) * (n - 1) / typical);
    }

    /** Whether there is a trend at 5 % that changes the values by more than 5 %. */
    public boolean isRelevant() {
        return p <= SIGNIFICANCE && Math.abs(change) > RELEVANT;
    }

    private static double slope(double[] values) {
        double[] slopes = IntStream.range(0, values.length)
                .boxed()
                .flatMapToDouble(j -> IntStream.range(0, j).mapToDouble(i -> (values[j] - values[i]) / (j - i)))
                .toArray();
        return StatUtils.percentile(slopes, 50);
    }

    // The share of permutations of n with |S| at least s: S is n (n - 1) / 2 less twice the inversions, whose counts
    // build up one element at a time.
    private static double probability(int n, int s) {
        double[] share = {1};
        for (int size = 2; size <= n; size++) {
            double[] next = new double[share.length + size - 1];
            for (int inversions = 0; inversions < share.length; inversions++) {
                for (int more = 0; more < size; more++) {
                    next[inversions + more] += share[inversions] / size;
                }
            }
            share = next;
        }
        double p = 0;
        for (int inversions = 0; inversions < share.length; inversions++) {
            p += Math.abs(share.length - 1 - 2 * inversions) >= s ? share[inversions] : 0;
        }
        return Math.min(1, p);
    }
}
