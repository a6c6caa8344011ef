package io.github.l1bench.bench;

import io.github.l1bench.data.PublishedExample;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Request;
import io.github.l1bench.solver.SolverRun;
import io.github.l1bench.solver.Solvers;
import io.github.l1bench.solver.Stopping;

/**
 * What a shot has to reach.
 *
 * @param text {@link #PUBLISHED}, or a relative gap
 * @param objective that of the published run; NaN for a gap
 */
record ShotTarget(String text, double objective) {
    static final String PUBLISHED = "published";

    // What rounding may add to the same objective.
    private static final double ROUNDING = 1e-12;

    /** The target {@code text} of {@code problem}: for the published one, finds what that run reached. */
    static ShotTarget of(MultinomialProblem problem, String text) {
        return new ShotTarget(text, text.equals(PUBLISHED) ? publishedObjective(problem) : Double.NaN);
    }

    private static double publishedObjective(MultinomialProblem problem) {
        Request request = Request.until(Stopping.atRelativeChange(PublishedExample.TOLERANCE));
        return problem.objective(SolverRun.solve(Solvers.named(PublishedExample.SOLVER), problem, request)
                .coefficients());
    }

    boolean isPublished() {
        return text.equals(PUBLISHED);
    }

    /** The relative gap; NaN for the published target. */
    double gap() {
        return isPublished() ? Double.NaN : Double.parseDouble(text);
    }

    boolean isReachedBy(double primal, double relativeGap) {
        return isPublished() ? primal <= objective * (1 + ROUNDING) : relativeGap <= gap();
    }
}
