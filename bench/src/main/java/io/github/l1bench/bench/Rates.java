package io.github.l1bench.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Adds {@code gigaflopsPerSecond} and {@code gigabytesPerSecond} to every iteration of an average-time benchmark that
 * says what a call does, see {@link Work}: secondary results that JMH averages. Its auxiliary counters cannot do that;
 * in average-time mode they are times for each thing counted, or sums. It takes nothing but the iteration's own score,
 * so it does not disturb what it reports. The command {@code jmh} always adds it.
 */
public final class Rates implements InternalProfiler {
    private static final String FLOPS = "gigaflopsPerSecond";
    private static final String BYTES = "gigabytesPerSecond";

    @Override
    public String getDescription() {
        return "Multiply-adds and bytes per second of benchmarks that say what a call does";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {}

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        if (benchmark.getMode() != Mode.AverageTime) {
            return List.of();
        }
        double nanoseconds =
                result.getPrimaryResult().getScore() * benchmark.getTimeUnit().toNanos(1) / benchmark.getThreads();
        return Work.of(benchmark.getBenchmark())
                .map(work -> rates(work, nanoseconds))
                .orElse(List.of());
    }

    // One in a nanosecond is a thousand million in a second.
    private static List<ScalarResult> rates(Work work, double nanoseconds) {
        List<ScalarResult> rates = new ArrayList<>();
        if (work.flops() > 0) {
            rates.add(new ScalarResult(FLOPS, work.flops() / nanoseconds, "GFLOP/s", AggregationPolicy.AVG));
        }
        if (work.bytes() > 0) {
            rates.add(new ScalarResult(BYTES, work.bytes() / nanoseconds, "GB/s", AggregationPolicy.AVG));
        }
        return rates;
    }
}
