package io.github.l1bench.compare;

import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.Rule;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.run.JmhSetup.Difference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A cell in two runs.
 *
 * @param before the cell in the first run, null where it is not there
 * @param after the cell in the second run, null where it is not there
 */
record CellChange(CellResult before, CellResult after) {
    /** What can be said of a change of a result. */
    enum Verdict {
        /** It did what was asked before and does not now. */
        LOST("no longer reached"),
        /** It had a result before and fails now. */
        FAILED("fails now"),
        /** It was there before and is not now. */
        MISSING("missing in the second run"),
        /** It was not there before. */
        NEW("only in the second run"),
        /** None of these. */
        KEPT("");

        final String words;

        Verdict(String words) {
            this.words = words;
        }
    }

    /** All cells of both runs: what is missing in the second one first. */
    static List<CellChange> all(RunResult before, RunResult after) {
        Map<String, CellResult> open = new LinkedHashMap<>();
        before.cells().forEach(cell -> open.put(cell.key(), cell));
        List<CellChange> both = after.cells().stream()
                .map(cell -> new CellChange(open.remove(cell.key()), cell))
                .toList();
        List<CellChange> all = new ArrayList<>();
        open.values().forEach(cell -> all.add(new CellChange(cell, null)));
        all.addAll(both);
        return all;
    }

    Verdict verdict() {
        if (before == null || after == null) {
            return before == null ? Verdict.NEW : Verdict.MISSING;
        }
        if (after.failed() && !before.failed()) {
            return Verdict.FAILED;
        }
        return before.met() && !after.met() ? Verdict.LOST : Verdict.KEPT;
    }

    boolean isRegression() {
        return verdict() == Verdict.LOST || verdict() == Verdict.FAILED || verdict() == Verdict.MISSING;
    }

    /** What tables call it. */
    String name() {
        return (after == null ? before : after).key();
    }

    /** The rules to stop that were asked for and differ. */
    List<Difference> differences() {
        if (before == null || after == null) {
            return List.of();
        }
        Rule a = before.rule();
        Rule b = after.rule();
        List<Difference> differences = new ArrayList<>();
        add(differences, "asked gap", a.relativeGap(), b.relativeGap());
        add(differences, "asked tolerance", a.relativeChange(), b.relativeChange());
        add(differences, "limit of passes", a.maxPasses(), b.maxPasses());
        add(differences, "budget in seconds", a.maxSeconds(), b.maxSeconds());
        return differences;
    }

    private static void add(List<Difference> differences, String what, Double a, Double b) {
        if (!Objects.equals(a, b)) {
            differences.add(new Difference(what, words(a), words(b), false));
        }
    }

    private static String words(Double limit) {
        return limit == null ? "none" : limit.toString();
    }
}
