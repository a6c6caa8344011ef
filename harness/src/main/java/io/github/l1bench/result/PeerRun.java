package io.github.l1bench.result;

import java.util.List;

/**
 * How other people's program came by its result, where a cell is one's.
 *
 * @param version name and version of the program, in its worker's words
 * @param runtime what runs it
 * @param licence of the program
 * @param home its address
 * @param question the problem that it answers: {@link #SAME_QUESTION} is the suite's
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
        List<Rung> rungs,
        String end,
        List<String> log) {
    /** The question that the suite's solvers answer. */
    public static final String SAME_QUESTION = "multinomial";

    /** The rung that its result is of; the last that was run. */
    public Rung last() {
        return rungs.get(rungs.size() - 1);
    }
}
