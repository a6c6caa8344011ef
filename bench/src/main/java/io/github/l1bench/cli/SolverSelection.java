package io.github.l1bench.cli;

import io.github.l1bench.run.NamePattern;
import io.github.l1bench.solver.Options;
import io.github.l1bench.solver.Solvers;
import io.github.l1bench.solver.Variant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names of solvers as users write them: plain, with wildcards, or with options in brackets. */
final class SolverSelection {
    private SolverSelection() {}

    /**
     * The variants that {@code names} select, in that order, each once.
     *
     * @throws IllegalArgumentException if one selects nothing
     */
    static List<Variant> variants(List<String> names) {
        Map<String, Variant> selected = new LinkedHashMap<>();
        for (String name : names) {
            for (Variant variant : variants(name.trim())) {
                selected.putIfAbsent(variant.toString(), variant);
            }
        }
        if (selected.isEmpty()) {
            throw new IllegalArgumentException(
                    "no solver is named; the command 'solvers' lists them, * is all of them");
        }
        return List.copyOf(selected.values());
    }

    private static List<Variant> variants(String name) {
        NamePattern pattern = new NamePattern(name);
        if (pattern.isPlain()) {
            return List.of(Variant.parse(name));
        }
        List<Variant> matching = Solvers.all().stream()
                .filter(s -> pattern.matches(s.name()))
                .map(s -> new Variant(s, Options.defaults()))
                .toList();
        if (matching.isEmpty()) {
            throw new IllegalArgumentException("no solver matches '" + name + "'"
                    + Solvers.names().answer(name.replaceAll("[*?]", ""), "known are"));
        }
        return matching;
    }
}
