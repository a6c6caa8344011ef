package io.github.l1bench.run;

import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.CellSnapshots;
import io.github.l1bench.result.Conditions;
import io.github.l1bench.result.JmhNotes;
import io.github.l1bench.result.Made;
import io.github.l1bench.result.Origin;
import io.github.l1bench.result.Provenance;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.result.RunSnapshots;
import io.github.l1bench.result.StudyResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts results of one run beside those of another. Those of other data or rules are marked as foreign, those of another
 * machine as such, each with the reason, and all others as reused; what is in both stays as it is in the first, unless the
 * second's does not compare.
 */
public final class Merge {
    private final RunFolder baseFolder;
    private final RunFolder otherFolder;
    private final List<NamePattern> solvers;
    private final RunResult base;
    private final RunResult other;
    private final List<CellResult> taken = new ArrayList<>();
    private final List<CellResult> left = new ArrayList<>();

    /**
     * Decides what to take.
     *
     * @param baseFolder the run to add to
     * @param otherFolder the run to take results from
     * @param solvers which of its solvers
     * @param otherProblem whether results of other data, another penalty or seed may be taken too
     * @throws IllegalArgumentException in one sentence, if a run is damaged, if the two solved different problems and
     *     that is not allowed, or if there is nothing to take
     */
    public Merge(RunFolder baseFolder, RunFolder otherFolder, List<NamePattern> solvers, boolean otherProblem)
            throws IOException {
        this.baseFolder = baseFolder;
        this.otherFolder = otherFolder;
        this.solvers = solvers;
        this.base = baseFolder.run();
        this.other = otherFolder.run();
        requireSameProblem(otherProblem);
        Set<String> known = base.cells().stream().map(CellResult::key).collect(Collectors.toSet());
        for (CellResult cell : other.cells()) {
            if (solvers.stream().anyMatch(pattern -> pattern.matches(cell.solver()))) {
                CellResult marked = marked(cell);
                (known.contains(marked.key()) ? left : taken).add(marked);
            }
        }
        if (taken.isEmpty()) {
            throw new IllegalArgumentException("run " + otherFolder.name(other, base) + " has nothing to add to run "
                    + baseFolder.name(base, other) + " under --solvers "
                    + solvers.stream().map(NamePattern::toString).collect(Collectors.joining(";")) + "; "
                    + whyNothing());
        }
    }

    private String whyNothing() {
        if (left.isEmpty()) {
            return "its solvers are "
                    + other.cells().stream().map(CellResult::solver).distinct().collect(Collectors.joining(", "));
        }
        String all = left.size() == 1 ? "its one result is" : "all its " + left.size() + " results are";
        return all + " in both; 'compare' shows how they differ";
    }

    private void requireSameProblem(boolean otherProblem) {
        List<String> differences = Conditions.of(base).otherProblem(Conditions.of(other));
        if (!differences.isEmpty() && !otherProblem) {
            throw new IllegalArgumentException("runs " + baseFolder.name(base, other) + " and "
                    + otherFolder.name(other, base) + " solved different problems (" + String.join(", ", differences)
                    + "); give --other-problem to merge them all the same, as foreign");
        }
    }

    private CellResult marked(CellResult cell) {
        if (cell.isForeign()) {
            return cell;
        }
        List<String> differences = new ArrayList<>(Conditions.of(base).otherRules(Conditions.of(other)));
        boolean asOthers = base.cells().stream()
                .filter(own -> own.published() == cell.published() && !own.isForeign())
                .allMatch(own -> own.rule().equals(cell.rule()));
        if (!asOthers) {
            differences.add("other rule to stop");
        }
        Provenance provenance = other.provenance(cell);
        Origin origin = origin(cell.origin(), differences, base.provenance(), provenance);
        CellResult marked = cell.with(
                cell.made() == null
                        ? new Made(null, 0, null, provenance, origin)
                        : cell.made().from(origin, provenance));
        boolean fits = cell.coef() != null
                && other.data().features() == base.data().features()
                && other.data().labels().equals(base.data().labels());
        return fits || !origin.isForeign() ? marked : marked.withoutWeights();
    }

    private Origin origin(Optional<Origin> before, List<String> differences, Provenance here, Provenance there) {
        Origin origin = before.orElseGet(() -> Origin.reused(other));
        List<String> machine = Conditions.otherMachine(here, there);
        return new Origin(
                origin.run(),
                origin.created(),
                differences.isEmpty() ? null : String.join(", ", differences),
                machine.isEmpty() ? null : String.join(", ", machine),
                Conditions.of(base).otherProblem(Conditions.of(other)).isEmpty());
    }

    /** What is taken, marked with where it came from. */
    public List<CellResult> taken() {
        return List.copyOf(taken);
    }

    /** What was asked for and is in the first run already. */
    public List<CellResult> left() {
        return List.copyOf(left);
    }

    /** What was timed in the other run, was asked for, and is left there, as it has no result there that it belongs to. */
    public List<String> withoutResult() throws IOException {
        return otherFolder.jmh(other).rows().stream()
                .filter(row -> solvers.stream().anyMatch(pattern -> pattern.matches(row.solver())))
                .filter(row ->
                        other.cells().stream().noneMatch(cell -> cell.solver().equals(row.solver())))
                .map(row -> row.solver().isEmpty() ? row.className() : row.solver())
                .distinct()
                .toList();
    }

    /** The run that results are taken from. */
    public RunResult other() {
        return other;
    }

    /** Writes the merged run, the run itself last, so that a folder without it is no run. */
    public void write(RunFolder out) throws IOException {
        JmhRows times = times();
        if (!times.all().isEmpty()) {
            out.write(times);
        }
        Optional<StudyResult> study = baseFolder.study(base);
        if (study.isPresent()) {
            out.write(study.get());
        }
        List<CellResult> cells =
                Stream.concat(base.cells().stream(), taken.stream()).toList();
        out.write(base.with(cells).named(out.id()), snapshots());
    }

    private RunSnapshots snapshots() throws IOException {
        List<CellSnapshots> all = new ArrayList<>(baseFolder.snapshots(base).cells());
        RunSnapshots others = otherFolder.snapshots(other);
        for (CellResult cell : taken) {
            others.of(asItWas(cell))
                    .filter(own -> cell.coef() != null || own.snapshots().isEmpty())
                    .ifPresent(own -> all.add(new CellSnapshots(cell.key(), own.settled(), own.snapshots())));
        }
        return new RunSnapshots(RunSnapshots.SCHEMA, all);
    }

    private CellResult asItWas(CellResult cell) {
        return other.cells().stream()
                .filter(c -> marked(c).key().equals(cell.key()))
                .findFirst()
                .orElseThrow();
    }

    private JmhRows times() throws IOException {
        JmhRows own = baseFolder.jmh(base);
        JmhRows others = otherFolder.jmh(other);
        List<String> differences = Conditions.of(base).otherProblem(Conditions.of(other));
        Set<String> known = own.rows().stream().map(JmhRow::key).collect(Collectors.toSet());
        Stream<JmhRow> rows = others.rows().stream()
                .flatMap(row ->
                        cell(row.solver()).map(cell -> marked(row, cell, differences, own.provenance())).stream())
                .filter(row -> !known.contains(row.key()));
        Stream<JmhNotes.Failure> failures = others.failures().stream()
                .filter(failure -> cell(JmhRow.failed(failure).solver()).isPresent());
        return own.with(
                Stream.concat(own.rows().stream(), rows).toList(),
                Stream.concat(own.failures().stream(), failures).toList());
    }

    private Optional<CellResult> cell(String solver) {
        return taken.stream().filter(cell -> cell.solver().equals(solver)).findFirst();
    }

    // As its cell is, so that both stand in one row.
    private JmhRow marked(JmhRow row, CellResult cell, List<String> differences, Provenance here) {
        return row.from(
                cell.compares()
                        ? origin(row.origin(), differences, here, row.notes().provenance())
                        : cell.origin().orElseThrow());
    }
}
