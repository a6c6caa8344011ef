package io.github.l1bench.view;

import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.Rule;
import io.github.l1bench.solver.Status;
import java.util.Objects;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How pages write when a solver was told to stop. */
public final class RuleWords {
    private RuleWords() {}

    /** The rules to stop in words. */
    public static String of(Rule rule) {
        String text = Stream.of(
                        part("relative gap", rule.relativeGap(), Quantity::power),
                        part("relative change", rule.relativeChange(), Double::toString),
                        part("passes", rule.maxPasses(), Quantity::passes),
                        part("time", rule.maxSeconds(), Quantity::seconds))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? "no rule" : text;
    }

    private static String part(String name, Double value, DoubleFunction<String> words) {
        return value == null || value.isInfinite() ? null : name + " ≤ " + words.apply(value);
    }

    /** The limit at which a cell was ended, as in {@code " of 3.00 s"}; empty where another rule ended it. */
    public static String limit(CellResult cell) {
        if (cell.status().equals(Status.PASS_LIMIT.label()) && cell.rule().maxPasses() != null) {
            return " of " + Quantity.passes(cell.rule().maxPasses());
        }
        if (cell.status().equals(Status.TIME_LIMIT.label()) && cell.rule().maxSeconds() != null) {
            return " of " + Quantity.seconds(cell.rule().maxSeconds());
        }
        return "";
    }
}
