package io.github.l1bench.solver;

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
     * @throws IllegalArgumentException if there is none; the message offers the nearest name
     */
    public static Solver named(String name) {
        List<Solver> all = all();
        return all.stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(unknown(name, all)));
    }

    private static String unknown(String name, List<Solver> all) {
        String nearest = all.stream()
                .map(Solver::name)
                .min(Comparator.comparingInt(known -> editDistance(name, known)))
                .orElse("none");
        return "there is no solver '" + name + "'; did you mean '" + nearest + "'? Known are "
                + String.join(", ", all.stream().map(Solver::name).toList());
    }

    /** Levenshtein's distance: insertions, deletions and substitutions that turn {@code a} into {@code b}. */
    public static int editDistance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int substitution = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substitution, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
