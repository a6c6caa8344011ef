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

    /**
     * What the certificate says of a rung, beside what the program says of it.
     *
     * @param bound the largest certified lower bound of what its objective is of
     */
    public static String verdict(CellResult cell, Rung rung, double bound) {
        String of = cell.isMultinomial() ? "" : " of its own problem";
        if (rung.certified()) {
            return "optimal to " + Quantity.power(cell.rule().relativeGap()) + of;
        }
        double above = 100 * (rung.fit().primal() - bound) / bound;
        return Double.isFinite(above) && above > 0
                ? "at most " + (above < 0.01 ? Quantity.small(above) : Quantity.digits(above, 2))
                        + " % above the optimum" + of
                : "nothing";
    }
}
