package io.github.l1bench.problem;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What solvers have made of one design, one of a kind. */
final class Layouts {
    private final Map<Class<?>, Object> made = new ConcurrentHashMap<>();

    <L> L get(Class<L> kind, Supplier<L> maker) {
        return kind.cast(made.computeIfAbsent(kind, k -> maker.get()));
    }
}
