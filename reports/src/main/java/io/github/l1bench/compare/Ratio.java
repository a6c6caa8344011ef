package io.github.l1bench.compare;

import java.util.stream.DoubleStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * The ratio of two times, after / before, from samples of both. Times are compared by their logarithms, since their
 * spread grows with them, by Welch's t-test (B. L. Welch, Biometrika 34, 1947), which does not ask for equal spreads.
 *
 * @param value ratio of the geometric means
 * @param low lower end of the 95 % confidence interval, NaN with fewer than two samples on a side
 * @param high upper end
 * @param pDifferent probability of a difference this large or larger if there were none, NaN likewise
 * @param pSlower probability of a ratio this large or larger if the true one were 1 + margin, NaN likewise
 */
record Ratio(double value, double low, double high, double pDifferent, double pSlower) {
    private static final double CONFIDENCE = 0.95;
    // Logarithms of times are not more exact than this.
    private static final double ROUNDING = 1e-16;

    /**
     * The ratio of two sets of positive times.
     *
     * @param margin share of slowing down that is tolerated: 0.1 for 10 %
     */
    static Ratio of(double[] before, double[] after, double margin) {
        SummaryStatistics a = logarithms(before);
        SummaryStatistics b = logarithms(after);
        double change = b.getMean() - a.getMean();
        if (a.getN() < 2 || b.getN() < 2) {
            double unknown = Double.NaN;
            return new Ratio(Math.exp(change), unknown, unknown, unknown, unknown);
        }
        double varianceA = a.getVariance() / a.getN();
        double varianceB = b.getVariance() / b.getN();
        double error = Math.sqrt(varianceA + varianceB);
        if (error < ROUNDING) {
            return exact(change, margin);
        }
        TDistribution t = new TDistribution(null, freedom(varianceA, a.getN(), varianceB, b.getN()));
        double half = t.inverseCumulativeProbability((1 + CONFIDENCE) / 2) * error;
        return new Ratio(
                Math.exp(change),
                Math.exp(change - half),
                Math.exp(change + half),
                2 * t.cumulativeProbability(-Math.abs(change) / error),
                t.cumulativeProbability(-(change - Math.log1p(margin)) / error));
    }

    private static SummaryStatistics logarithms(double[] times) {
        SummaryStatistics statistics = new SummaryStatistics();
        DoubleStream.of(times)
                .filter(time -> time > 0 && time < Double.POSITIVE_INFINITY)
                .map(Math::log)
                .forEach(statistics::addValue);
        return statistics;
    }

    /** Samples without any spread: every difference is certain. */
    private static Ratio exact(double change, double margin) {
        double ratio = Math.exp(change);
        return new Ratio(ratio, ratio, ratio, change == 0 ? 1 : 0, change > Math.log1p(margin) ? 0 : 1);
    }

    /** Degrees of freedom by Welch and Satterthwaite. */
    private static double freedom(double varianceA, long a, double varianceB, long b) {
        double sum = varianceA + varianceB;
        return sum * sum / (varianceA * varianceA / (a - 1) + varianceB * varianceB / (b - 1));
    }

    /** Whether there were samples enough for an interval. */
    boolean tested() {
        return !Double.isNaN(pSlower);
    }
}
