package io.github.l1bench.solver;

import io.github.l1bench.name.KnownName;
import io.github.l1bench.name.NearNames;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** The registry: every solver on the class path that a {@code META-INF/services} file names. */
public final class Solvers {
    private Solvers() {}

    /**
     * All solvers by name.
     *
     * @throws IllegalArgumentException if a registered class cannot be loaded
     */
    public static List<Solver> all() {
        try {
            return ServiceLoader.load(Solver.class).stream()
                    .map(ServiceLoader.Provider::get)
                    .sorted(Comparator.comparing(Solver::name))
                    .toList();
        } catch (ServiceConfigurationError e) {
            throw new IllegalArgumentException(
                    "a registered solver cannot be loaded (" + e.getMessage() + "); mend its line in META-INF/services",
                    e);
        }
    }

    /**
     * The solver of that name.
     *
     * @throws IllegalArgumentException if there is none; the message offers names that may be meant
     */
    public static Solver named(String name) {
        List<Solver> all = all();
        return all.stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(unknown(name, all)));
    }

    private static String unknown(String name, List<Solver> all) {
        return "there is no solver '" + name + "'" + names(all).answer(name, "known are");
    }

    /** The names of all solvers, and what else people call them. */
    public static NearNames names() {
        return names(all());
    }

    private static NearNames names(List<Solver> all) {
        return new NearNames(
                all.stream().map(s -> KnownName.of(s.name(), s.aliases())).toList());
    }
}
