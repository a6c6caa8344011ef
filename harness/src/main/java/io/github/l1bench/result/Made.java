package io.github.l1bench.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;

/**
 * With what a result was made, beyond what its run says, so that another run can tell whether it still holds.
 *
 * @param code fingerprint of the code: SHA-256 over the class files of the solver, of what measures it, and of all that
 *     they use; null where unknown
 * @param warmUpSeconds bound on the untraced run before
 * @param disturbance what else kept the machine busy and may have spoilt the time, in words; null where nothing is known
 * @param provenance where and with what; null for that of the run, or of the file, that it stands in
 * @param origin the run that it was taken from; null where it was computed in the run that it stands in
 * @param repeats of how many runs its times are medians
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Made(
        @JsonSetter(nulls = Nulls.SET) String code,
        double warmUpSeconds,
        @JsonSetter(nulls = Nulls.SET) String disturbance,
        @JsonSetter(nulls = Nulls.SET) Provenance provenance,
        @JsonSetter(nulls = Nulls.SET) Origin origin,
        int repeats) {
    /** Run once. */
    public Made(String code, double warmUpSeconds, String disturbance, Provenance provenance, Origin origin) {
        this(code, warmUpSeconds, disturbance, provenance, origin, 1);
    }

    /** Of this many runs, and nothing else is said yet. */
    public static Made repeated(int repeats) {
        return new Made(null, 0, null, null, null, repeats);
    }

    /** The same, disturbed by {@code what}. */
    public Made disturbedBy(String what) {
        return new Made(code, warmUpSeconds, what, provenance, origin, repeats);
    }

    /** The same as taken from {@code origin}, where it was made as {@code provenance} says. */
    public Made from(Origin origin, Provenance provenance) {
        return new Made(code, warmUpSeconds, disturbance, provenance, origin, repeats);
    }
}
