package io.github.l1bench.statistics;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * A bootstrap over two levels: forks are drawn with replacement, and from each drawn fork its shots with replacement
 * (A. C. Davison, D. V. Hinkley, Bootstrap Methods and their Application, 1997, section 3.8; T. Kalibera, R. Jones,
 * Rigorous benchmarking in reasonable time, 2013). Times are taken by the logarithms of the forks' means, since their
 * spread grows with them. What is drawn are studentised means (section 5.2 there): with five forks plain percentiles
 * call one difference in seven significant at 5 % where there is none. Draws are seeded, so that the same times give the
 * same numbers.
 *
 * <p>Fewer than five forks are too few to draw from: one in twenty intervals of four that have one shot each would reach
 * 70 standard errors far. There Student's t takes the place of the draws, with a degree of freedom less than the side of
 * fewer forks has; among forks whose logarithms are normal it covers 95 % as well.
 */
final class HierarchicalBootstrap {
    private static final int DRAWS = 9999;
    private static final int FEWEST_TO_DRAW_FROM = 5;
    private static final Map<Integer, double[]> STUDENT = new ConcurrentHashMap<>();

    private final double[][] shots;
    private final double mean;
    private final double variance;

    /** @param times of at least two forks */
    HierarchicalBootstrap(ForkTimes times) {
        this.shots = times.shots();
        double[] whole = times.logarithms();
        this.mean = mean(whole);
        this.variance = variance(whole);
    }

    /** The mean logarithm of the forks' means. */
    double mean() {
        return mean;
    }

    /** The interval of the time itself, not of its logarithm. */
    Interval interval() {
        double[] t = studentised(new SplittableRandom(1), new SplittableRandom(2), null);
        return interval(mean, Math.sqrt(variance), t);
    }

    /** The interval of exp(estimate) whose studentised draws, sorted, are {@code t}. */
    static Interval interval(double estimate, double error, double[] t) {
        double tail = (1 - Interval.LEVEL) / 2;
        double upper = t[(int) Math.round((DRAWS + 1) * (1 - tail)) - 1];
        double lower = t[(int) Math.round((DRAWS + 1) * tail) - 1];
        return new Interval(Math.exp(estimate - upper * error), Math.exp(estimate - lower * error));
    }

    /** The error of this mean, or of its difference from {@code before}'s. */
    double error(HierarchicalBootstrap before) {
        return Math.sqrt(variance + before.variance);
    }

    /** Draws of (difference* - difference) / error* for this minus {@code before}, sorted. */
    double[] differences(HierarchicalBootstrap before) {
        return studentised(new SplittableRandom(1), new SplittableRandom(2), before);
    }

    private double[] studentised(SplittableRandom own, SplittableRandom others, HierarchicalBootstrap before) {
        int forks = before == null ? shots.length : Math.min(shots.length, before.shots.length);
        if (forks < FEWEST_TO_DRAW_FROM) {
            return STUDENT.computeIfAbsent(forks - 1, HierarchicalBootstrap::student);
        }
        double[] drawn = new double[shots.length];
        double[] drawnBefore = before == null ? new double[0] : new double[before.shots.length];
        return IntStream.range(0, DRAWS)
                .mapToDouble(draw -> {
                    draw(drawn, own);
                    double shift = mean(drawn) - mean;
                    double sum = variance(drawn);
                    if (before != null) {
                        before.draw(drawnBefore, others);
                        shift -= mean(drawnBefore) - before.mean;
                        sum += variance(drawnBefore);
                    }
                    return Math.abs(shift) <= ForkTimes.ROUNDING ? 0 : shift / Math.sqrt(sum);
                })
                .sorted()
                .toArray();
    }

    // What as many draws from Student's distribution would be, evenly spread.
    private static double[] student(int degreesOfFreedom) {
        TDistribution t = new TDistribution(degreesOfFreedom);
        return IntStream.rangeClosed(1, DRAWS)
                .mapToDouble(draw -> t.inverseCumulativeProbability(draw / (DRAWS + 1.0)))
                .toArray();
    }

    // The logarithm of a drawn mean for each drawn fork.
    private void draw(double[] drawn, SplittableRandom random) {
        for (int f = 0; f < drawn.length; f++) {
            double[] fork = shots[random.nextInt(shots.length)];
            double sum = 0;
            for (int s = 0; s < fork.length; s++) {
                sum += fork[random.nextInt(fork.length)];
            }
            drawn[f] = Math.log(sum / fork.length);
        }
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Of the mean of {@code values}. */
    private static double variance(double[] values) {
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum / (values.length - 1) / values.length;
    }

    /**
     * The share of sorted draws {@code t} of {@link #differences} from {@code before} that are at least {@code value},
     * itself counted as one of them. Beyond all draws it is Student's, which tells a difference that is ten times as large
     * as chance from one that is four times as large: a table of many rows needs that.
     */
    double shareFrom(double[] t, double value, HierarchicalBootstrap before) {
        int below = Arrays.binarySearch(t, value);
        int first = below >= 0 ? below : -below - 1;
        while (first > 0 && t[first - 1] == value) {
            first--;
        }
        double share = (1.0 + t.length - first) / (t.length + 1);
        return first < t.length ? share : Math.min(share, beyond(value, before));
    }

    private double beyond(double value, HierarchicalBootstrap before) {
        int forks = Math.min(shots.length, before.shots.length);
        return new TDistribution(forks - 1).cumulativeProbability(-value);
    }

    /** The share of those that are at most {@code value}, likewise. */
    double shareTo(double[] t, double value, HierarchicalBootstrap before) {
        int at = Arrays.binarySearch(t, value);
        int next = at >= 0 ? at + 1 : -at - 1;
        while (next < t.length && t[next] == value) {
            next++;
        }
        double share = (1.0 + next) / (t.length + 1);
        return next > 0 ? share : Math.min(share, beyond(-value, before));
    }
}
