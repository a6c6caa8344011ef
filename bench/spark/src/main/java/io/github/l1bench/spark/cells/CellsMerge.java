package io.github.l1bench.spark.cells;

import io.github.l1bench.io.TemporaryFolder;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.Conditions;
import io.github.l1bench.result.JmhNotes;
import io.github.l1bench.result.Origin;
import io.github.l1bench.result.Provenance;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.run.JmhRow;
import io.github.l1bench.run.JmhRows;
import io.github.l1bench.run.Merge;
import io.github.l1bench.run.NamePattern;
import io.github.l1bench.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Makes one run of several, each of one cell on one problem. Every cell keeps where it was measured; those of another
 * machine than most are named so.
 */
final class CellsMerge {
    private final List<RunFolder> parts;
    private final String command;

    /**
     * @param parts at least one, in the order of the tables
     * @param command that makes the run again
     */
    CellsMerge(List<RunFolder> parts, String command) {
        this.parts = parts;
        this.command = command;
    }

    /** Writes the run, and JMH's rows where there are any, into {@code all}. */
    RunResult write(RunFolder all) throws IOException {
        try (TemporaryFolder scratch = TemporaryFolder.make()) {
            List<RunFolder> order = firstOfMost();
            RunFolder merged = order.get(0);
            for (int part = 1; part < order.size(); part++) {
                RunFolder next = new RunFolder(scratch.path().resolve(Integer.toString(part)));
                Files.createDirectories(next.path());
                new Merge(merged, order.get(part), List.of(new NamePattern("*")), false).write(next);
                merged = next;
            }
            RunResult run = own(merged.run(), all.id());
            all.write(run, merged.snapshots(run));
            if (merged.has(RunFolder.JMH)) {
                JmhRows rows = merged.jmh(run);
                List<JmhNotes.Failure> failures = rows.failures();
                all.write(rows.with(
                        rows.rows().stream().map(row -> own(row, all.id())).toList(), failures));
            }
            return run;
        }
    }

    // Others are compared with the first: that is one of the machine that has measured most of them.
    private List<RunFolder> firstOfMost() throws IOException {
        List<Provenance> machines = new ArrayList<>();
        for (RunFolder part : parts) {
            machines.add(part.run().provenance());
        }
        Provenance most = machines.stream()
                .max(Comparator.comparingLong(machine -> like(machine, machines)))
                .orElseThrow();
        List<RunFolder> order = new ArrayList<>(parts);
        order.add(0, order.remove(machines.indexOf(most)));
        return order;
    }

    private static long like(Provenance machine, List<Provenance> others) {
        return others.stream()
                .filter(other -> Conditions.otherMachine(machine, other).isEmpty())
                .count();
    }

    // All were computed for this run, so that none is told as taken from elsewhere.
    private RunResult own(RunResult run, String id) throws IOException {
        List<String> order = new ArrayList<>();
        for (RunFolder part : parts) {
            part.run().cells().forEach(cell -> order.add(cell.label()));
        }
        List<CellResult> cells = run.cells().stream()
                .map(cell -> cell.made() == null
                        ? cell
                        : cell.with(cell.made()
                                .from(own(cell.made().origin(), id), cell.made().provenance())))
                .sorted(Comparator.comparingInt(cell -> order.indexOf(cell.label())))
                .toList();
        return new RunResult(
                run.schema(),
                id,
                run.quick(),
                run.provenance().by(command),
                run.data(),
                run.seed(),
                run.lambda(),
                run.lambdaMax(),
                cells);
    }

    private static JmhRow own(JmhRow row, String id) {
        return row.from(own(row.notes().origin(), id));
    }

    private static Origin own(Origin origin, String id) {
        return origin == null || origin.compares()
                ? null
                : new Origin(id, origin.created(), origin.foreign(), origin.machine(), origin.sameProblem());
    }
}
