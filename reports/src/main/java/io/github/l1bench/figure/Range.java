package io.github.l1bench.figure;

import java.util.Arrays;

/**
 * The part of an axis that is shown.
 *
 * @param low its smallest value
 * @param high its largest, above {@code low}
 */
record Range(double low, double high) {
    /** Beyond this magnitude, or on a logarithmic axis below its inverse, a value is no measurement and not drawn. */
    private static final double LARGEST = 1e30;

    /** Whether an axis can show {@code value}. */
    static boolean shows(double value, boolean logarithmic) {
        return Math.abs(value) <= LARGEST && (!logarithmic || value >= 1 / LARGEST);
    }

    /** A range with every one of {@code values} and a little room; whole powers of ten on a logarithmic axis. */
    static Range around(double[] values, boolean logarithmic) {
        double low = Arrays.stream(values).min().orElse(logarithmic ? 0.1 : 0);
        double high = Arrays.stream(values).max().orElse(1);
        return logarithmic ? decades(low, high) : padded(low, high);
    }

    private static Range decades(double low, double high) {
        double floor = Math.floor(Math.log10(low) + 1e-9);
        double ceiling = Math.ceil(Math.log10(high) - 1e-9);
        return new Range(Math.pow(10, floor), Math.pow(10, Math.max(ceiling, floor + 1)));
    }

    private static Range padded(double low, double high) {
        boolean spread = high - low > 1e-12 * Math.max(Math.abs(low), Math.abs(high));
        double room = spread ? 0.04 * (high - low) : Math.max(0.5, Math.abs(high) * 0.02);
        double start = low >= 0 && low <= 0.25 * high ? 0 : low - room;
        return new Range(start, high + room);
    }

    /** Where {@code value} lies: 0 at the low end, 1 at the high end. */
    double share(double value, boolean logarithmic) {
        return logarithmic ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
    }
}
