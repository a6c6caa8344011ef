package io.github.l1bench.view;

import java.util.Arrays;

/** What can be said of weights. */
public final class Weights {
    private Weights() {}

    /** The largest absolute value that is finite, the limit of a scale that shows all of {@code weights}; 0 for none. */
    public static double largest(double[][] weights) {
        return Arrays.stream(weights)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }
}
