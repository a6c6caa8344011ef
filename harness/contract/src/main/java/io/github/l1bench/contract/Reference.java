package io.github.l1bench.contract;

import io.github.l1bench.problem.Certificate;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.solver.Request;
import io.github.l1bench.solver.Solution;
import io.github.l1bench.solver.Solver;
import io.github.l1bench.solver.SolverRun;
import io.github.l1bench.solver.Solvers;
import io.github.l1bench.solver.Stopping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What another solver knows of a fixture's optimum: lower <= P* <= upper, both proved by its certificate.
 *
 * @param lower the dual objective
 * @param upper the primal objective of {@code coefficients}
 * @param coefficients the best known
 */
record Reference(double lower, double upper, Coefficients coefficients) {
    // Those that cope with any scaling come first; the subject itself is never its own reference.
    private static final List<String> PREFERRED = List.of("prox-newton", "coordinate-descent", "proximal-gradient");
    private static final double GAP = 1e-9;
    private static final double MORE_PASSES = 10;

    private static final Map<String, Reference> KNOWN = new ConcurrentHashMap<>();
    private static final Map<String, PlainPace> PACES = new ConcurrentHashMap<>();

    /** The objective of the plain proximal gradient method after a quarter of the fixture's passes. */
    private record PlainPace(double objective) {}

    /** The optimum of {@code fixture} by a solver that is not called {@code subject}. */
    static Reference of(Fixture fixture, String subject) {
        Reference best = null;
        for (Solver solver : candidates(subject)) {
            Reference found = KNOWN.computeIfAbsent(fixture + " by " + solver.name(), key -> solve(fixture, solver));
            if (best == null || found.width() < best.width()) {
                best = found;
            }
            if (best.width() <= GAP) {
                return best;
            }
        }
        return Objects.requireNonNull(best, "no other solver is registered");
    }

    /** What the plain proximal gradient method reaches in a quarter of the fixture's passes. */
    static double plainObjective(Fixture fixture) {
        return PACES.computeIfAbsent(fixture.name(), key -> {
                    int steps = (int) (fixture.passes() / 4);
                    return new PlainPace(
                            new PlainDescent(fixture.dense()).steps(steps).objective());
                })
                .objective();
    }

    private static List<Solver> candidates(String subject) {
        List<Solver> candidates = new ArrayList<>();
        for (String name : PREFERRED) {
            Solvers.all().stream()
                    .filter(s -> s.name().equals(name) && !name.equals(subject))
                    .forEach(candidates::add);
        }
        Solvers.all().stream()
                .filter(s -> !s.name().equals(subject) && !PREFERRED.contains(s.name()))
                .forEach(candidates::add);
        return candidates;
    }

    private static Reference solve(Fixture fixture, Solver solver) {
        Stopping stopping = Stopping.atRelativeGap(GAP).withinPasses(MORE_PASSES * fixture.passes());
        Solution solution = SolverRun.solve(solver, fixture.dense(), Request.until(stopping));
        Certificate certificate = Certificate.of(fixture.dense(), solution.coefficients());
        return new Reference(certificate.dual(), certificate.primal(), solution.coefficients());
    }

    /** (upper - lower) / upper. */
    double width() {
        return (upper - lower) / upper;
    }
}
