package io.github.l1bench.report;

import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

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
 * @param forkSamples the measured values of each fork, in {@code unit}
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
        double[][] forkSamples,
        Map<String, Double> counters) {
    /** Every measured value, in {@code unit}. */
    double[] samples() {
        return Stream.of(forkSamples).flatMapToDouble(DoubleStream::of).toArray();
    }

    /**
     * Values that may be taken as independent: the forks' means, or, with fewer than three forks, every value. Values
     * of one fork share a virtual machine and so its luck with compilation and memory.
     */
    double[] independent() {
        return forkSamples.length < 3
                ? samples()
                : Stream.of(forkSamples)
                        .mapToDouble(fork -> DoubleStream.of(fork).average().orElse(Double.NaN))
                        .toArray();
    }

    /** Whether this row's time is that of a solve that reached its target; true for rows that have no target. */
    boolean counts() {
        boolean targeted = benchmark.equals(TargetTime.BENCHMARK) || counters.containsKey("reached");
        return !targeted || TargetTime.of(this).reached();
    }

    /**
     * The same per pass, where the row counts passes per unit of time as {@code OnePass} does; itself otherwise. JMH
     * gives such a counter as time for each thing counted.
     */
    JmhScore perPass() {
        double perPass = counter("passes");
        if (!mode.equals("avgt") || !(perPass > 0)) {
            return this;
        }
        double scale = perPass / score;
        double[][] samples = Stream.of(forkSamples)
                .map(fork -> DoubleStream.of(fork).map(v -> v * scale).toArray())
                .toArray(double[][]::new);
        return new JmhScore(benchmark, method, mode, params, forks, perPass, error * scale, unit, samples, counters);
    }

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
