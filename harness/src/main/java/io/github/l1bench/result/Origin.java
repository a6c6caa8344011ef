package io.github.l1bench.result;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;

/**
 * Where a result came from that was not computed in the run it stands in.
 *
 * @param run name of the run that computed it
 * @param created when that run was started, ISO 8601 with offset
 * @param foreign what is different there, such as {@code other data}, so that it does not compare with the results
 *     beside it; null where nothing is
 * @param machine what is different of the machine there, such as {@code other Java}, so that times do not compare; null
 *     where nothing is
 * @param sameProblem whether data and penalty are those of the results beside it
 */
public record Origin(
        String run,
        String created,
        @JsonSetter(nulls = Nulls.SET) String foreign,
        @JsonSetter(nulls = Nulls.SET) String machine,
        boolean sameProblem) {
    /** A result of a run under the same conditions. */
    public static Origin reused(RunResult from) {
        return new Origin(from.id(), from.provenance().created(), null, null, true);
    }

    /** What tells a result that does not compare: {@code " (foreign: other data)"}, {@code " (other machine)"}, or empty. */
    public String mark() {
        return isForeign() ? " (foreign: " + foreign + ")" : machine != null ? " (" + machine + ")" : "";
    }

    /** Whether data or rules were others than those of the results beside it. */
    public boolean isForeign() {
        return foreign != null;
    }

    /** Whether its times compare with those of the results beside it. */
    public boolean compares() {
        return foreign == null && machine == null;
    }
}
