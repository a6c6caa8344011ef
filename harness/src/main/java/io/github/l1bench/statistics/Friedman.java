package io.github.l1bench.statistics;

import java.util.Arrays;
import org.apache.commons.math3.distribution.FDistribution;

/**
 * Whether any of k solvers ranks differently over n blocks: M. Friedman's test (J. Amer. Statist. Assoc. 32, 1937),
 * corrected for ties as in W. J. Conover, Practical Nonparametric Statistics, 5.8, with the F distribution of R. L. Iman
 * and J. M. Davenport (Comm. Statist. A9, 1980).
 *
 * @param chiSquare Friedman's statistic, NaN with fewer than two solvers or blocks
 * @param f that of Iman and Davenport; infinite where every block ranks alike
 * @param p probability of an F as large or larger if all solvers were alike
 */
public record Friedman(double chiSquare, double f, double p) {
    private static final Friedman NONE = new Friedman(Double.NaN, Double.NaN, Double.NaN);

    /**
     * The test of {@code ranks}.
     *
     * @param ranks of each block (first index) and solver, or means of ranks within a block
     */
    public static Friedman of(double[][] ranks) {
        int n = ranks.length;
        int k = n == 0 ? 0 : ranks[0].length;
        if (n < 2 || k < 2) {
            return NONE;
        }
        double middle = (k + 1) / 2.0;
        double between = Arrays.stream(Ranks.mean(ranks))
                .map(mean -> n * (mean - middle) * n * (mean - middle))
                .sum();
        double all = Arrays.stream(ranks)
                .flatMapToDouble(Arrays::stream)
                .map(rank -> (rank - middle) * (rank - middle))
                .sum();
        if (all == 0) {
            return new Friedman(0, 0, 1);
        }
        double chiSquare = (k - 1) * between / all;
        double room = n * (k - 1.0) - chiSquare;
        double f = room > 1e-12 * n * k ? (n - 1) * chiSquare / room : Double.POSITIVE_INFINITY;
        return new Friedman(chiSquare, f, probability(f, k - 1.0, (k - 1.0) * (n - 1)));
    }

    private static double probability(double f, double above, double below) {
        return Double.isInfinite(f) ? 0 : 1 - new FDistribution(null, above, below).cumulativeProbability(f);
    }
}
