package io.github.l1bench.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One solver on one problem under one rule to stop.
 *
 * @param label what tables and charts call this cell: {@code saga-dense} or {@code saga-dense, tol 0.1}; unique in a
 *     run among the cells that compare
 * @param solver the variant, {@code name} or {@code name[option=value,...]}
 * @param description the solver's one line
 * @param reference the paper or program the solver follows
 * @param options every option of the solver with the value used
 * @param published whether this cell replays the published example's rule instead of asking for a certified gap
 * @param rule the rules to stop that were asked for
 * @param status which rule ended the run, or {@code failed}
 * @param met whether the rule asked for was met; for a certified gap by the certificate of the fit, not by the solver's word
 * @param failure why the cell failed, in one sentence; null where it did not, and then the rest is filled
 * @param epochs the solver's own iterations
 * @param passes work in passes, looks at the certificate included
 * @param seconds wall-clock seconds of one run that was watched; timings to compare come from JMH
 * @param fit what the result is worth
 * @param trace the run pass by pass
 * @param coef weights, K rows of p, in the standardised features; null where not asked for
 * @param intercept K values; null where not asked for
 * @param peer how other people's program came by it, whose passes are not known (NaN) and whose trace are its rungs;
 *     null for a solver of the registry
 * @param made with what code it was made, and in which run; null in results of versions that did not say
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record CellResult(
        String label,
        String solver,
        String description,
        String reference,
        Map<String, String> options,
        boolean published,
        Rule rule,
        String status,
        boolean met,
        @JsonSetter(nulls = Nulls.SET) String failure,
        int epochs,
        double passes,
        double seconds,
        @JsonUnwrapped Fit fit,
        List<TracePoint> trace,
        double[][] coef,
        double[] intercept,

        @JsonInclude(JsonInclude.Include.NON_NULL) @JsonSetter(nulls = Nulls.SET)
        PeerRun peer,

        @JsonSetter(nulls = Nulls.SET) Made made) {
    /** The same, made so. */
    public CellResult with(Made how) {
        return copy(label, solver, coef, intercept, how);
    }

    /** The same under another name of the cell and of its solver. */
    public CellResult named(String newLabel, String newSolver) {
        return copy(newLabel, newSolver, coef, intercept, made);
    }

    /** The same without its weights. */
    public CellResult withoutWeights() {
        return copy(label, solver, null, null, made);
    }

    private CellResult copy(String newLabel, String newSolver, double[][] weights, double[] constants, Made how) {
        return new CellResult(
                newLabel,
                newSolver,
                description,
                reference,
                options,
                published,
                rule,
                status,
                met,
                failure,
                epochs,
                passes,
                seconds,
                fit,
                trace,
                weights,
                constants,
                peer,
                how);
    }

    /** What tells it from all other cells of a run: the label, and why it does not compare. */
    public String key() {
        return label + origin().map(Origin::mark).orElse("");
    }

    /** The run that this was taken from, if it was not computed in the one it stands in. */
    public Optional<Origin> origin() {
        return Optional.ofNullable(made).map(Made::origin);
    }

    /** Whether data or rules were others than those of the results beside it. */
    public boolean isForeign() {
        return origin().map(Origin::isForeign).orElse(false);
    }

    /** Whether its times compare with those of the results beside it. */
    public boolean compares() {
        return origin().map(Origin::compares).orElse(true);
    }

    /** Whether other people's program made it. */
    public boolean isPeer() {
        return peer != null;
    }

    /** Whether it is certified as an answer to the suite's own question, and not to one-vs-rest. */
    public boolean isMultinomial() {
        return peer == null || !peer.question().equals(PeerRun.ONE_VS_REST);
    }

    /** Whether it answers the suite's own question, so that its result compares with that of a solver. */
    public boolean asksTheSame() {
        return peer == null || peer.question().equals(PeerRun.SAME_QUESTION);
    }

    /**
     * Whether it answers the very problem that the results beside it answer: question, data and penalty. Only then does it
     * count for best bound, agreement and rankings.
     */
    public boolean sameProblem() {
        return asksTheSame() && origin().map(Origin::sameProblem).orElse(true);
    }

    /** Whether the cell has no result because its solver failed. */
    public boolean failed() {
        return failure != null;
    }
}
