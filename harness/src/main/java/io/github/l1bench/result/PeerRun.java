package io.github.l1bench.result;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;

/**
 * How other people's program came by its result, where a cell is one's.
 *
 * @param version name and version of the program, in its worker's words
 * @param runtime what runs it
 * @param licence of the program
 * @param home its address
 * @param question the problem that it answers: {@link #SAME_QUESTION} is the suite's
 * @param mapping how the suite's problem is put to the program, in sentences; empty where nobody said
 * @param published the published example's run as the program repeats it, once, with the run's seed; null where it cannot
 * @param rungs from loose to tight, up to the first that certifies in every repeat
 * @param end why no tighter rung was run, in one sentence
 * @param log the last lines that it wrote
 */
public record PeerRun(
        String version,
        String runtime,
        String licence,
        String home,
        String question,
        @JsonSetter(nulls = Nulls.SET) String mapping,
        @JsonSetter(nulls = Nulls.SET) Rung published,
        List<Rung> rungs,
        String end,
        List<String> log) {
    /** The question that the suite's solvers answer. */
    public static final String SAME_QUESTION = "multinomial";

    /** The same with a penalty on the intercept too. */
    public static final String PENALISED_INTERCEPT = "penalised-intercept";

    /** A two-class problem for each class; P, gap and KKT residual of a result are then of the sum of those. */
    public static final String ONE_VS_REST = "one-vs-rest";

    /** What an earlier version did not say is nothing. */
    public PeerRun {
        mapping = mapping == null ? "" : mapping;
    }

    /** The rung that its result is of; the last that was run. */
    public Rung last() {
        return rungs.get(rungs.size() - 1);
    }
}
