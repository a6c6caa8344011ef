package io.github.l1bench.exact;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** What may be hard about a feature: each turns values of mean zero and size one into it. */
enum Hazard {
    ORDINARY("ordinary features", (v, first, random) -> v),
    LARGE_MEAN("means up to 1e12 times the spread", (v, first, random) -> shifted(v, largeMean(random))),
    YEARS("years", (v, first, random) -> mapped(v, x -> Math.rint(2010 + 3 * x))),
    SCALE("sizes of 1e-150 to 1e150", (v, first, random) -> scaled(v, anyScale(random))),
    SCALED_LARGE_MEAN(
            "large means, any size",
            (v, first, random) -> scaled(shifted(v, largeMean(random)), Math.min(1e138, anyScale(random)))),
    NEARLY_CONSTANT("features that differ in the last digits", (v, first, random) -> lastDigits(v, largeMean(random))),
    CONSTANT("constant features", (v, first, random) -> mapped(v, x -> 0.1 * Math.rint(10 * v[0]))),
    MANY_ZEROS("mostly zeros, the others large", (v, first, random) -> sparse(v, largeMean(random), random)),
    TWINS("features that are nearly the same", (v, first, random) -> twin(v, first)),
    MIXED("all of these side by side", (v, first, random) -> any(random).column(v, first, random));

    @FunctionalInterface
    private interface Maker {
        double[] make(double[] values, double[] first, Random random);
    }

    private final String words;
    private final Maker maker;

    Hazard(String words, Maker maker) {
        this.words = words;
        this.maker = maker;
    }

    /**
     * Turns values into a feature.
     *
     * @param values n of them, not modified
     * @param first the values that the first feature is made of, not modified
     */
    double[] column(double[] values, double[] first, Random random) {
        return maker.make(values, first, random);
    }

    @Override
    public String toString() {
        return words;
    }

    private static Hazard any(Random random) {
        return values()[random.nextInt(MIXED.ordinal())];
    }

    private static double largeMean(Random random) {
        return Math.pow(10, random.nextInt(13)) * (1 + random.nextDouble()) * (random.nextBoolean() ? 1 : -1);
    }

    private static double anyScale(Random random) {
        return Math.pow(10, 10 * (random.nextInt(31) - 15));
    }

    private static double[] mapped(double[] values, DoubleUnaryOperator map) {
        return Arrays.stream(values).map(map).toArray();
    }

    private static double[] shifted(double[] values, double mean) {
        return mapped(values, v -> v + mean);
    }

    private static double[] scaled(double[] values, double scale) {
        return mapped(values, v -> v * scale);
    }

    private static double[] lastDigits(double[] values, double mean) {
        return mapped(values, v -> mean + Math.rint(2 * v) * Math.ulp(mean));
    }

    private static double[] sparse(double[] values, double mean, Random random) {
        double share = random.nextDouble();
        return mapped(values, v -> random.nextDouble() < share ? 0 : v + mean);
    }

    private static double[] twin(double[] values, double[] first) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> first[i] + 1e-8 * values[i])
                .toArray();
    }
}
