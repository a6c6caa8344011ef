package io.github.l1bench.view;

import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.PeerRun;
import io.github.l1bench.result.Rung;

/** What pages say of other people's programs. */
public final class PeerWords {
    private PeerWords() {}

    /** Why it is not ranked, for a label beside its name; empty where it is. */
    public static String label(PeerRun peer) {
        return switch (peer.question()) {
            case PeerRun.SAME_QUESTION -> "";
            case PeerRun.ONE_VS_REST -> "one-vs-rest, not ranked";
            case PeerRun.PENALISED_INTERCEPT -> "penalises the intercept, not ranked";
            default -> peer.question() + ", not ranked";
        };
    }

    /** The problem that it answers. */
    public static String question(PeerRun peer) {
        return switch (peer.question()) {
            case PeerRun.SAME_QUESTION -> "the suite's own: multinomial, the intercept free";
            case PeerRun.ONE_VS_REST ->
                "one-vs-rest: a two-class problem for each class, certified as such, the intercept free; not ranked";
            case PeerRun.PENALISED_INTERCEPT ->
                "multinomial, but it penalises the intercept, so its optimum is another than the certificate's; not"
                        + " ranked";
            default -> peer.question() + "; not ranked";
        };
    }

    /** What the certificate says of a rung, beside what the program says of it. */
    public static String verdict(CellResult cell, Rung rung) {
        String of = cell.isMultinomial() ? "" : " of its own problem";
        return rung.certified()
                ? "optimal to " + Quantity.power(cell.rule().relativeGap()) + of
                : "not shown to be nearer than " + Quantity.small(rung.fit().relativeGap()) + of;
    }
}
