package io.github.l1bench.result;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;

/**
 * Where a result came from that was not computed in the run it stands in.
 *
 * @param run name of the run that computed it
 * @param created when that run was started, ISO 8601 with offset
 * @param foreign what is different there, such as {@code other machine}, so that it does not compare with the results
 *     beside it; null where nothing is
 * @param sameProblem whether data and penalty are those of the results beside it
 */
public record Origin(
        String run,
        String created,
        @JsonSetter(nulls = Nulls.SET) String foreign,
        boolean sameProblem) {
    /** A result of a run under the same conditions. */
    public static Origin reused(RunResult from) {
        return new Origin(from.id(), from.provenance().created(), null, true);
    }

    /** What tells a foreign result from those beside it: {@code " (foreign: other machine)"}; empty for others. */
    public String mark() {
        return isForeign() ? " (foreign: " + foreign + ")" : "";
    }

    /** Whether it was made under other conditions than the results beside it. */
    public boolean isForeign() {
        return foreign != null;
    }
}
