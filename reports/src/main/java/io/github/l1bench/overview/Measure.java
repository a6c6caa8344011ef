package io.github.l1bench.overview;

import io.github.l1bench.collection.Outcome;
import io.github.l1bench.view.Quantity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;

/** What reaching a target costs. */
enum Measure {
    /** The clock; what is less than a tenth of a millisecond counts as that, which a single run does not resolve. */
    SECONDS("time", "s", 1e-4),
    /** Work; what is less than one pass, the start itself, counts as one. Not known of other people's programs. */
    PASSES("passes", "passes", 1);

    /** So many digits are kept, here and in the page, so that both compute with the same numbers. */
    private static final MathContext DIGITS = new MathContext(7);

    private final String title;
    private final String unit;
    private final double least;

    Measure(String title, String unit, double least) {
        this.title = title;
        this.unit = unit;
        this.least = least;
    }

    /** What pages call it. */
    String title() {
        return title;
    }

    /** Its unit, as axes have it. */
    String unit() {
        return unit;
    }

    /** Its name in files and in the page's data. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The costs of {@code outcome} at every gap of the ladder: positive, infinite where it was not reached, or where the
     * seconds are another machine's.
     */
    double[] of(Outcome outcome) {
        List<Double> values = this == SECONDS ? outcome.seconds() : outcome.passes();
        boolean compares = this != SECONDS || outcome.comparesTimes();
        return values.stream()
                .mapToDouble(value -> compares ? kept(value) : Double.POSITIVE_INFINITY)
                .toArray();
    }

    private double kept(Double value) {
        return value == null || !Double.isFinite(value)
                ? Double.POSITIVE_INFINITY
                : new BigDecimal(Math.max(least, value)).round(DIGITS).doubleValue();
    }

    /** Whether {@code outcome} says it. */
    boolean isKnown(Outcome outcome) {
        return this == SECONDS || !outcome.peer();
    }

    /** An amount in words. */
    String words(double value) {
        return this == SECONDS ? Quantity.seconds(value) : Quantity.passes(value) + (value == 1 ? " pass" : " passes");
    }
}
