package io.github.l1bench.compare;

import io.github.l1bench.run.JmhRow;
import io.github.l1bench.run.NamePattern;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * How much slower counts: a share of slowing down that is tolerated, 0.1 for 10 %, and others for what patterns name.
 *
 * @param usual for what no pattern names
 * @param special of several that name the same the last counts
 */
public record Margins(double usual, List<Special> special) {
    private static final double USUAL = 0.1;

    /**
     * The margin of some rows.
     *
     * @param pattern names a solver, a benchmark's class, or class and method
     */
    public record Special(NamePattern pattern, double margin) {
        private boolean isOf(JmhRow row) {
            return pattern.matches(row.solver())
                    || pattern.matches(row.className())
                    || pattern.matches(row.className() + "." + row.method());
        }
    }

    /**
     * Reads margins as users write them: {@code 0.1} for all, {@code prox-newton=0.05} for some.
     *
     * @throws IllegalArgumentException in one sentence, if one is written otherwise
     */
    public static Margins parse(List<String> texts) {
        double usual = USUAL;
        List<Special> special = new ArrayList<>();
        for (String text : texts) {
            int equals = text.lastIndexOf('=');
            double margin = share(text, text.substring(equals + 1));
            if (equals < 0) {
                usual = margin;
            } else {
                special.add(new Special(new NamePattern(text.substring(0, equals)), margin));
            }
        }
        return new Margins(usual, List.copyOf(special));
    }

    private static double share(String text, String number) {
        try {
            double share = Double.parseDouble(number);
            if (share >= 0 && share < Double.POSITIVE_INFINITY) {
                return share;
            }
        } catch (NumberFormatException e) {
            // The same as a number that makes no sense.
        }
        throw new IllegalArgumentException("the margin is '" + text
                + "'; give a share such as 0.1 for 10 %, or 'prox-newton=0.05' for what a pattern names");
    }

    /** The margin of {@code row}. */
    double of(JmhRow row) {
        return special.stream()
                .filter(some -> some.isOf(row))
                .mapToDouble(Special::margin)
                .reduce(usual, (earlier, later) -> later);
    }

    /** Throws an IllegalArgumentException if a pattern names nothing among {@code rows}, as a misspelt one does. */
    void requireUsed(List<JmhRow> rows) {
        for (Special some : special) {
            if (rows.stream().noneMatch(some::isOf)) {
                throw new IllegalArgumentException(
                        "the margin of '" + some.pattern()
                                + "' is of no solver and no benchmark that was timed in these runs; mend the name or leave it out");
            }
        }
    }

    /** In words: {@code beyond 10 %}. */
    String words() {
        return special.isEmpty()
                ? "beyond "
                        + BigDecimal.valueOf(usual)
                                .movePointRight(2)
                                .stripTrailingZeros()
                                .toPlainString() + " %"
                : "beyond their margins";
    }
}
