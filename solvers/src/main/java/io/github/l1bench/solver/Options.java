package io.github.l1bench.solver;

import io.github.l1bench.name.KnownName;
import io.github.l1bench.name.NearNames;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Values of a solver's options. A value not given is the option's initial one, so a solver reads an option by the same
 * {@link Option} constant by which it declares it.
 */
public final class Options {
    private static final Options DEFAULTS = new Options(Map.of());

    private final Map<String, String> given;

    private Options(Map<String, String> given) {
        this.given = Collections.unmodifiableMap(new TreeMap<>(given));
    }

    /** No value given. */
    public static Options defaults() {
        return DEFAULTS;
    }

    /**
     * Values for {@code solver}.
     *
     * @throws IllegalArgumentException if the solver has no such option or a value does not fit it
     */
    public static Options of(Solver solver, Map<String, String> values) {
        for (Map.Entry<String, String> entry : values.entrySet()) {
            Option option = solver.options().stream()
                    .filter(o -> o.name().equals(entry.getKey()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(unknown(solver, entry.getKey())));
            option.check(entry.getValue());
        }
        return new Options(values);
    }

    private static String unknown(Solver solver, String name) {
        NearNames names = new NearNames(
                solver.options().stream().map(o -> KnownName.of(o.name())).toList());
        return "solver " + solver.name() + " has no option '" + name + "'" + names.answer(name, "it has");
    }

    /** The values given, by name. */
    public Map<String, String> given() {
        return given;
    }

    private String value(Option option) {
        return given.getOrDefault(option.name(), option.initial());
    }

    /** The value of a {@link Option.Kind#POSITIVE} option. */
    public double number(Option option) {
        return Double.parseDouble(value(option));
    }

    /** The value of a {@link Option.Kind#COUNT} or {@link Option.Kind#NUMBER} option. */
    public long count(Option option) {
        return Long.parseLong(value(option));
    }

    /** The value of a {@link Option.Kind#FLAG} option. */
    public boolean flag(Option option) {
        return Boolean.parseBoolean(value(option));
    }

    /** The value of a {@link Option.Kind#CHOICE} option. */
    public String choice(Option option) {
        return value(option);
    }

    /** {@code a=1,b=2}, in alphabetical order; empty without values. */
    @Override
    public String toString() {
        return text(given);
    }

    static String text(Map<String, String> values) {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .map(value -> value.getKey() + "=" + value.getValue())
                        .collect(Collectors.joining(","));
    }
}
