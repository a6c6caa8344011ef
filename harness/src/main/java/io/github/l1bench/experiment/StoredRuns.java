package io.github.l1bench.experiment;

import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.Conditions;
import io.github.l1bench.result.Made;
import io.github.l1bench.result.Origin;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.result.RunSnapshots;
import io.github.l1bench.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Runs on disk, in which results are looked up that need not be computed again. A result stands for a cell if nothing
 * that it depends on is different: problem, solver, options, rule to stop, warm-up, code, machine and Java. A failure
 * stands for nothing, nor does a result that was disturbed or taken from a foreign run.
 */
public final class StoredRuns {
    private record Stored(RunFolder folder, RunResult run) {}

    private final List<Stored> newestFirst = new ArrayList<>();

    private StoredRuns() {}

    /** No run at all. */
    public static StoredRuns none() {
        return new StoredRuns();
    }

    /** The run in {@code folder}, if there is a readable one. */
    public static StoredRuns of(Path folder) throws IOException {
        StoredRuns runs = new StoredRuns();
        runs.add(new RunFolder(folder));
        return runs;
    }

    /** The runs in folders within {@code parent}, but for {@code own}; those that cannot be read are left out. */
    public static StoredRuns within(Path parent, Path own) throws IOException {
        return of(RunFolder.within(parent), own);
    }

    /** The runs in {@code folders}, but for {@code own}; those that cannot be read are left out. */
    public static StoredRuns of(List<RunFolder> folders, Path own) throws IOException {
        StoredRuns runs = new StoredRuns();
        for (RunFolder folder : folders) {
            runs.addOther(folder, own);
        }
        runs.newestFirst.sort(
                Comparator.comparing((Stored s) -> s.run().provenance().instant())
                        .reversed());
        return runs;
    }

    // What others delete meanwhile is not there any more.
    private void addOther(RunFolder folder, Path own) throws IOException {
        try {
            if (!Files.exists(own) || !Files.isSameFile(folder.path(), own)) {
                add(folder);
            }
        } catch (NoSuchFileException e) {
            // nothing is taken from it
        }
    }

    private void add(RunFolder folder) throws IOException {
        if (folder.has(RunFolder.RUN)) {
            try {
                newestFirst.add(new Stored(folder, folder.run()));
            } catch (IllegalArgumentException e) {
                // Of another version, or damaged: the list of runs says so, and nothing is taken from it.
            }
        }
    }

    /** Folders of the runs, the newest first. */
    public List<RunFolder> folders() {
        return newestFirst.stream().map(Stored::folder).toList();
    }

    /**
     * The newest result that stands for {@code cell} of an experiment.
     *
     * @param conditions of the experiment
     * @param warmUpSeconds of the experiment
     * @param code fingerprint of the cell's code; null for unknown, which nothing stands for
     */
    public Optional<KnownCell> find(Cell cell, Conditions conditions, double warmUpSeconds, String code)
            throws IOException {
        for (Stored stored : newestFirst) {
            for (CellResult result : stored.run().cells()) {
                if (result.key().equals(cell.label())
                        && differences(result, stored.run(), cell, conditions, warmUpSeconds, code)
                                .isEmpty()) {
                    return Optional.of(known(stored, result));
                }
            }
        }
        return Optional.empty();
    }

    private static KnownCell known(Stored stored, CellResult result) throws IOException {
        Origin origin = result.origin().orElseGet(() -> Origin.reused(stored.run()));
        return new KnownCell(
                result.with(result.made().from(origin, stored.run().provenance(result))),
                snapshots(stored).of(result));
    }

    private static RunSnapshots snapshots(Stored stored) throws IOException {
        try {
            return stored.folder().snapshots(stored.run());
        } catch (IllegalArgumentException e) {
            return RunSnapshots.NONE;
        }
    }

    /** Why nothing was found for {@code cell}: what differs in the newest run that has it. */
    public String whyNot(Cell cell, Conditions conditions, double warmUpSeconds, String code) {
        return newest(cell)
                .map(found -> differences(found, cell, conditions, warmUpSeconds, code) + " in run "
                        + found.run().id())
                .orElse("in no stored run");
    }

    /** The same without the run's name, where there is but one run; empty where it does not have the cell, or fits. */
    public String differences(Cell cell, Conditions conditions, double warmUpSeconds, String code) {
        return newest(cell)
                .map(found -> differences(found, cell, conditions, warmUpSeconds, code))
                .orElse("");
    }

    private static String differences(
            Found found, Cell cell, Conditions conditions, double warmUpSeconds, String code) {
        return String.join(", ", differences(found.result(), found.run(), cell, conditions, warmUpSeconds, code));
    }

    private record Found(CellResult result, RunResult run) {}

    // The newest result of a cell of that name, whether it stands for it or not.
    private Optional<Found> newest(Cell cell) {
        return newestFirst.stream()
                .flatMap(stored -> stored.run().cells().stream().map(result -> new Found(result, stored.run())))
                .filter(found -> found.result().key().equals(cell.label()))
                .findFirst();
    }

    /** The labels of all cells that have a result there. */
    public Set<String> labels() {
        return newestFirst.stream()
                .flatMap(stored -> stored.run().cells().stream().map(CellResult::key))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<String> differences(
            CellResult result, RunResult run, Cell cell, Conditions conditions, double warmUpSeconds, String code) {
        List<String> differences = new ArrayList<>(conditions.otherRules(Conditions.of(run)));
        differences.addAll(Conditions.otherMachine(conditions.machine(), run.provenance(result)));
        boolean sameTask = result.solver().equals(cell.solver())
                && result.published() == cell.published()
                && result.rule().equals(cell.rule());
        Made made = result.made();
        if (!sameTask || made != null && made.warmUpSeconds() != warmUpSeconds) {
            differences.add("other limits");
        }
        if (made != null
                && cell instanceof SolverCell repeated
                && repeated.wantsMore(made.repeats(), result.seconds())) {
            differences.add("fewer repeats");
        }
        if (!result.options().equals(cell.options(run.seed()))) {
            differences.add("other options");
        }
        if (made == null || made.code() == null || code == null) {
            differences.add("unknown code");
        } else if (!Objects.equals(made.code(), code)) {
            differences.add("other code");
        }
        if (result.failed()) {
            differences.add("failed");
        }
        if (made != null && made.disturbance() != null) {
            differences.add("disturbed");
        }
        if (result.isForeign()) {
            differences.add("foreign");
        }
        return differences;
    }
}
