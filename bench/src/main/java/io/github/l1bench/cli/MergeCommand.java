package io.github.l1bench.cli;

import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.CellSnapshots;
import io.github.l1bench.result.Conditions;
import io.github.l1bench.result.JmhNotes;
import io.github.l1bench.result.Made;
import io.github.l1bench.result.Origin;
import io.github.l1bench.result.ResultFiles;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.result.RunSnapshots;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts results of one run beside those of another. */
@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        description =
                "Writes a new run with the results of RUN and, beside them, results of OTHER. Those made under the"
                        + " same conditions are marked as reused; all others are named foreign, with the reason, wherever they"
                        + " stand. Exit status 2 where the two solved different problems, unless --other-problem is given.")
final class MergeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "RUN", description = "folder of the run to add to; it is not changed")
    private Path base;

    @Parameters(index = "1", paramLabel = "OTHER", description = "folder of the run to take results from")
    private Path other;

    @Option(
            names = "--solvers",
            split = ";(?![^\\[]*\\])", // a semicolon outside of brackets
            paramLabel = "NAMES",
            description =
                    "which results of OTHER: names or variants, with * and ?, separated by semicolons (default: all)")
    private List<String> solvers = List.of("*");

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "folder of the new run")
    private Path out;

    @Option(
            names = "--other-problem",
            description = "merge results of other data, another penalty or another seed too; they are named foreign")
    private boolean otherProblem;

    @Override
    public Integer call() throws IOException {
        RunResult a = ResultFiles.read(base.resolve(ResultFiles.RUN));
        RunResult b = ResultFiles.read(other.resolve(ResultFiles.RUN));
        if (Files.exists(out.resolve(ResultFiles.RUN))) {
            throw new IllegalArgumentException("there is a run in " + out + " already; name another folder with --out");
        }
        requireSameProblem(a, b);
        WritableFolder.require(out);
        List<CellResult> taken = taken(a, b);
        List<CellResult> cells = new ArrayList<>(a.cells());
        cells.addAll(taken);
        writeSnapshots(a, b, taken);
        writeTimes(a, b, taken);
        if (Files.exists(base.resolve(ResultFiles.STUDY))) {
            ResultFiles.write(out.resolve(ResultFiles.STUDY), ResultFiles.readStudy(base.resolve(ResultFiles.STUDY)));
        }
        ResultFiles.write(
                out.resolve(ResultFiles.RUN),
                new RunResult(
                        RunResult.SCHEMA,
                        out.toAbsolutePath().normalize().getFileName().toString(),
                        a.quick(),
                        a.provenance(),
                        a.data(),
                        a.seed(),
                        a.lambda(),
                        a.lambdaMax(),
                        cells));
        PrintWriter terminal = spec.commandLine().getOut();
        taken.forEach(cell -> terminal.println("Taken from run " + b.id() + ": " + cell.label()));
        terminal.println("The merged run is in " + out + "; draw it with 'report'");
        terminal.flush();
        return 0;
    }

    private void requireSameProblem(RunResult a, RunResult b) {
        List<String> differences = Conditions.of(a).otherProblem(Conditions.of(b));
        if (!differences.isEmpty() && !otherProblem) {
            throw new IllegalArgumentException("runs " + a.id() + " and " + b.id() + " solved different problems ("
                    + String.join(", ", differences)
                    + "); give --other-problem to merge them all the same, as foreign");
        }
    }

    // What is in both stays as it is in the first, unless the second's is foreign and says so.
    private List<CellResult> taken(RunResult a, RunResult b) {
        List<CellResult> taken = b.cells().stream()
                .filter(cell -> isChosen(cell.solver()))
                .map(cell -> taken(a, b, cell))
                .filter(cell -> a.cells().stream().noneMatch(own -> own.label().equals(cell.label())))
                .toList();
        if (taken.isEmpty()) {
            throw new IllegalArgumentException("run " + b.id() + " has nothing to add to run " + a.id()
                    + " under --solvers " + String.join(";", solvers) + "; its solvers are "
                    + String.join(
                            ", ",
                            b.cells().stream()
                                    .map(CellResult::solver)
                                    .distinct()
                                    .toList()));
        }
        return taken;
    }

    private boolean isChosen(String solver) {
        return solvers.stream()
                .anyMatch(name -> Pattern.matches(
                        Pattern.quote(name.trim()).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q"), solver));
    }

    private static CellResult taken(RunResult a, RunResult b, CellResult cell) {
        if (cell.isForeign()) {
            return cell;
        }
        List<String> differences = new ArrayList<>(Conditions.of(a).differences(Conditions.of(b)));
        boolean asOthers = a.cells().stream()
                .filter(own -> own.published() == cell.published() && !own.isForeign())
                .allMatch(own -> own.rule().equals(cell.rule()));
        if (!asOthers) {
            differences.add("other rule to stop");
        }
        Origin origin = origin(b, cell.origin().orElse(null), differences, Conditions.of(a));
        CellResult marked = cell.with(
                cell.made() == null
                        ? new Made(null, 0, null, origin)
                        : cell.made().from(origin));
        if (!origin.isForeign()) {
            return marked;
        }
        String mark = " (foreign: " + origin.foreign() + ")";
        boolean fits = cell.coef() != null
                && b.data().features() == a.data().features()
                && b.data().labels().equals(a.data().labels());
        CellResult named = marked.named(cell.label() + mark, cell.solver() + mark);
        return fits ? named : named.withoutWeights();
    }

    private static String withoutMark(String name) {
        return name.replaceFirst(" \\(foreign: .*\\)$", "");
    }

    private static Origin origin(RunResult b, Origin before, List<String> differences, Conditions a) {
        Origin origin = before == null ? Origin.reused(b) : before;
        return differences.isEmpty()
                ? origin
                : new Origin(
                        origin.run(),
                        origin.created(),
                        String.join(", ", differences),
                        a.otherProblem(Conditions.of(b)).isEmpty());
    }

    private void writeSnapshots(RunResult a, RunResult b, List<CellResult> taken) throws IOException {
        List<CellSnapshots> all = new ArrayList<>(snapshots(base, a).cells());
        RunSnapshots others = snapshots(other, b);
        for (CellResult cell : taken) {
            String label = withoutMark(cell.label());
            others.cells().stream()
                    .filter(s -> s.label().equals(label)
                            && (cell.coef() != null || s.snapshots().isEmpty()))
                    .findFirst()
                    .ifPresent(s -> all.add(new CellSnapshots(cell.label(), s.settled(), s.snapshots())));
        }
        ResultFiles.write(out.resolve(ResultFiles.SNAPSHOTS), new RunSnapshots(RunSnapshots.SCHEMA, all));
    }

    private static RunSnapshots snapshots(Path folder, RunResult run) throws IOException {
        Path file = folder.resolve(ResultFiles.SNAPSHOTS);
        RunSnapshots none = new RunSnapshots(RunSnapshots.SCHEMA, List.of());
        RunSnapshots read = Files.exists(file) ? ResultFiles.readSnapshots(file) : none;
        return read.belongsTo(run) ? read : none;
    }

    private void writeTimes(RunResult a, RunResult b, List<CellResult> taken) throws IOException {
        Path first = base.resolve(JmhResults.NAME);
        Path second = other.resolve(JmhResults.NAME);
        if (!Files.exists(first) && !Files.exists(second)) {
            return;
        }
        JmhResults own = JmhResults.withOrWithoutNotes(first, a.provenance());
        JmhResults others = JmhResults.withOrWithoutNotes(second, b.provenance());
        List<String> differences = new ArrayList<>(Conditions.of(a).otherProblem(Conditions.of(b)));
        differences.addAll(Conditions.otherMachine(own.provenance(), others.provenance()));
        List<JmhResults.Entry> entries = new ArrayList<>(own.entries());
        for (JmhResults.Entry entry : others.entries()) {
            CellResult cell = taken.stream()
                    .filter(c -> withoutMark(c.solver()).equals(entry.solver()))
                    .findFirst()
                    .orElse(null);
            if (cell == null) {
                continue;
            }
            // Under the name of its cell, so that both stand in one row.
            Origin origin = cell.isForeign()
                    ? cell.origin().orElseThrow()
                    : origin(b, entry.notes().origin(), differences, Conditions.of(a));
            boolean known = !origin.isForeign()
                    && own.entries().stream().anyMatch(e -> e.key().equals(entry.key()));
            if (!known) {
                entries.add(new JmhResults.Entry(
                        entry.row(),
                        new JmhNotes.Row(entry.notes().code(), entry.notes().dataSha256(), origin)));
            }
        }
        List<JmhNotes.Failure> failures = Stream.concat(
                        own.failures().stream(),
                        others.failures().stream()
                                .filter(f -> taken.stream()
                                        .anyMatch(cell -> cell.solver().equals(JmhResults.Entry.solver(f.params())))))
                .toList();
        new JmhResults(own.settings(), own.provenance(), entries, failures).write(out.resolve(JmhResults.NAME));
    }
}
