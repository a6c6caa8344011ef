package io.github.l1bench.solver;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A solver with values of its options, written {@code solver[option=value,...]}; semicolons may stand for the commas,
 * for programs to which a comma ends the name.
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
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : text.substring(bracket + 1, text.length() - 1).split("[,;]")) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("'" + pair + "' is no option; write solver[option=value]");
            }
            values.put(
                    pair.substring(0, equals).trim(), pair.substring(equals + 1).trim());
        }
        return new Variant(solver, Options.of(solver, values));
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

    /** What {@link #parse} reads. */
    @Override
    public String toString() {
        return options.given().isEmpty() ? solver.name() : solver.name() + "[" + options + "]";
    }
}
