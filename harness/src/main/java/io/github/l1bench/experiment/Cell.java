package io.github.l1bench.experiment;

import io.github.l1bench.result.Rule;
import java.util.Map;

/** What is run once and has a result of its own: a solver under a rule to stop, or other people's program. */
public sealed interface Cell permits SolverCell, PeerCell {
    /** What tables and charts call it. */
    String label();

    /** Canonical name of what is run: that of the variant, or of the peer. */
    String solver();

    /** Every option with its value; {@code seed} for an option of that name that is not given another. */
    Map<String, String> options(long seed);

    /** Whether this replays the published example's rule. */
    boolean published();

    /** The rules to stop as results tell them. */
    Rule rule();

    /** Fingerprint of the code that makes the result: what is run, and what measures it; null where unknown. */
    String code();
}
