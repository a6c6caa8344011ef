package io.github.l1bench.statistics;

/**
 * The ratio of two times, after / before: by a {@link HierarchicalBootstrap} over the forks and shots of both, and where both
 * have ten forks or more by {@link RankShift}.
 *
 * @param value ratio of the geometric means of the forks' means; of ten forks and more the median of all ratios
 * @param interval of the ratio; none with fewer than {@link ForkTimes#FEWEST_FORKS} forks on a side
 * @param pDifferent probability of a difference this large or larger if there were none, NaN likewise
 * @param pSlower probability of a ratio this large or larger if the true one were 1 + margin, NaN likewise
 */
public record Ratio(double value, Interval interval, double pDifferent, double pSlower) {
    /**
     * The ratio of two sets of times.
     *
     * @param margin share of slowing down that is tolerated: 0.1 for 10 %
     */
    public static Ratio of(ForkTimes before, ForkTimes after, double margin) {
        if (before.forks() == 0 || after.forks() == 0) {
            return new Ratio(Double.NaN, Interval.NONE, Double.NaN, Double.NaN);
        }
        if (Math.min(before.forks(), after.forks()) >= RankShift.FEWEST) {
            return ranked(new RankShift(before.logarithms(), after.logarithms()), margin);
        }
        HierarchicalBootstrap a = new HierarchicalBootstrap(before);
        HierarchicalBootstrap b = new HierarchicalBootstrap(after);
        double change = b.mean() - a.mean();
        if (!before.isTested() || !after.isTested()) {
            return new Ratio(Math.exp(change), Interval.NONE, Double.NaN, Double.NaN);
        }
        double error = b.error(a);
        if (error < ForkTimes.ROUNDING) {
            return exact(change, margin);
        }
        double[] t = b.differences(a);
        double seen = change / error;
        double different = 2 * Math.min(b.shareFrom(t, seen, a), b.shareTo(t, seen, a));
        return new Ratio(
                Math.exp(change),
                HierarchicalBootstrap.interval(change, error, t),
                Math.min(1, different),
                b.shareFrom(t, (change - Math.log1p(margin)) / error, a));
    }

    private static Ratio ranked(RankShift shift, double margin) {
        double[] interval = shift.interval();
        return new Ratio(
                Math.exp(shift.estimate()),
                new Interval(Math.exp(interval[0]), Math.exp(interval[1])),
                shift.pDifferent(),
                shift.pAbove(Math.log1p(margin)));
    }

    /** Forks without any spread: every difference is certain. */
    private static Ratio exact(double change, double margin) {
        double ratio = Math.exp(change);
        return new Ratio(ratio, new Interval(ratio, ratio), change == 0 ? 1 : 0, change > Math.log1p(margin) ? 0 : 1);
    }

    /** Whether there were forks enough for an interval. */
    public boolean tested() {
        return interval.isKnown();
    }
}
