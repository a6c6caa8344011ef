package io.github.l1bench.cli;

import io.github.l1bench.data.Dataset;
import io.github.l1bench.experiment.Cell;
import io.github.l1bench.experiment.Experiment;
import io.github.l1bench.experiment.KnownResults;
import io.github.l1bench.experiment.StoredRuns;
import io.github.l1bench.problem.Penalty;
import io.github.l1bench.problem.PenaltyRequest;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.Machine;
import io.github.l1bench.result.Provenance;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.result.StudyResult;
import io.github.l1bench.run.RunFolder;
import io.github.l1bench.solver.Variant;
import io.github.l1bench.study.StoredStudies;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ProgressBar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the experiment: the published run, then every solver to a certified gap. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Runs the experiment and writes run.json: the published run, then every solver until its gap is"
                + " certified or its time is up. Exit status 0 when no solver failed, 1 when one did.")
final class RunCommand implements Callable<Integer> {
    private static final double QUICK_SECONDS = 2;
    private static final double QUICK_WARM_UP = 0.5;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOptions data;

    @Mixin
    private PenaltyOptions penalty;

    @Option(
            names = "--solvers",
            split = ";(?![^\\[]*\\])", // a semicolon outside of brackets
            paramLabel = "NAMES",
            description = "names with * and ?, or name[option=value,...], separated by semicolons (default: all)")
    private List<String> solvers = List.of("*");

    @Option(
            names = "--gap",
            defaultValue = "1e-6",
            description = "the certified gap asked for (default: ${DEFAULT-VALUE})")
    private double gap;

    @Option(
            names = "--max-seconds",
            defaultValue = "10",
            description = "time for each solver (default: ${DEFAULT-VALUE})")
    private double maxSeconds;

    @Option(
            names = "--quick",
            arity = "0..1",
            fallbackValue = "true",
            description = "a shortened run of 2 seconds a solver, for a check and not for a comparison")
    private boolean quick;

    @Option(
            names = "--study",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "also study the published example, for data that are pictures with test rows: its run over"
                    + " seeds and epochs, the certified path, an L2 penalty; writes study.json"
                    + " (default: ${DEFAULT-VALUE})")
    private boolean study;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "folder of this run (default: reports/runs/<date and time>)")
    private Path out;

    @Option(
            names = "--fresh",
            arity = "0..1",
            fallbackValue = "true",
            description = "compute everything that is named, and nothing else is shown: take nothing from stored runs,"
                    + " nor from an earlier start into the same folder")
    private boolean fresh;

    @Option(
            names = "--reuse",
            paramLabel = "DIR",
            description = "folder of runs; where --solvers names some, the results of all others are taken from the"
                    + " newest run there with the same data, settings, code, machine and Java (default: the folder"
                    + " that --out lies in)")
    private Path reuse;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "how long after its time is up a solver may take to return before its cell is given up"
                    + " (default: ${DEFAULT-VALUE})")
    private double patience;

    @Override
    public Integer call() throws IOException {
        List<Variant> variants = SolverSelection.variants(solvers);
        double seconds = quick ? Math.min(QUICK_SECONDS, maxSeconds) : maxSeconds;
        if (!(patience >= 0)) {
            throw new IllegalArgumentException("the patience is " + patience + "; give seconds, 0 or more");
        }
        List<Cell> named = Experiment.standardCells(variants, gap, seconds);
        PenaltyRequest request = penalty.request();
        RunFolder folder = new RunFolder(out == null ? Path.of("reports", "runs", now()) : out);
        WritableFolder.require(folder.path());
        Dataset dataset = data.load();
        PrintWriter terminal = spec.commandLine().getOut();
        terminal.println(
                dataset.info().notice().isEmpty()
                        ? "Data: " + dataset.info().title()
                        : dataset.info().notice());
        Penalty used = Penalty.of(dataset.problem(request));
        terminal.println("Penalty: lambda " + used);
        terminal.flush();
        Experiment experiment = new Experiment(
                folder.id(),
                quick,
                dataset,
                used.lambda(),
                data.seed,
                fresh ? named : Experiment.standardCells(withAllOthers(variants), gap, seconds),
                quick ? QUICK_WARM_UP : seconds / 5,
                patience);
        Provenance provenance = Machine.provenance(command());
        KnownResults known = known(experiment, provenance, named, folder);
        known.lines().forEach(terminal::println);
        Optional<StudyResult> oldStudy =
                study ? StoredStudies.find(known.folders(), known.conditions()) : Optional.empty();
        RunResult result = run(known, provenance, folder, terminal);
        if (study) {
            String name = dataset.info().name();
            new RunStudy(dataset, seed -> data.load(name, seed), folder, terminal).make(result, oldStudy);
        }
        warnOfDisturbance(result, terminal);
        terminal.println("Results are in " + folder.file(RunFolder.RUN));
        terminal.flush();
        return result.cells().stream().anyMatch(CellResult::failed) ? 1 : 0;
    }

    // The variants named, then every registered solver.
    private static List<Variant> withAllOthers(List<Variant> named) {
        Map<String, Variant> all = new LinkedHashMap<>();
        named.forEach(variant -> all.put(variant.toString(), variant));
        SolverSelection.variants(List.of("*")).forEach(variant -> all.putIfAbsent(variant.toString(), variant));
        return List.copyOf(all.values());
    }

    private KnownResults known(Experiment experiment, Provenance provenance, List<Cell> named, RunFolder folder)
            throws IOException {
        Set<String> labels = named.stream().map(Cell::label).collect(Collectors.toSet());
        StoredRuns own = fresh ? StoredRuns.none() : StoredRuns.of(folder.path());
        boolean full = labels.size() == experiment.cells().size();
        Path parent = reuse != null
                ? reuse
                : folder.path().toAbsolutePath().normalize().getParent();
        StoredRuns others = full ? StoredRuns.none() : StoredRuns.within(parent, folder.path());
        return new KnownResults(experiment, provenance, labels, own, others);
    }

    // With the first result, not before: what lies there belongs to the run that this one replaces; times of solvers
    // whose cells stay do not.
    private static void beginAnew(RunFolder folder, KnownResults known, PrintWriter terminal) {
        List<String> lost = written(() -> folder.beginAnew(known.finishedSolvers()));
        if (!lost.isEmpty()) {
            terminal.println(
                    "Removed from the times of the run that this one replaces, because results that they belong to"
                            + " are not taken over: " + String.join(", ", lost));
        }
    }

    /** Writes files from where no exception of theirs may be thrown. */
    @FunctionalInterface
    private interface Writing<T> {
        T write() throws IOException;
    }

    private static <T> T written(Writing<T> writing) {
        try {
            return writing.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RunResult run(KnownResults known, Provenance provenance, RunFolder folder, PrintWriter terminal) {
        Experiment experiment = known.rest();
        String[] running = new String[1];
        boolean[] forgotten = new boolean[1];
        int width = experiment.cells().stream()
                .mapToInt(cell -> cell.label().length())
                .max()
                .orElse(1);
        try (ProgressBar bar =
                ConsoleProgress.bar("experiment", experiment.cells().size())) {
            if (bar != null) {
                bar.stepBy(known.cells().size());
            }
            return experiment.run(
                    provenance,
                    known.cells(),
                    cell -> {
                        running[0] = cell.label();
                        if (bar != null) {
                            bar.setExtraMessage(cell.label());
                        }
                    },
                    (result, snapshots) -> {
                        if (!forgotten[0]) {
                            beginAnew(folder, known, terminal);
                            forgotten[0] = true;
                        }
                        written(() -> {
                            folder.write(result, snapshots);
                            return null;
                        });
                        result.cells().stream()
                                .filter(cell -> cell.label().equals(running[0]))
                                .forEach(cell -> print(terminal, cell, width));
                        if (bar != null && running[0] != null) {
                            bar.step();
                        }
                    });
        }
    }

    private static void warnOfDisturbance(RunResult result, PrintWriter terminal) {
        List<String> disturbed = result.cells().stream()
                .filter(cell -> cell.made().disturbance() != null)
                .map(CellResult::label)
                .toList();
        if (!disturbed.isEmpty()) {
            terminal.println("A solver that had not returned kept a core busy; the times of these may be spoilt and are"
                    + " marked: " + String.join(", ", disturbed) + ". Run again into the same folder with --solvers and"
                    + " these names.");
        }
    }

    private static void print(PrintWriter terminal, CellResult cell, int width) {
        String name = "%-" + width + "s ";
        if (cell.failed()) {
            terminal.printf(Locale.ROOT, name + "FAILED: %s%n", cell.label(), cell.failure());
        } else {
            terminal.printf(
                    Locale.ROOT,
                    name + "%-16s %8.3f s %8.1f passes  gap/P %8.1e  %6.2f %% zeros  test %s%n",
                    cell.label(),
                    cell.status(),
                    cell.seconds(),
                    cell.passes(),
                    cell.fit().relativeGap(),
                    cell.fit().sparsityPercent(),
                    cell.fit().testAccuracy() == null
                            ? "-"
                            : String.format(Locale.ROOT, "%.4f", cell.fit().testAccuracy()));
        }
        terminal.flush();
    }

    // As one would type it, without the folder of this run: another run has its own.
    private String command() {
        StringJoiner words = new StringJoiner(" ", "java -jar bench/target/benchmarks.jar ", "");
        Iterator<String> arguments =
                spec.commandLine().getParent().getParseResult().originalArgs().iterator();
        while (arguments.hasNext()) {
            String word = arguments.next();
            if (word.equals("--out")) {
                arguments.next();
            } else if (!word.startsWith("--out=")) {
                words.add(word.matches("[\\w./:=+-]+") ? word : "'" + word + "'");
            }
        }
        return words.toString();
    }

    private static String now() {
        return LocalDateTime.now().format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss"));
    }
}
