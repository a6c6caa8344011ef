package io.github.l1bench.cli;

import io.github.l1bench.bench.BenchmarkCode;
import io.github.l1bench.bench.BenchmarkProblem;
import io.github.l1bench.bench.ThreadsOption;
import io.github.l1bench.data.Dataset;
import io.github.l1bench.experiment.StoredRuns;
import io.github.l1bench.io.WholeFile;
import io.github.l1bench.jmh.FailureRecorder;
import io.github.l1bench.jmh.Lineup;
import io.github.l1bench.jmh.ParameterCheck;
import io.github.l1bench.jmh.PartRunner;
import io.github.l1bench.jmh.Plan;
import io.github.l1bench.jmh.Selection;
import io.github.l1bench.result.JmhNotes;
import io.github.l1bench.result.Machine;
import io.github.l1bench.result.Provenance;
import io.github.l1bench.run.JmhRow;
import io.github.l1bench.run.JmhRows;
import io.github.l1bench.run.RunFolder;
import io.github.l1bench.run.StoredTimes;
import io.github.l1bench.solver.Solver;
import io.github.l1bench.solver.Solvers;
import io.github.l1bench.solver.Variant;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.util.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs JMH with JMH's own options; solvers and data are found at run time. */
@Command(
        name = "jmh",
        description =
                "Runs the JMH benchmarks. Takes all of JMH's own options ('jmh -h' lists them). Solver names come"
                        + " from the registry unless '-p solver=' is given, data from '-p data=', else mnist where it can be had.")
final class JmhCommand implements Callable<Integer> {
    private static final String ALL = "*";

    @Spec
    private CommandSpec spec;

    @Option(names = "--help", usageHelp = true, description = "Show this help message and exit.")
    private boolean help;

    @Mixin
    private SourceOptions sourceOptions;

    // JMH would write its file bit by bit, and one for each start; so the two options are taken here.
    @Option(names = "-rf", paramLabel = "TYPE", description = "format of the result file: text, csv, scsv, json, latex")
    private ResultFormatType format;

    @Option(names = "-rff", paramLabel = "FILE", description = "name of the result file")
    private Path file;

    @Option(
            names = "--solvers",
            split = ";(?![^\\[]*\\])", // a semicolon outside of brackets
            paramLabel = "NAMES",
            description = "names with * and ?, or name[option=value,...], separated by semicolons (default: all); where"
                    + " some are named and the result file lies in a run's folder, the times of all others are taken"
                    + " from the newest run with the same data, settings, code, machine and Java")
    private List<String> solvers = List.of(ALL);

    @Option(names = "--fresh", arity = "0..1", fallbackValue = "true", description = "take no times from stored runs")
    private boolean fresh;

    @Option(
            names = "--reuse",
            paramLabel = "DIR",
            description = "folder of runs to take times from (default: the folder that the run's folder lies in)")
    private Path reuse;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "how long after its time is up a solver may take to return before its benchmark is given up"
                    + " (default: 30)")
    private double patience;

    @Mixin
    private PenaltyOptions penalty;

    @Parameters(paramLabel = "JMH-OPTION", description = "passed to JMH")
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws CommandLineOptionException, RunnerException, IOException {
        CommandLineOptions options = JmhArguments.parse(arguments);
        if (options.shouldHelp()) {
            options.showHelp();
            return 0;
        }
        Runner plain = new Runner(options);
        if (options.shouldList()) {
            plain.list();
        } else if (options.shouldListWithParams()) {
            plain.listWithParams(options);
        } else if (options.shouldListProfilers()) {
            options.listProfilers();
        } else if (options.shouldListResultFormats()) {
            options.listResultFormats();
        } else {
            return run(options);
        }
        return 0;
    }

    private int run(CommandLineOptions given) throws RunnerException, IOException {
        Selection selection = new Selection(given);
        ParameterCheck.require(arguments, given, selection);
        boolean named = given.getParameter("solver").hasValue() || !solvers.equals(List.of(ALL));
        Set<String> variants = variants(given);
        List<Lineup> lineups = lineups(given, List.copyOf(variants));
        if (file != null) {
            WritableFolder.requireFor(file);
        }
        Map<String, String> data = loadDataAndPenalty(given, selection);
        CommandLineOptions options = JmhArguments.parse(arguments);
        Provenance provenance = Machine.provenance("jmh " + String.join(" ", arguments));
        StoredTimes.Wanted wanted = new StoredTimes.Wanted(
                settings(options), Version.getPlainVersion(), provenance, data, selection.names(), JmhCommand::code);
        StoredTimes stored = new StoredTimes(wanted, others(variants, named));
        StoredTimes finished = new StoredTimes(
                wanted, variants.stream().map(Variant::canonical).collect(Collectors.toSet()));
        if (!fresh && isJson() && RunFolder.isTimesOfRun(file)) {
            lookUp(stored, finished, named);
        }
        List<JmhRow> known = new ArrayList<>(finished.found());
        stored.found().stream().filter(row -> !finished.has(row)).forEach(known::add);
        sayWhatIsReplaced(known);
        List<String> starts = List.copyOf(options.getParameter("start").orElse(List.of("warm")));
        List<Plan.Part> parts = new Plan(selection, starts, lineups, stored.needNotRun(), finished).parts();
        FailureRecorder failures = new FailureRecorder(patience);
        List<String> forkArguments =
                BenchmarkProblem.forkArguments(sourceOptions.values, sourceOptions.offline, patience);
        PartRunner runner = new PartRunner(options, selection, data.keySet(), forkArguments, failures);
        measure(parts, runner, new JmhRows(wanted.settings(), provenance, known, List.of()), data);
        failures.failures()
                .forEach(f -> System.out.println("FAILED: " + f.benchmark() + " " + f.params() + ": " + f.reason()));
        return failures.failures().isEmpty() ? 0 : 1;
    }

    // Written after each part, so that an interruption loses one at most.
    private void measure(List<Plan.Part> parts, PartRunner runner, JmhRows known, Map<String, String> data)
            throws RunnerException, IOException {
        List<RunResult> results = new ArrayList<>();
        long begin = System.nanoTime();
        for (int done = 0; done < parts.size(); done++) {
            announce(parts, done, (System.nanoTime() - begin) * 1e-9);
            results.addAll(runner.run(parts.get(done)));
            write(results, known.with(known.rows(), runner.failures().failures()), data);
        }
        if (parts.isEmpty() && isJson()) {
            known.write(file);
        }
    }

    private void lookUp(StoredTimes stored, StoredTimes finished, boolean named) throws IOException {
        RunFolder folder = RunFolder.of(file);
        if (named) {
            Path runs = reuse != null ? reuse : folder.path().getParent();
            stored.lookUp(folder, StoredRuns.within(runs, folder.path()).folders());
            stored.lines().forEach(System.out::println);
        }
        finished.lookUpOwn(folder);
        if (!finished.solversFound().isEmpty()) {
            System.out.println(
                    "Times measured before the interruption are kept: " + String.join(", ", finished.solversFound()));
        }
    }

    // Before anything is measured, so that there is time to name another file.
    private void sayWhatIsReplaced(List<JmhRow> known) throws IOException {
        if (!isJson()) {
            return;
        }
        Set<String> kept = known.stream().map(JmhRow::key).collect(Collectors.toSet());
        String replaced = before().stream()
                .filter(row -> !kept.contains(row.key()))
                .map(row -> (row.className() + " " + row.solver()).strip())
                .distinct()
                .collect(Collectors.joining(", "));
        if (!replaced.isEmpty()) {
            System.out.println("Times in " + file + " that will be replaced, or lost if they are not measured now: "
                    + replaced + "; another -rff keeps them");
        }
    }

    private List<JmhRow> before() throws IOException {
        try {
            return JmhRows.read(file).rows();
        } catch (IllegalArgumentException e) {
            return List.of(); // what is damaged tells no times
        }
    }

    // JMH tells the progress of one part only.
    private static void announce(List<Plan.Part> parts, int done, double seconds) {
        String remaining = done == 0
                ? ""
                : String.format(Locale.ROOT, ", about %.0f s remain", seconds / done * (parts.size() - done));
        System.out.printf(
                Locale.ROOT,
                "%n# Part %d of %d: %s%s%n",
                done + 1,
                parts.size(),
                parts.get(done).words(),
                remaining);
    }

    private List<Lineup> lineups(CommandLineOptions options, List<String> variants) {
        List<String> threads = List.copyOf(options.getParameter("threads").orElse(List.of()));
        variants.forEach(Variant::parse);
        List<Lineup> lineups = Lineup.of(variants, threads, name -> ThreadsOption.isFree(Variant.parse(name)));
        Lineup last = lineups.get(lineups.size() - 1);
        variants.stream()
                .filter(name -> !last.solvers().contains(name))
                .forEach(name -> spec.commandLine()
                        .getErr()
                        .println(name + " is left out with " + String.join(", ", last.threads())
                                + " threads: it has no option 'threads', or a value of it already"));
        return lineups;
    }

    // As JMH writes them: a comma ends a value, so that of "solver[a=1,b=2]" is a semicolon.
    private Set<String> variants(CommandLineOptions options) {
        if (options.getParameter("solver").hasValue()) {
            if (!solvers.equals(List.of(ALL))) {
                throw new IllegalArgumentException("solvers are named by --solvers and by -p solver=; use one of them");
            }
            return options.getParameter("solver").get().stream()
                    .map(name -> Variant.parse(name).forJmh())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
        return SolverSelection.variants(solvers).stream()
                .map(Variant::forJmh)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> others(Set<String> variants, boolean named) {
        return Solvers.all().stream()
                .map(Solver::name)
                .filter(name -> named && !variants.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** JMH's options but for benchmarks, solvers and data, which are told apart by the rows themselves. */
    private List<String> settings(CommandLineOptions options) {
        List<String> settings = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String next = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
            if (arguments.get(i).equals("-p") && (next.startsWith("solver=") || next.startsWith("data="))) {
                i++;
            } else if (!options.getIncludes().contains(arguments.get(i))) {
                settings.add(arguments.get(i));
            }
        }
        return List.copyOf(settings);
    }

    private boolean isJson() {
        return format == ResultFormatType.JSON && file != null;
    }

    // Whole or not at all, in the format and under the name that JMH would have used.
    private void write(List<RunResult> results, JmhRows reused, Map<String, String> data) throws IOException {
        if (format == null && file == null) {
            return;
        }
        ResultFormatType type = format == null ? ResultFormatType.CSV : format;
        Path target = file == null ? Path.of("jmh-result." + type.toString().toLowerCase(Locale.ROOT)) : file;
        byte[] content = content(results, type);
        if (!isJson()) {
            WholeFile.write(target, temporary -> Files.write(temporary, content));
            return;
        }
        List<JmhRow> rows = new ArrayList<>();
        JmhRows.rows("what was measured", content).forEach(row -> rows.add(measured(row, data)));
        rows.addAll(reused.rows());
        reused.with(rows, reused.failures()).write(target);
    }

    private static JmhRow measured(JmhRow row, Map<String, String> data) {
        return row.with(new JmhNotes.Row(code(row), data.get(row.params().get("data")), null, null));
    }

    private static String code(JmhRow row) {
        return BenchmarkCode.of(row.benchmark(), row.params());
    }

    private static byte[] content(List<RunResult> results, ResultFormatType type) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
            ResultFormatFactory.getInstance(type, out).writeOut(results);
        }
        return bytes.toByteArray();
    }

    // `auto` is decided here, and so is lambda, once and for all forks; every data set is loaded once, so that it is
    // known to be sound. Names of the data sets, each with the hash of its content.
    private Map<String, String> loadDataAndPenalty(CommandLineOptions options, Selection selection) {
        JmhPenalty asked = new JmhPenalty(penalty, options, selection.parameters());
        Map<String, String> data = new LinkedHashMap<>();
        Collection<String> given = options.getParameter("data").orElse(List.of("auto"));
        if (!selection.parameters().contains("data")) {
            given.forEach(name -> data.put(name, null)); // they make their own
            return data;
        }
        for (String name : given) {
            Dataset dataset = BenchmarkProblem.load(name, sourceOptions.values, sourceOptions.offline);
            String decided = name.equals("auto") ? dataset.info().name() : name;
            data.put(decided, dataset.info().sha256());
            asked.see(decided, dataset);
        }
        arguments.addAll(asked.arguments());
        return data;
    }
}
