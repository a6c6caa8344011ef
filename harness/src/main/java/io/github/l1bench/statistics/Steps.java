package io.github.l1bench.statistics;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * The empirical distribution of values of which some are infinite: a staircase that need not reach one.
 *
 * @param reached the finite values, ascending
 * @param count of all values, the infinite ones too
 */
public record Steps(double[] reached, int count) {
    /** The distribution of {@code values}, positive infinity standing for what was never reached. */
    public static Steps of(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        return new Steps(Arrays.stream(sorted).filter(Double::isFinite).toArray(), sorted.length);
    }

    /** The share of all values that are at most {@code limit}, 0 to 1; 0 where there are no values. */
    public double share(double limit) {
        int low = 0;
        int high = reached.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (reached[middle] <= limit) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return count == 0 ? 0 : low / (double) count;
    }
}
