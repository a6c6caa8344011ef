package io.github.l1bench.experiment;

import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.MissingPeer;
import io.github.l1bench.result.Provenance;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.result.RunSnapshots;
import io.github.l1bench.run.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** An experiment in a run's folder: what is known is taken over, and each cell is written when it is finished. */
public final class FolderRun {
    private final RunFolder folder;
    private final Provenance provenance;
    private final KnownResults known;
    private final List<MissingPeer> missing;
    private Cell running;
    private boolean begun;

    /** Told what happens. */
    public interface Listener {
        /** Before {@code cell} runs. */
        void started(Cell cell);

        /** A cell's result is written. */
        void finished(CellResult cell);

        /** What was measured in the folder and is removed, because the results that it belongs to are not taken over. */
        void removed(List<String> lost);
    }

    /**
     * Looks up what is known.
     *
     * @param experiment all cells that may be shown
     * @param named labels of those that shall be computed unless the folder has them
     * @param fresh whether nothing is taken from the folder
     * @param stored folder of runs from which cells that are not named are taken; null for the one that {@code folder}
     *     lies in
     * @throws IOException if a folder cannot be read
     */
    public FolderRun(
            Experiment experiment,
            Set<String> named,
            RunFolder folder,
            Provenance provenance,
            boolean fresh,
            Path stored)
            throws IOException {
        this(
                folder,
                provenance,
                beside(others(experiment, named, folder, stored), experiment, named, folder, provenance, fresh).known,
                List.of());
    }

    private FolderRun(RunFolder folder, Provenance provenance, KnownResults known, List<MissingPeer> missing) {
        this.folder = folder;
        this.provenance = provenance;
        this.known = known;
        this.missing = missing;
    }

    /** The same, whose result says that {@code programs} were asked for and were not ready. */
    public FolderRun lacking(List<MissingPeer> programs) {
        return new FolderRun(folder, provenance, known, programs);
    }

    /**
     * The same with {@code others}, stored runs from which cells that are not named are taken.
     *
     * @throws IOException if a folder cannot be read
     */
    public static FolderRun beside(
            StoredRuns others,
            Experiment experiment,
            Set<String> named,
            RunFolder folder,
            Provenance provenance,
            boolean fresh)
            throws IOException {
        StoredRuns own = fresh ? StoredRuns.none() : StoredRuns.of(folder.path());
        return new FolderRun(
                folder, provenance, new KnownResults(experiment, provenance, named, own, others), List.of());
    }

    private static StoredRuns others(Experiment experiment, Set<String> named, RunFolder folder, Path stored)
            throws IOException {
        Path parent = stored != null
                ? stored
                : folder.path().toAbsolutePath().normalize().getParent();
        return named.size() == experiment.cells().size() ? StoredRuns.none() : StoredRuns.within(parent, folder.path());
    }

    /** What need not be computed. */
    public KnownResults known() {
        return known;
    }

    /**
     * Runs what is not known.
     *
     * @throws UncheckedIOException if a file cannot be written
     */
    public RunResult run(Listener listener) {
        return known.rest()
                .run(
                        provenance,
                        known.cells(),
                        cell -> {
                            running = cell;
                            listener.started(cell);
                        },
                        (result, snapshots) -> {
                            try {
                                write(result.lacking(missing), snapshots, listener);
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        })
                .lacking(missing);
    }

    private void write(RunResult result, RunSnapshots snapshots, Listener listener) throws IOException {
        // With the first result, not before: what lies there belongs to the run that this one replaces; times of
        // solvers whose cells stay do not.
        if (!begun) {
            List<String> lost = folder.beginAnew(known.finishedSolvers());
            if (!lost.isEmpty()) {
                listener.removed(lost);
            }
            begun = true;
        }
        folder.write(result, snapshots);
        if (running != null) {
            result.cells().stream()
                    .filter(cell -> cell.label().equals(running.label()))
                    .forEach(listener::finished);
        }
    }

    /** The labels of {@code cells}. */
    public static Set<String> labels(List<Cell> cells) {
        return cells.stream().map(Cell::label).collect(Collectors.toSet());
    }
}
