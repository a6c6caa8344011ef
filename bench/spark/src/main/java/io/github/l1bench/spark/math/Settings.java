package io.github.l1bench.spark.math;

/**
 * How a solve by rounds goes about it.
 *
 * @param gap the relative gap to certify
 * @param maxRounds looks at most, each one round
 * @param sampleRows rows that the driver starts from
 * @param curvatureRows rows on which executors take curvature at first; a fiftieth of all where that is more
 * @param maxPairs a working set larger than this takes its curvature from rows on the driver
 * @param driverRows as many of them at most, about; fewer where these have too many nonzeros
 */
public record Settings(double gap, int maxRounds, int sampleRows, int curvatureRows, int maxPairs, int driverRows) {
    // Of all rows, for curvature.
    private static final int SHARE = 50;

    /** Sizes that suit most. */
    public static Settings of(double gap) {
        return new Settings(gap, 60, 3000, 5000, 1200, 200_000);
    }

    /** Every how many of {@code rows} rows is taken for curvature at first. */
    int stride(long rows) {
        return (int) Math.min(1 << 20, Math.max(1, rows / Math.max(curvatureRows, rows / SHARE)));
    }

    /** Whether the sums of a {@link NewtonMove} are no more than the curvature of the largest working set. */
    boolean mayMeet(int features, int classes) {
        return (double) features * Answer.meetings(classes) <= (double) maxPairs * maxPairs / 2;
    }

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException in one sentence, if one is not positive
     */
    public Settings {
        if (!(gap > 0) || gap >= 1) {
            throw new IllegalArgumentException("the gap asked for is " + gap + "; it must lie between 0 and 1");
        }
        if (maxRounds < 1 || sampleRows < 1 || curvatureRows < 1 || maxPairs < 1 || driverRows < 1) {
            throw new IllegalArgumentException("rounds, rows and pairs must be at least 1");
        }
    }

    /** The same with working sets of at most {@code pairs} on executors. */
    public Settings withMaxPairs(int pairs) {
        return new Settings(gap, maxRounds, sampleRows, curvatureRows, pairs, driverRows);
    }

    /** The same within so many rounds. */
    public Settings withMaxRounds(int rounds) {
        return new Settings(gap, rounds, sampleRows, curvatureRows, maxPairs, driverRows);
    }
}
