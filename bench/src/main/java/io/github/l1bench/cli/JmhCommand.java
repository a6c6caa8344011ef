package io.github.l1bench.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.l1bench.bench.BenchmarkCode;
import io.github.l1bench.bench.BenchmarkProblem;
import io.github.l1bench.bench.Rates;
import io.github.l1bench.bench.ThreadsOption;
import io.github.l1bench.data.Dataset;
import io.github.l1bench.experiment.StoredRuns;
import io.github.l1bench.result.JmhNotes;
import io.github.l1bench.result.Machine;
import io.github.l1bench.result.Provenance;
import io.github.l1bench.result.ResultFiles;
import io.github.l1bench.result.WholeFile;
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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
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
    private static final int COLD_SHOTS = 5;
    private static final List<String> COLD_TARGETS = List.of("1e-6");

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
        JmhParameters.require(given);
        boolean named = given.getParameter("solver").hasValue() || !solvers.equals(List.of(ALL));
        Set<String> variants = variants(given);
        List<Lineup> lineups = lineups(given, List.copyOf(variants));
        if (file != null) {
            WritableFolder.requireFor(file);
        }
        JmhBenchmarks benchmarks = JmhBenchmarks.of(given);
        Map<String, String> data = loadDataAndPenalty(given, benchmarks);
        CommandLineOptions options = JmhArguments.parse(arguments);
        Provenance provenance = Machine.provenance("jmh " + String.join(" ", arguments));
        StoredTimes stored =
                new StoredTimes(settings(options), provenance, data, benchmarks.names(), others(variants, named));
        if (named && !fresh && isJson() && isInRun()) {
            stored.lookUp(folder(), StoredRuns.within(reuse != null ? reuse : folder().getParent(), folder()));
            stored.lines().forEach(System.out::println);
        }
        StoredTimes finished = new StoredTimes(settings(options), provenance, data, benchmarks.names(), variants);
        if (!fresh && isJson() && isInRun()) {
            finished.lookUpOwn(folder());
            if (!finished.solversFound().isEmpty()) {
                System.out.println("Times measured before the interruption are kept: "
                        + String.join(", ", finished.solversFound()));
            }
        }
        List<String> starts = List.copyOf(options.getParameter("start").orElse(List.of("warm")));
        List<JmhBatch> batches = JmhBatch.plan(starts, lineups, benchmarks, stored.needNotRun(), finished);
        FailureRecorder failures = new FailureRecorder(patience);
        List<RunResult> results = new ArrayList<>();
        List<JmhResults.Entry> known = new ArrayList<>(finished.found());
        stored.found().stream().filter(entry -> !finished.has(entry)).forEach(known::add);
        long begin = System.nanoTime();
        for (int done = 0; done < batches.size(); done++) {
            announce(batches, done, (System.nanoTime() - begin) * 1e-9);
            results.addAll(run(options, data.keySet(), batches.get(done), failures));
            write(results, new JmhResults(settings(options), provenance, known, failures.failures()), data);
        }
        failures.failures()
                .forEach(f -> System.out.println("FAILED: " + f.benchmark() + " " + f.params() + ": " + f.reason()));
        return failures.failures().isEmpty() ? 0 : 1;
    }

    // JMH tells the progress of one batch only.
    private static void announce(List<JmhBatch> batches, int done, double seconds) {
        String remaining = done == 0
                ? ""
                : String.format(Locale.ROOT, ", about %.0f s remain", seconds / done * (batches.size() - done));
        System.out.printf(
                "%n# Part %d of %d: %s%s%n",
                done + 1, batches.size(), batches.get(done).title(), remaining);
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
            CommandLineOptions options, Set<String> data, JmhBatch batch, FailureRecorder failures)
            throws RunnerException, IOException {
        OptionsBuilder builder = builder(options, data, batch.parameters());
        builder.param("start", batch.start());
        if (batch.start().equals("cold")) {
            coldShots(options, builder);
        }
        options.getExcludes().forEach(builder::exclude);
        for (String benchmark : JmhBenchmarks.of(options).names()) {
            if (!batch.benchmarks().contains(benchmark)) {
                builder.exclude(Pattern.quote(benchmark) + "$");
            }
        }
        return new Runner(builder.build(), failures.reading(output(options))).run();
    }

    // As JMH writes them: a comma ends a value, so that of "solver[a=1,b=2]" is a semicolon.
    private Set<String> variants(CommandLineOptions options) {
        if (options.getParameter("solver").hasValue()) {
            if (!solvers.equals(List.of(ALL))) {
                throw new IllegalArgumentException("solvers are named by --solvers and by -p solver=; use one of them");
            }
            return new LinkedHashSet<>(options.getParameter("solver").get());
        }
        return SolverSelection.variants(solvers).stream()
                .map(variant -> JmhArguments.withoutCommasInBrackets(variant.toString()))
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

    private Path folder() {
        return file.toAbsolutePath().normalize().getParent();
    }

    private boolean isInRun() {
        return file.getFileName().toString().equals(JmhResults.NAME) && Files.exists(folder().resolve(ResultFiles.RUN));
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
        append.addAll(BenchmarkProblem.forkArguments(sourceOptions.values, sourceOptions.offline, patience));
        builder.jvmArgsAppend(append.toArray(String[]::new));
        return builder;
    }

    // Whole or not at all, in the format and under the name that JMH would have used.
    private void write(List<RunResult> results, JmhResults reused, Map<String, String> data) throws IOException {
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
        List<JmhResults.Entry> entries = new ArrayList<>();
        JmhResults.rows(content).forEach(row -> entries.add(measured(row, data)));
        entries.addAll(reused.entries());
        new JmhResults(reused.settings(), reused.provenance(), entries, reused.failures()).write(target);
    }

    private static JmhResults.Entry measured(JsonNode row, Map<String, String> data) {
        JmhResults.Entry entry = new JmhResults.Entry(row, null);
        Map<String, String> params = entry.params();
        String code = BenchmarkCode.of(entry.benchmark(), params);
        return new JmhResults.Entry(row, new JmhNotes.Row(code, data.get(params.get("data")), null));
    }

    private static byte[] content(List<RunResult> results, ResultFormatType type) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
            ResultFormatFactory.getInstance(type, out).writeOut(results);
        }
        return bytes.toByteArray();
    }

    // `auto` is decided here, and so is lambda, once and for all forks; every data set is loaded once, so that it is
    // known
    // to be sound. Names of the data sets, each with the hash of its content.
    private Map<String, String> loadDataAndPenalty(CommandLineOptions options, JmhBenchmarks benchmarks) {
        JmhPenalty asked = new JmhPenalty(penalty, options, benchmarks);
        Map<String, String> data = new LinkedHashMap<>();
        Collection<String> given = options.getParameter("data").orElse(List.of("auto"));
        if (!benchmarks.anyHas("data")) {
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
