package io.github.l1bench.statistics;

/**
 * A confidence interval of {@link #LEVEL}.
 *
 * @param low its lower end, NaN where there were too few samples
 * @param high its upper end, NaN likewise
 */
public record Interval(double low, double high) {
    /** The confidence of every interval here. */
    public static final double LEVEL = 0.95;

    /** What stands where there were too few samples. */
    public static final Interval NONE = new Interval(Double.NaN, Double.NaN);

    /** Whether there were samples enough. */
    public boolean isKnown() {
        return !Double.isNaN(low) && !Double.isNaN(high);
    }

    /** The same in another unit, {@code factor} of which make one of this. */
    public Interval times(double factor) {
        return new Interval(low * factor, high * factor);
    }
}
