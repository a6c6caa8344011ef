package io.github.l1bench.statistics;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * By how much values lie above others, told by ranks: the median of all differences and the interval that the test of
 * Wilcoxon, Mann and Whitney does not refuse (J. L. Hodges, E. L. Lehmann, Ann. Math. Statist. 34, 1963). Values that lie
 * far away count like any other at that end, so that a few forks that met other programs do not hide what the rest shows.
 * Probabilities are by the normal distribution with the correction for continuity, which ten values on each side suffice
 * for; in its tails it errs towards no difference.
 */
final class RankShift {
    /** Of fewer values on a side ranks tell too little: with five, no probability is below 0.008. */
    static final int FEWEST = 10;

    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    // Of each value and each of the others, ascending.
    private final double[] differences;
    private final double deviation;

    RankShift(double[] before, double[] after) {
        this.differences = DoubleStream.of(after)
                .flatMap(b -> DoubleStream.of(before).map(a -> b - a))
                .sorted()
                .toArray();
        this.deviation = Math.sqrt(differences.length * (before.length + after.length + 1) / 12.0);
    }

    /** The median difference. */
    double estimate() {
        int n = differences.length;
        return (differences[(n - 1) / 2] + differences[n / 2]) / 2;
    }

    /** The ends of the interval at {@link Interval#LEVEL}. */
    double[] interval() {
        double quantile = NORMAL.inverseCumulativeProbability((1 + Interval.LEVEL) / 2);
        int left = (int) Math.max(0, Math.floor((differences.length - 1) / 2.0 - quantile * deviation));
        return new double[] {differences[left], differences[differences.length - 1 - left]};
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
                .map(difference -> difference > shift ? 1 : difference == shift ? 0.5 : 0)
                .sum();
    }

    private double tail(double count) {
        double aboveMean = count - differences.length / 2.0 - 0.5;
        return NORMAL.cumulativeProbability(-aboveMean / deviation);
    }
}
