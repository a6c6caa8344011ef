package io.github.l1bench.solver;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A solver with values of its options. Its one canonical name is {@code solver[option=value,...]} with the options in
 * alphabetical order, {@code solver} alone without values; whatever else is read and compared is first brought into this
 * form. Semicolons may stand for the commas, for programs to which a comma ends the name.
 *
 * @param solver the algorithm
 * @param options the values given
 */
public record Variant(Solver solver, Options options) {
    /**
     * Reads {@code solver} or {@code solver[option=value,...]}.
     *
     * @throws IllegalArgumentException if it is written otherwise, or solver, option or value is unknown
     */
    public static Variant parse(String text) {
        int bracket = text.indexOf('[');
        if (bracket < 0) {
            return new Variant(Solvers.named(text), Options.defaults());
        }
        if (!text.endsWith("]")) {
            throw new IllegalArgumentException("'" + text + "' lacks its closing bracket; write solver[option=value]");
        }
        Solver solver = Solvers.named(text.substring(0, bracket));
        Map<String, String> values = values(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + text + "' holds what is no option; write solver[option=value]"));
        return new Variant(solver, Options.of(solver, values));
    }

    /** The canonical form of a variant's name, whose solver need not be known here; a text that is none as it is. */
    public static String canonical(String text) {
        int bracket = text.indexOf('[');
        return bracket < 0 || !text.endsWith("]")
                ? text
                : values(text)
                        .map(values -> name(text.substring(0, bracket), values))
                        .orElse(text);
    }

    /** The solver's name in that of a variant, whether it is known here or not. */
    public static String solverName(String text) {
        return text.replaceFirst("\\[.*", "");
    }

    private static Optional<Map<String, String>> values(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair :
                text.substring(text.indexOf('[') + 1, text.length() - 1).split("[,;]")) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                return Optional.empty();
            }
            values.put(
                    pair.substring(0, equals).trim(), pair.substring(equals + 1).trim());
        }
        return Optional.of(values);
    }

    private static String name(String solver, Map<String, String> values) {
        return values.isEmpty() ? solver : solver + "[" + Options.text(values) + "]";
    }

    /** The same with one more value, where the solver has that option; itself where it has not or it is given. */
    public Variant withDefault(String option, String value) {
        boolean known = solver.options().stream().anyMatch(o -> o.name().equals(option));
        if (!known || options.given().containsKey(option)) {
            return this;
        }
        Map<String, String> values = new LinkedHashMap<>(options.given());
        values.put(option, value);
        return new Variant(solver, Options.of(solver, values));
    }

    /** The canonical name with semicolons for commas: to JMH a comma ends a parameter's value. */
    public String forJmh() {
        return toString().replace(',', ';');
    }

    /** The canonical name. */
    @Override
    public String toString() {
        return name(solver.name(), options.given());
    }
}
