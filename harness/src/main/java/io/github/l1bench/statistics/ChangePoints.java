package io.github.l1bench.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * Where a series changes its distribution: E-divisive means (D. S. Matteson, N. A. James, A nonparametric approach for
 * multiple change point analysis of multivariate data, JASA 109, 2014), with the energy distance of exponent 1. The
 * series is divided where the statistic is largest, and again, as long as a permutation test within the parts finds the
 * new point significant. Permutations are seeded, so that the same series gives the same points.
 */
public final class ChangePoints {
    /** No part of a series is shorter. */
    public static final int SHORTEST = 3;

    private static final int PERMUTATIONS = 999;
    private static final double SIGNIFICANCE = 0.05;

    private ChangePoints() {}

    /**
     * A place where a series changes.
     *
     * @param index of the first value after it
     * @param p of its permutation test
     */
    public record ChangePoint(int index, double p) {}

    private record Split(int index, double statistic) {}

    /** The change points of {@code series}, in its order. */
    public static List<ChangePoint> of(double[] series) {
        List<ChangePoint> points = new ArrayList<>();
        TreeSet<Integer> borders = new TreeSet<>(List.of(0, series.length));
        SplittableRandom random = new SplittableRandom(1);
        for (Split split = best(series, borders); split.index() > 0; split = best(series, borders)) {
            double p = probability(series, borders, split.statistic(), random);
            if (p > SIGNIFICANCE) {
                break;
            }
            points.add(new ChangePoint(split.index(), p));
            borders.add(split.index());
        }
        points.sort((a, b) -> Integer.compare(a.index(), b.index()));
        return List.copyOf(points);
    }

    private static double probability(
            double[] series, TreeSet<Integer> borders, double statistic, SplittableRandom random) {
        double[] shuffled = series.clone();
        int asLarge = 0;
        for (int i = 0; i < PERMUTATIONS; i++) {
            int from = 0;
            for (int to : borders) {
                shuffle(shuffled, from, to, random);
                from = to;
            }
            asLarge += best(shuffled, borders).statistic() >= statistic ? 1 : 0;
        }
        return (1.0 + asLarge) / (PERMUTATIONS + 1);
    }

    private static void shuffle(double[] values, int from, int to, SplittableRandom random) {
        for (int i = to - 1; i > from; i--) {
            int other = random.nextInt(from, i + 1);
            double value = values[i];
            values[i] = values[other];
            values[other] = value;
        }
    }

    /** The best division of a part between two borders; index 0 where no part can be divided. */
    private static Split best(double[] series, TreeSet<Integer> borders) {
        Split best = new Split(0, Double.NEGATIVE_INFINITY);
        int from = 0;
        for (int to : borders) {
            Split own = best(Arrays.copyOfRange(series, from, to));
            if (own.index() > 0 && own.statistic() > best.statistic()) {
                best = new Split(from + own.index(), own.statistic());
            }
            from = to;
        }
        return best;
    }

    // Sums of distances before, after and between, moved along with the border.
    private static Split best(double[] part) {
        int n = part.length;
        double after = 0;
        for (int j = 0; j < n; j++) {
            after += distances(part, j, 0, j);
        }
        double before = 0;
        double between = 0;
        Split best = new Split(0, Double.NEGATIVE_INFINITY);
        for (int border = 1; border <= n - SHORTEST; border++) {
            double toEarlier = distances(part, border - 1, 0, border - 1);
            double toLater = distances(part, border - 1, border, n);
            before += toEarlier;
            after -= toLater;
            between += toLater - toEarlier;
            double statistic = statistic(before, border, after, n - border, between);
            if (border >= SHORTEST && statistic > best.statistic()) {
                best = new Split(border, statistic);
            }
        }
        return best;
    }

    private static double distances(double[] part, int i, int from, int to) {
        double sum = 0;
        for (int j = from; j < to; j++) {
            sum += Math.abs(part[i] - part[j]);
        }
        return sum;
    }

    /** mn / (m + n) times the energy distance, from sums over pairs. */
    private static double statistic(double before, int m, double after, int n, double between) {
        double energy = 2 * between / ((double) m * n) - 2 * before / (m * (m - 1.0)) - 2 * after / (n * (n - 1.0));
        return (double) m * n / (m + n) * energy;
    }
}
