package io.github.l1bench.problem;

import java.util.function.Supplier;

/** A value that is made on first demand, once, and kept. */
final class Lazy<T> {
    private final Supplier<T> maker;
    private T value;

    Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    synchronized T get() {
        if (value == null) {
            value = maker.get();
        }
        return value;
    }
}
