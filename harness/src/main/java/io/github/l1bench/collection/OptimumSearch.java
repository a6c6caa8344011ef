package io.github.l1bench.collection;

import io.github.l1bench.data.Dataset;
import io.github.l1bench.problem.Certificate;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Request;
import io.github.l1bench.solver.Solution;
import io.github.l1bench.solver.SolverRun;
import io.github.l1bench.solver.Status;
import io.github.l1bench.solver.Stopping;
import io.github.l1bench.solver.Variant;
import java.util.List;
import java.util.Locale;

/**
 * Looks for an optimum to a relative gap, by one solver after another until one certifies it; each goes on from the best
 * answer before it.
 *
 * @param relativeGap asked for
 * @param maxSeconds for each solver
 * @param solvers by their names, the most promising first
 */
public record OptimumSearch(double relativeGap, double maxSeconds, List<String> solvers) {
    /** What the table of optima asks for. */
    public static final double GAP = 1e-10;

    /** By the two Newton solvers, a minute each. */
    public static OptimumSearch usual() {
        return new OptimumSearch(GAP, 60, List.of("prox-newton", "newton"));
    }

    /**
     * The optimum of {@code instance}, whose data are {@code dataset}.
     *
     * @throws IllegalArgumentException in one sentence, if these data pose no problem
     */
    public Optimum of(Instance instance, Dataset dataset) {
        MultinomialProblem problem = instance.problem(dataset);
        Coefficients best = null;
        Certificate certificate = null;
        Status status = null;
        String found = null;
        for (String name : solvers) {
            if (certificate == null || certificate.relativeGap() > relativeGap) {
                Solution solution = solve(name, problem, best);
                Certificate own = Certificate.of(problem, solution.coefficients());
                if (certificate == null || own.relativeGap() < certificate.relativeGap()) {
                    best = solution.coefficients();
                    certificate = own;
                    status = solution.status();
                    found = name;
                }
            }
        }
        return optimum(instance, dataset, problem, best, certificate, found, note(certificate, status));
    }

    private Solution solve(String name, MultinomialProblem problem, Coefficients start) {
        Request request = Request.until(Stopping.atRelativeGap(relativeGap).withinSeconds(maxSeconds));
        return SolverRun.solve(Variant.parse(name).solver(), problem, start == null ? request : request.from(start));
    }

    private String note(Certificate certificate, Status status) {
        if (certificate.relativeGap() <= relativeGap) {
            return "";
        }
        double rounding = certificate.rounding() / certificate.primal();
        return rounding > relativeGap / 2
                ? String.format(Locale.ROOT, "beyond the precision limit: rounding alone may be %.1e", rounding)
                : "not reached: " + status.label();
    }

    private static Optimum optimum(
            Instance instance,
            Dataset dataset,
            MultinomialProblem problem,
            Coefficients best,
            Certificate certificate,
            String solver,
            String note) {
        return new Optimum(
                instance,
                dataset.info().sha256(),
                problem.samples(),
                problem.features(),
                problem.classes(),
                problem.lambdaMax(),
                problem.lambda(),
                certificate.primal(),
                certificate.dual(),
                certificate.relativeGap(),
                certificate.rounding() / certificate.primal(),
                best.nonzeros(),
                solver,
                note);
    }
}
