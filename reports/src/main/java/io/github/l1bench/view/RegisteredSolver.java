package io.github.l1bench.view;

import io.github.l1bench.solver.Option;
import io.github.l1bench.solver.Solver;
import io.github.l1bench.solver.Solvers;
import io.github.l1bench.solver.Variant;
import java.util.Optional;

/** What the registry knows of a solver that a run names. */
public final class RegisteredSolver {
    private RegisteredSolver() {}

    /** The solver of a variant, where it is on this program's class path. */
    public static Optional<Solver> of(String variant) {
        String name = Variant.solverName(variant);
        return Solvers.all().stream().filter(s -> s.name().equals(name)).findFirst();
    }

    /** An option of a variant's solver, where that is known here. */
    public static Optional<Option> option(String variant, String name) {
        return of(variant).stream()
                .flatMap(solver -> solver.options().stream())
                .filter(option -> option.name().equals(name))
                .findFirst();
    }

    /** A formula in plain text with the signs that it stands for. */
    public static String typeset(String formula) {
        return formula.replace("<-", "←")
                .replace("lambda", "λ")
                .replace("gamma", "γ")
                .replace("sqrt", "√")
                .replace("^2", "²")
                .replace(" - ", " − ");
    }
}
