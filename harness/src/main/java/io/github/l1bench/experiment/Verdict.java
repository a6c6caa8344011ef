package io.github.l1bench.experiment;

import io.github.l1bench.solver.Solution;
import io.github.l1bench.solver.Status;
import io.github.l1bench.solver.Stopping;

/**
 * How a run ended, said once for summaries, results and pages. Where a gap was asked for, the certificate of what was
 * returned decides, whatever the solver believes.
 *
 * @param status why it ended: {@link Status#label}, or {@link #NOT_CONFIRMED}
 * @param met whether the rule asked for holds
 */
public record Verdict(String status, boolean met) {
    /** The solver took the gap for certified, and the certificate of what it returned does not say so. */
    public static final String NOT_CONFIRMED = "claim not confirmed";

    /** On {@code solution}, for which {@code relativeGap} is certified. */
    public static Verdict of(Stopping stopping, Solution solution, double relativeGap) {
        Status status = solution.status();
        if (stopping.relativeGap().isPresent()) {
            boolean holds = relativeGap <= stopping.relativeGap().getAsDouble();
            return new Verdict(holds ? Status.CERTIFIED.label() : unmet(status), holds);
        }
        boolean met = stopping.relativeChange().isPresent()
                ? status == Status.RELATIVE_CHANGE
                : status == Status.PASS_LIMIT || status == Status.TIME_LIMIT;
        return new Verdict(status.label(), met);
    }

    private static String unmet(Status status) {
        return status == Status.CERTIFIED ? NOT_CONFIRMED : status.label();
    }
}
