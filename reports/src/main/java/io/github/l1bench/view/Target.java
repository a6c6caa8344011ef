package io.github.l1bench.view;

import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a timed solve runs to, and how.
 *
 * @param name {@code published} or a relative gap
 * @param data the data set's name, empty where not a parameter
 * @param start {@code cold}, {@code warm} or the like; empty where not a parameter
 * @param threads number of threads; empty where not a parameter
 */
public record Target(String name, String data, String start, String threads) {
    /** From the loosest to the tightest target. */
    public static final Comparator<Target> ORDER = Comparator.comparingDouble((Target t) -> -t.gap())
            .thenComparing(Target::data)
            .thenComparing(Target::start, Comparator.reverseOrder())
            .thenComparing(Target::threads);

    public static Target of(Map<String, String> params) {
        return new Target(
                params.getOrDefault("target", "?"),
                params.getOrDefault("data", ""),
                params.getOrDefault("start", ""),
                params.getOrDefault("threads", ""));
    }

    /** The certified relative gap, infinite where the target is none. */
    public double gap() {
        try {
            return Double.parseDouble(name);
        } catch (NumberFormatException e) {
            return Double.POSITIVE_INFINITY;
        }
    }

    /** Whether the target is a certified gap. */
    public boolean isGap() {
        return Double.isFinite(gap());
    }

    /** For headings of tables and charts. */
    public String heading() {
        return isGap() ? "gap " + Quantity.power(gap()) : name;
    }

    /** For sentences. */
    public String phrase() {
        return isGap() ? "a certified relative gap of " + Quantity.power(gap()) : "the " + name + " objective";
    }

    /** How it was timed: {@code cold start, 2 threads}, without what is not known. */
    public String manner() {
        String threadCount = threads.isEmpty() ? "" : threads + (threads.equals("1") ? " thread" : " threads");
        return Stream.of(start.isEmpty() ? "" : start + " start", threadCount)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
