package io.github.l1bench.bench;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What one call of a benchmark method has to do, from which {@link Rates} makes rates.
 *
 * @param flops double-precision additions, multiplications and divisions, a multiply-add counting two; 0 where none are
 *     claimed
 * @param bytes that have to be moved: every number that the call needs or makes, once, however often it passes through
 *     a cache; 0 where none are claimed
 */
public record Work(double flops, double bytes) {
    private static final Map<String, Work> BY_BENCHMARK = new ConcurrentHashMap<>();

    /** Says that a call of {@code method} of this benchmark class does this; valid in this virtual machine. */
    void of(Class<?> benchmark, String method) {
        BY_BENCHMARK.put(benchmark.getName() + "." + method, this);
    }

    /** What was said of the benchmark that JMH calls {@code name}. */
    static Optional<Work> of(String name) {
        return Optional.ofNullable(BY_BENCHMARK.get(name));
    }
}
