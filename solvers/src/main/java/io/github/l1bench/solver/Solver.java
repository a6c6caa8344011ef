package io.github.l1bench.solver;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import java.util.List;

/**
 * An algorithm for the problem of {@link io.github.l1bench.problem}. Implementations hold no state: one object may
 * serve several threads at once. They are found through {@link java.util.ServiceLoader}.
 */
public interface Solver {
    /** The name that users type: lower-case words joined by hyphens. */
    String name();

    /**
     * What else people call it, here and in other programs. Who types one of these, or a part of it, is told the name; none
     * unless overridden.
     */
    default List<String> aliases() {
        return List.of();
    }

    /** What it is, in one line. */
    String description();

    /**
     * One step of it as a line of plain text, in the letters of {@link io.github.l1bench.problem}; soft(a, t) is the
     * soft threshold, G the gradient of the loss. Empty unless overridden.
     */
    default String formula() {
        return "";
    }

    /** The paper or program that it follows. */
    String reference();

    /** The options it understands, with their defaults; none unless overridden. */
    default List<Option> options() {
        return List.of();
    }

    /**
     * Makes the layouts of the design that {@link #minimize} will read, so that a clock may start after it; does
     * nothing unless overridden. Calling it is optional.
     */
    default void prepare(MultinomialProblem problem) {}

    /**
     * Minimises P(W, b). After every iteration it asks {@code progress} whether to go on, and returns when told not to.
     * It may return earlier when it can make no more progress; that is reported as a stall. {@link SolverRun} calls it.
     *
     * @param problem not modified; its products with the design are counted as work, whatever else the solver makes of
     *     the design is for it to report to {@link Progress#spend}
     * @param progress the options, the start and the bookkeeping of this run
     * @return the coefficients reached; never null, finite unless the problem defeats doubles
     */
    Coefficients minimize(MultinomialProblem problem, Progress progress);

    /**
     * What solves the penalties of one {@link SolutionPath} in turn; overridden by a solver that keeps more from one to the next
     * than the solution.
     */
    default SolutionPath.Run path() {
        return this::minimize;
    }
}
