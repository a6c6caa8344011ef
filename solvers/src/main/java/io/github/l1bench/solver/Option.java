package io.github.l1bench.solver;

import java.util.List;

/**
 * An option of a solver.
 *
 * @param name what users type
 * @param kind what values it takes
 * @param initial the value it has unless another is given, as text
 * @param choices the values of a {@link Kind#CHOICE}; empty for other kinds
 * @param description what it does, in one line
 */
public record Option(String name, Kind kind, String initial, List<String> choices, String description) {
    /** What values an option takes. */
    public enum Kind {
        /** A positive number. */
        POSITIVE,
        /** A whole number, not negative. */
        COUNT,
        /** A whole number, 1 or more. */
        NUMBER,
        /** {@code true} or {@code false}. */
        FLAG,
        /** One of a few words. */
        CHOICE
    }

    /** How many threads share the work, for a solver that uses {@link Progress#team}. */
    public static final Option THREADS =
            new Option("threads", Kind.NUMBER, "1", List.of(), "threads that share the work; the result is the same");

    /** An option whose value is a positive number. */
    public static Option positive(String name, double initial, String description) {
        return new Option(name, Kind.POSITIVE, Double.toString(initial), List.of(), description);
    }

    /** An option whose value is a whole number, not negative. */
    public static Option count(String name, long initial, String description) {
        return new Option(name, Kind.COUNT, Long.toString(initial), List.of(), description);
    }

    /** An option that is on or off. */
    public static Option flag(String name, boolean initial, String description) {
        return new Option(name, Kind.FLAG, Boolean.toString(initial), List.of(), description);
    }

    /** An option whose value is one of {@code choices}, the first of which it has unless another is given. */
    public static Option choice(String name, List<String> choices, String description) {
        return new Option(name, Kind.CHOICE, choices.get(0), choices, description);
    }

    /** Throws an IllegalArgumentException that names this option and what it takes, unless {@code value} fits. */
    void check(String value) {
        if (!fits(value)) {
            throw new IllegalArgumentException("option " + name + " is '" + value + "'; it takes " + takes());
        }
    }

    private boolean fits(String value) {
        try {
            return switch (kind) {
                case POSITIVE -> Double.parseDouble(value) > 0 && Double.isFinite(Double.parseDouble(value));
                case COUNT -> Long.parseLong(value) >= 0;
                case NUMBER -> Long.parseLong(value) >= 1;
                case FLAG -> value.equals("true") || value.equals("false");
                case CHOICE -> choices.contains(value);
            };
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** The values it takes, in words. */
    public String takes() {
        return switch (kind) {
            case POSITIVE -> "a positive number";
            case COUNT -> "a whole number, not negative";
            case NUMBER -> "a whole number, 1 or more";
            case FLAG -> "true or false";
            case CHOICE -> "one of " + String.join(", ", choices);
        };
    }
}
