package io.github.l1bench.report;

import java.util.Map;
import java.util.stream.Collectors;

/** Names of JMH's rows. */
final class Timings {
    private Timings() {}

    /** The method for kernels, the solver for solvers, and every other parameter. */
    static String name(JmhScore score) {
        String rest = score.params().entrySet().stream()
                .filter(e -> !e.getKey().equals("solver") && !e.getKey().equals("data"))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(" "));
        String head = score.params().getOrDefault("solver", score.method());
        return rest.isEmpty() ? head : head + " " + rest;
    }
}
