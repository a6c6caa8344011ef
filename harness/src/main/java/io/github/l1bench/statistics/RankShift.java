package io.github.l1bench.statistics;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * By how much values lie above others, told by ranks: the median of all differences and the interval that the test of
 * Wilcoxon, Mann and Whitney does not refuse (J. L. Hodges, E. L. Lehmann, Ann. Math. Statist. 34, 1963). Values that lie
 * far away count like any other at that end, so that a few forks that met other programs do not hide what the rest shows.
 * Probabilities are exact, of large samples by the normal distribution with the correction for continuity.
 */
final class RankShift {
    /** Of fewer values on a side ranks tell too little for a table of many rows: with five, one-sided, 0.004 at the least. */
    static final int FEWEST = 10;

    private static final int MOST_PAIRS_EXACTLY = 2500;
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);
    private static final Map<Long, double[]> TAILS = new ConcurrentHashMap<>();

    // Of each value and each of the others, ascending.
    private final double[] differences;
    // Probability of at least so many positive differences among equals.
    private final double[] tails;

    RankShift(double[] before, double[] after) {
        this.differences = DoubleStream.of(after)
                .flatMap(b -> DoubleStream.of(before).map(a -> b - a))
                .sorted()
                .toArray();
        this.tails = TAILS.computeIfAbsent(
                (long) before.length << 32 | after.length, key -> tails(before.length, after.length));
    }

    private static double[] tails(int n, int m) {
        double[] tails = new double[n * m + 1];
        if (n * m > MOST_PAIRS_EXACTLY) {
            double deviation = Math.sqrt(n * (double) m * (n + m + 1) / 12);
            Arrays.setAll(tails, u -> NORMAL.cumulativeProbability((n * m / 2.0 + 0.5 - u) / deviation));
            return tails;
        }
        double[] ways = ways(n, m);
        double total = Arrays.stream(ways).sum();
        double sum = 0;
        for (int u = n * m; u >= 0; u--) {
            sum += ways[u];
            tails[u] = sum / total;
        }
        return tails;
    }

    // In how many orders of n and m values u pairs are in order, for each u. Place by place: one of the n that stands
    // there is above as many of the m as places below are left by the n.
    private static double[] ways(int n, int m) {
        double[][] of = new double[n + 1][n * m + 1];
        of[0][0] = 1;
        for (int place = 1; place <= n + m; place++) {
            for (int taken = Math.min(n, place); taken >= 1; taken--) {
                int above = place - taken;
                for (int u = n * m; above <= m && u >= above; u--) {
                    of[taken][u] += of[taken - 1][u - above];
                }
            }
        }
        return of[n];
    }

    /** The median difference. */
    double estimate() {
        int n = differences.length;
        return (differences[(n - 1) / 2] + differences[n / 2]) / 2;
    }

    /** The ends of the interval at {@link Interval#LEVEL}. */
    double[] interval() {
        int n = differences.length;
        int left = 0;
        while (left < n / 2 && tails[n - left - 1] <= (1 - Interval.LEVEL) / 2) {
            left++;
        }
        return new double[] {differences[left], differences[n - 1 - left]};
    }

    /** Probability of ranks as high or higher if the values lay {@code shift} above the others. */
    double pAbove(double shift) {
        return tail(above(shift));
    }

    /** Probability of ranks as high or as low, or more so, if there were no difference. */
    double pDifferent() {
        double above = above(0);
        return Math.min(1, 2 * Math.min(tail(above), tail(differences.length - above)));
    }

    // How many differences are larger, and half of those that are equal.
    private double above(double shift) {
        return Arrays.stream(differences)
                .map(difference ->
                        Math.abs(difference - shift) <= ForkTimes.ROUNDING ? 0.5 : difference > shift ? 1 : 0)
                .sum();
    }

    private double tail(double count) {
        return tails[(int) count];
    }
}
