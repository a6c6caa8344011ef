package io.github.l1bench.cli;

import io.github.l1bench.bench.BenchmarkCode;
import io.github.l1bench.bench.BenchmarkProblem;
import io.github.l1bench.bench.Rates;
import io.github.l1bench.bench.ThreadsOption;
import io.github.l1bench.data.DataInfo;
import io.github.l1bench.experiment.StoredRuns;
import io.github.l1bench.result.JmhNotes;
import io.github.l1bench.result.Machine;
import io.github.l1bench.result.Provenance;
import io.github.l1bench.result.WholeFile;
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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Version;
import picocli.CommandLine.Command;
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
    private static final int COLD_SHOTS = 5;
    private static final List<String> COLD_TARGETS = List.of("1e-6");

    @Spec
    private CommandSpec spec;

    @Option(names = "--help", usageHelp = true, description = "Show this help message and exit.")
    private boolean help;

    @Option(names = "--mnist-dir", paramLabel = "DIR", description = "folder with the four IDX files of MNIST")
    private Path mnistDir;

    @Option(names = "--offline", description = "never download")
    private boolean offline;

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

    @Parameters(paramLabel = "JMH-OPTION", description = "passed to JMH")
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws CommandLineOptionException, RunnerException, IOException {
        CommandLineOptions options = parse();
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

    // To JMH a comma in the value of -p ends it, so that of "solver[a=1,b=2]" becomes a semicolon, which says the same.
    private static String withoutCommasInBrackets(String argument) {
        return argument.replaceAll(",(?=[^\\[]*\\])", ";");
    }

    private CommandLineOptions parse() {
        try {
            return new CommandLineOptions(
                    arguments.stream().map(JmhCommand::withoutCommasInBrackets).toArray(String[]::new));
        } catch (CommandLineOptionException | IllegalStateException e) {
            throw new IllegalArgumentException(e.getMessage() + "; 'jmh -h' lists JMH's options", e);
        }
    }

    private int run(CommandLineOptions options) throws RunnerException, IOException {
        JmhParameters.require(options);
        boolean named = options.getParameter("solver").hasValue() || !solvers.equals(List.of(ALL));
        Set<String> variants = variants(options);
        List<Lineup> lineups = lineups(options, List.copyOf(variants));
        if (file != null) {
            WritableFolder.requireFor(file);
        }
        Map<String, String> data = data(options);
        Provenance provenance = Machine.provenance("jmh " + String.join(" ", arguments));
        StoredTimes.Wanted wanted = new StoredTimes.Wanted(
                settings(options), Version.getPlainVersion(), provenance, data, names(options), JmhCommand::code);
        StoredTimes stored = new StoredTimes(wanted, others(variants, named));
        if (named && !fresh && isJson() && isInRun()) {
            Path runs = reuse != null ? reuse : folder().path().getParent();
            stored.lookUp(folder(), StoredRuns.within(runs, folder().path()).folders());
            stored.lines().forEach(System.out::println);
        }
        StoredTimes finished = new StoredTimes(
                wanted, variants.stream().map(Variant::canonical).collect(Collectors.toSet()));
        if (!fresh && isJson() && isInRun()) {
            finished.lookUpOwn(folder());
            if (!finished.solversFound().isEmpty()) {
                System.out.println("Times measured before the interruption are kept: "
                        + String.join(", ", finished.solversFound()));
            }
        }
        List<Batch> batches = batches(options, lineups, stored.needNotRun(), finished);
        FailureRecorder failures = new FailureRecorder(patience);
        List<RunResult> results = new ArrayList<>();
        List<JmhRow> known = new ArrayList<>(finished.found());
        stored.found().stream().filter(entry -> !finished.has(entry)).forEach(known::add);
        long begin = System.nanoTime();
        for (int done = 0; done < batches.size(); done++) {
            announce(batches, done, (System.nanoTime() - begin) * 1e-9);
            results.addAll(run(options, data.keySet(), batches.get(done), failures));
            write(results, new JmhRows(settings(options), provenance, known, failures.failures()), data);
        }
        failures.failures()
                .forEach(f -> System.out.println("FAILED: " + f.benchmark() + " " + f.params() + ": " + f.reason()));
        return failures.failures().isEmpty() ? 0 : 1;
    }

    /**
     * What runs together, after which the results are written: the benchmarks of one solver, or those of none.
     *
     * @param parameters what to run it with
     * @param benchmarks full names
     */
    private record Batch(String start, Lineup parameters, List<String> benchmarks) {}

    // A benchmark without a parameter that the next start or number of threads changes would repeat itself.
    private static List<Batch> batches(
            CommandLineOptions options, List<Lineup> lineups, Set<String> known, StoredTimes finished) {
        List<String> starts = List.copyOf(options.getParameter("start").orElse(List.of("warm")));
        List<Batch> batches = new ArrayList<>();
        for (String start : starts) {
            for (Lineup lineup : lineups) {
                Set<String> needed = new HashSet<>();
                if (!start.equals(starts.get(0))) {
                    needed.add("start");
                }
                if (!lineup.equals(lineups.get(0))) {
                    needed.add("threads");
                }
                if (needed.isEmpty()) {
                    List<String> others = select(options, p -> !p.contains("solver"), known);
                    others.removeAll(finished.needNotRun());
                    add(batches, start, lineup, others);
                }
                needed.add("solver");
                List<String> timed = select(options, p -> p.containsAll(needed), known);
                for (String solver : lineup.solvers()) {
                    String name = Variant.canonical(solver);
                    List<String> open = timed.stream()
                            .filter(benchmark -> !finished.holds(benchmark, name, start, lineup.threads()))
                            .toList();
                    add(batches, start, new Lineup(List.of(solver), lineup.threads()), open);
                }
            }
        }
        return batches;
    }

    private static void add(List<Batch> batches, String start, Lineup lineup, List<String> benchmarks) {
        if (!benchmarks.isEmpty()) {
            batches.add(new Batch(start, lineup, benchmarks));
        }
    }

    private static List<String> select(
            CommandLineOptions options, Predicate<Set<String>> hasParameters, Set<String> known) {
        return benchmarks(options).stream()
                .filter(b -> hasParameters.test(parameters(b)) && !known.contains(b.getUsername()))
                .map(BenchmarkListEntry::getUsername)
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
    }

    // JMH tells the progress of one batch only.
    private static void announce(List<Batch> batches, int done, double seconds) {
        Batch batch = batches.get(done);
        boolean ofSolver = batch.parameters().solvers().size() == 1;
        String remaining = done == 0
                ? ""
                : String.format(Locale.ROOT, ", about %.0f s remain", seconds / done * (batches.size() - done));
        System.out.printf(
                "%n# Part %d of %d: %s%s%n",
                done + 1,
                batches.size(),
                ofSolver ? batch.parameters().solvers().get(0) : "benchmarks of no solver",
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

    private Collection<RunResult> run(
            CommandLineOptions options, Set<String> data, Batch batch, FailureRecorder failures)
            throws RunnerException, IOException {
        OptionsBuilder builder = builder(options, data, batch.parameters());
        builder.param("start", batch.start());
        if (batch.start().equals("cold")) {
            coldShots(options, builder);
        }
        options.getExcludes().forEach(builder::exclude);
        for (String benchmark : names(options)) {
            if (!batch.benchmarks().contains(benchmark)) {
                builder.exclude(Pattern.quote(benchmark) + "$");
            }
        }
        return new Runner(builder.build(), failures.reading(output(options))).run();
    }

    private static Set<String> parameters(BenchmarkListEntry benchmark) {
        return benchmark.getParams().orElse(Map.of()).keySet();
    }

    private static Set<BenchmarkListEntry> benchmarks(CommandLineOptions options) {
        OutputFormat silent = OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT);
        return BenchmarkList.defaultList().find(silent, options.getIncludes(), options.getExcludes());
    }

    private static Set<String> names(CommandLineOptions options) {
        return benchmarks(options).stream()
                .map(BenchmarkListEntry::getUsername)
                .collect(Collectors.toCollection(TreeSet::new));
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

    private RunFolder folder() {
        return RunFolder.of(file);
    }

    private boolean isInRun() {
        return RunFolder.isTimesOfRun(file);
    }

    private static OutputFormat output(CommandLineOptions options) throws IOException {
        VerboseMode verbosity = options.verbosity().orElse(Defaults.VERBOSITY);
        PrintStream out = options.getOutput().hasValue()
                ? new PrintStream(options.getOutput().get(), StandardCharsets.UTF_8)
                : System.out;
        return OutputFormatFactory.createFormatInstance(out, verbosity);
    }

    // A fresh machine a shot; what the user says of forks still counts.
    private static void coldShots(CommandLineOptions options, OptionsBuilder builder) {
        builder.forks(options.getForkCount().orElse(COLD_SHOTS));
        builder.warmupIterations(0).measurementIterations(1);
        Collection<String> targets = options.getParameter("target").orElse(COLD_TARGETS);
        if (targets.contains("published")) {
            throw new IllegalArgumentException("the target 'published' has no cold start, because finding it warms the"
                    + " machine; give -p target= with relative gaps");
        }
        builder.param("target", targets.toArray(String[]::new));
    }

    // A value given to the builder would win over the command line, so each is given only where the user gave none.
    private OptionsBuilder builder(CommandLineOptions options, Set<String> data, Lineup lineup) {
        OptionsBuilder builder = new OptionsBuilder();
        builder.parent(options).param("data", data.toArray(String[]::new)).addProfiler(Rates.class);
        builder.param("solver", lineup.solvers().toArray(String[]::new));
        if (!lineup.threads().isEmpty()) {
            builder.param("threads", lineup.threads().toArray(String[]::new));
        }
        List<String> append = new ArrayList<>(options.getJvmArgsAppend().orElse(List.of()));
        append.addAll(BenchmarkProblem.forkArguments(mnistDir, offline, patience));
        builder.jvmArgsAppend(append.toArray(String[]::new));
        return builder;
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
        return row.with(new JmhNotes.Row(code(row), data.get(row.params().get("data")), null));
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

    // `auto` is decided here, once and for all forks; every data set is loaded once, so that it is known to be sound.
    // Names of the data sets, each with the hash of its content.
    private Map<String, String> data(CommandLineOptions options) {
        Map<String, String> data = new LinkedHashMap<>();
        Collection<String> given = options.getParameter("data").orElse(List.of("auto"));
        if (benchmarks(options).stream().noneMatch(b -> parameters(b).contains("data"))) {
            given.forEach(name -> data.put(name, null)); // they make their own
            return data;
        }
        for (String name : given) {
            DataInfo info = BenchmarkProblem.resolve(BenchmarkProblem.request(name, mnistDir, offline));
            data.put(name.equals("auto") ? info.name() : name, info.sha256());
        }
        return data;
    }
}
