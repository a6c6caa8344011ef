package io.github.l1bench.report;

import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.JmhNotes;
import io.github.l1bench.result.Origin;
import io.github.l1bench.result.RunResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How results are marked that were not computed in the run they stand in, or not undisturbed. The mark is part of a
 * cell's label and of a time's parameters, so that every table, legend and chart shows it.
 */
final class Origins {
    /** The parameter of JMH's rows that names the run from which a time was reused. */
    static final String REUSED_FROM = "reused from";

    /** The parameter of rows without a time that says why there is none. */
    static final String FAILURE = "failed";

    private static final String REUSED = " (reused)";
    private static final String DISTURBED = " (disturbed)";
    private static final String FOREIGN = " (foreign: ";

    private Origins() {}

    /** {@code run} with the marks in the labels of its cells. */
    static RunResult marked(RunResult run) {
        List<CellResult> cells = run.cells().stream()
                .map(cell -> cell.named(cell.label() + mark(cell, run.id()), cell.solver()))
                .toList();
        return new RunResult(
                run.schema(),
                run.id(),
                run.quick(),
                run.provenance(),
                run.data(),
                run.seed(),
                run.lambda(),
                run.lambdaMax(),
                cells);
    }

    // Of a foreign result the label says so already in the file.
    private static String mark(CellResult cell, String run) {
        Optional<Origin> origin = cell.origin();
        boolean reused =
                origin.isPresent() && !cell.isForeign() && !origin.get().run().equals(run);
        boolean disturbed = cell.made() != null && cell.made().disturbance() != null;
        return (reused ? REUSED : "") + (disturbed ? DISTURBED : "");
    }

    /** A label without what {@link #marked} added. */
    static String unmarked(String label) {
        return label.replace(DISTURBED, "").replace(REUSED, "");
    }

    /** A cell as its file names it. */
    static CellResult unmarked(CellResult cell) {
        return cell.named(unmarked(cell.label()), cell.solver());
    }

    /** Whether a solver's name says that its result is foreign. */
    static boolean isForeign(String solver) {
        return solver.contains(FOREIGN);
    }

    /** The parameters of a row with the mark of where it came from. */
    static Map<String, String> marked(Map<String, String> params, Origin origin) {
        if (origin == null) {
            return params;
        }
        Map<String, String> marked = new LinkedHashMap<>(params);
        if (origin.isForeign()) {
            marked.computeIfPresent("solver", (name, solver) -> solver + FOREIGN + origin.foreign() + ")");
        } else {
            marked.put(REUSED_FROM, origin.run());
        }
        return marked;
    }

    /** A row without a time for a benchmark that failed. */
    static JmhScore failed(JmhNotes.Failure failure, Map<String, String> params) {
        String[] parts = failure.benchmark().split("\\.");
        Map<String, String> marked = new LinkedHashMap<>(params);
        marked.put(FAILURE, failure.reason());
        return new JmhScore(
                parts[Math.max(0, parts.length - 2)],
                parts[parts.length - 1],
                "",
                marked,
                0,
                Double.NaN,
                Double.NaN,
                "s/op",
                new double[0][],
                Map.of());
    }

    /** The name of a timed solver, with the mark where its time was reused. */
    static String name(String solver, String reusedFrom) {
        return reusedFrom.isEmpty() ? solver : solver + REUSED;
    }

    /** Where a cell's result came from, in words. */
    static Optional<String> words(CellResult cell, String run) {
        return cell.origin().map(origin -> {
            String when = "run " + origin.run() + ", " + Summary.date(origin.created());
            if (origin.isForeign()) {
                return "foreign, " + origin.foreign() + ": " + when;
            }
            return origin.run().equals(run)
                    ? "by an earlier start of this run"
                    : "reused from " + when + ": same data, settings, code, machine and Java";
        });
    }
}
