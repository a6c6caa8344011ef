package io.github.l1bench.result;

import java.util.List;
import java.util.Optional;

/**
 * How the weights of a run's cells came about. The content of {@code snapshots.json}, which lies beside the
 * {@code run.json} that it belongs to.
 *
 * @param schema version of this schema, {@link #SCHEMA}
 * @param cells those cells of the run that were watched and did not fail
 */
public record RunSnapshots(int schema, List<CellSnapshots> cells) {
    /** The version of the schema that this program writes and reads. */
    public static final int SCHEMA = 1;

    /** Nothing was recorded. */
    public static final RunSnapshots NONE = new RunSnapshots(SCHEMA, List.of());

    /** What is known of {@code cell}. */
    public Optional<CellSnapshots> of(CellResult cell) {
        return cells.stream().filter(c -> c.label().equals(cell.key())).findFirst();
    }

    /** Whether everything here is of cells of {@code run}, and of the traces that stand there. */
    public boolean belongsTo(RunResult run) {
        return cells.stream()
                .allMatch(own -> run.cells().stream()
                        .anyMatch(cell -> cell.key().equals(own.label()) && belongsTo(own, cell, run)));
    }

    private static boolean belongsTo(CellSnapshots own, CellResult cell, RunResult run) {
        int points = cell.trace().size();
        return own.settled() >= 0
                && own.settled() < points
                && own.snapshots().stream()
                        .allMatch(s -> s.point() >= 0
                                && s.point() < points
                                && s.passes() == cell.trace().get(s.point()).passes()
                                && s.fits(run.data().classes(), run.data().features()));
    }
}
