package io.github.l1bench.view;

import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.Origin;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.run.JmhRow;
import java.util.Optional;

/**
 * How results are named that were not computed in the run they stand in, or not undisturbed: with a mark that every
 * table, legend and chart shows.
 */
public final class Origins {
    private static final String REUSED = " (reused)";
    private static final String DISTURBED = " (disturbed)";

    private Origins() {}

    /** {@code run} as pages show it: with the marks in the names of its cells and solvers. */
    public static RunResult named(RunResult run) {
        return run.with(run.cells().stream()
                .map(cell -> cell.named(
                        cell.label() + foreign(cell.origin()) + mark(cell, run.id()),
                        cell.solver() + foreign(cell.origin())))
                .toList());
    }

    private static String foreign(Optional<Origin> origin) {
        return origin.map(Origin::mark).orElse("");
    }

    private static String mark(CellResult cell, String run) {
        boolean reused = cell.origin()
                .filter(origin -> origin.compares() && !origin.run().equals(run))
                .isPresent();
        boolean disturbed = cell.made() != null && cell.made().disturbance() != null;
        return (reused ? REUSED : "") + (disturbed ? DISTURBED : "");
    }

    /** The timed solver as pages show it, empty where there is none; a foreign one is told from one that is not. */
    public static String solver(JmhRow row) {
        return row.solver().isEmpty() ? "" : row.solver() + foreign(row.origin());
    }

    /** The run that a time was reused from, empty where it was measured with the others or is foreign. */
    public static String reusedFrom(JmhRow row) {
        return row.origin().filter(Origin::compares).map(Origin::run).orElse("");
    }

    /** {@code name} with the mark where its time was reused. */
    public static String marked(String name, String reusedFrom) {
        return reusedFrom.isEmpty() ? name : name + REUSED;
    }

    /** Where a cell's result came from, in words. */
    public static Optional<String> words(CellResult cell, String run) {
        return cell.origin().map(origin -> {
            String when = "run " + origin.run() + ", " + ProvenanceWords.date(origin.created());
            if (origin.isForeign()) {
                return "foreign, " + origin.foreign() + ": " + when;
            }
            if (origin.machine() != null) {
                return origin.machine() + ": " + when;
            }
            return origin.run().equals(run)
                    ? "by an earlier start of this run"
                    : "reused from " + when + ": same data, settings, code, machine and Java";
        });
    }
}
