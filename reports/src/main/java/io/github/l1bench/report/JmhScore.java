package io.github.l1bench.report;

import java.util.Map;

/**
 * One row of JMH's JSON.
 *
 * @param benchmark simple name of the benchmark class
 * @param method name of the benchmark method
 * @param mode JMH's mode: {@code ss}, {@code avgt}, ...
 * @param params parameters
 * @param forks Java virtual machines started
 * @param score the mean, in {@code unit}
 * @param error half width of JMH's 99.9 % confidence interval, NaN with too few samples
 * @param unit JMH's unit
 * @param samples every measured value, in {@code unit}
 * @param counters secondary results by name: the mean over the iterations, in their own units
 */
record JmhScore(
        String benchmark,
        String method,
        String mode,
        Map<String, String> params,
        int forks,
        double score,
        double error,
        String unit,
        double[] samples,
        Map<String, Double> counters) {
    /** Seconds in one of {@code unit}; NaN where the unit is no time per operation. */
    double unitSeconds() {
        return switch (unit) {
            case "s/op" -> 1;
            case "ms/op" -> 1e-3;
            case "us/op" -> 1e-6;
            case "ns/op" -> 1e-9;
            case "min/op" -> 60;
            default -> Double.NaN;
        };
    }

    /** The mean in seconds per operation. */
    double seconds() {
        return score * unitSeconds();
    }

    /** Half width of the 99.9 % interval in seconds. */
    double halfWidth() {
        return error * unitSeconds();
    }

    /** The counter of that name, NaN where there is none. */
    double counter(String name) {
        return counters.getOrDefault(name, Double.NaN);
    }
}
