package io.github.l1bench.collection;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.github.l1bench.result.Made;
import java.util.List;

/**
 * What one solver did on one instance.
 *
 * @param instance its name
 * @param solver the label of what was run: a variant's canonical name, or a peer's
 * @param peer whether other people's program was run
 * @param asksTheSame whether it answers the suite's own question; one that does not is not ranked
 * @param repeats of how many runs the seconds are medians
 * @param seconds until the certificate first held for each gap of the ladder, the clock standing while points are
 *     certified; infinite where it never did
 * @param passes until then; infinite where it never held, NaN where work is not known, as of a peer
 * @param finalGap relative gap of what was returned; NaN where it failed
 * @param finalSeconds of the whole run; of a peer, those of its last rung
 * @param status which rule ended it, or {@code failed}
 * @param failure why it failed, in one sentence; null where it did not
 * @param made with what, and, where the result was taken from another run or several machines share the work, where and
 *     when; null where unknown
 */
public record Outcome(
        String instance,
        String solver,
        boolean peer,
        boolean asksTheSame,
        int repeats,
        List<Double> seconds,
        List<Double> passes,
        double finalGap,
        double finalSeconds,
        String status,
        @JsonSetter(nulls = Nulls.SET) String failure,
        @JsonSetter(nulls = Nulls.SET) Made made) {
    /** Whether it has no result because the solver failed. */
    public boolean failed() {
        return failure != null;
    }

    /** Whether its seconds compare with those beside it: they do not on another machine, or under other rules. */
    public boolean comparesTimes() {
        return made == null || made.origin() == null || made.origin().compares();
    }

    /** Whether something else kept the machine busy meanwhile. */
    public boolean disturbed() {
        return made != null && made.disturbance() != null;
    }
}
