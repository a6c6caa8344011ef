package io.github.l1bench.cli;

import io.github.l1bench.bench.BenchmarkProblem;
import io.github.l1bench.result.WholeFile;
import io.github.l1bench.solver.Solver;
import io.github.l1bench.solver.Solvers;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs JMH with JMH's own options; solvers and data are found at run time. */
@Command(
        name = "jmh",
        description =
                "Runs the JMH benchmarks. Takes all of JMH's own options ('jmh -h' lists them). Solver names come"
                        + " from the registry unless '-p solver=' is given, data from '-p data=', else mnist where it can be had.")
final class JmhCommand implements Callable<Integer> {
    private static final int COLD_SHOTS = 5;
    private static final List<String> COLD_TARGETS = List.of("1e-3", "1e-6");

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
            run(options);
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

    private void run(CommandLineOptions options) throws RunnerException, IOException {
        Collection<String> starts = options.getParameter("start").orElse(List.of("warm"));
        JmhParameters.require(options);
        if (file != null) {
            WritableFolder.requireFor(file);
        }
        String[] data = data(options);
        List<RunResult> results = new ArrayList<>();
        for (String start : starts) {
            OptionsBuilder builder = builder(options, data);
            builder.param("start", start);
            if (start.equals("cold")) {
                coldShots(options, builder);
            }
            results.addAll(new Runner(builder.build()).run());
        }
        write(results);
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
    private OptionsBuilder builder(CommandLineOptions options, String[] data) {
        OptionsBuilder builder = new OptionsBuilder();
        builder.parent(options).param("data", data);
        if (!options.getParameter("solver").hasValue()) {
            builder.param("solver", Solvers.all().stream().map(Solver::name).toArray(String[]::new));
        }
        if (!options.shouldFailOnError().hasValue()) {
            builder.shouldFailOnError(true);
        }
        List<String> append = new ArrayList<>(options.getJvmArgsAppend().orElse(List.of()));
        append.addAll(BenchmarkProblem.forkArguments(mnistDir, offline));
        builder.jvmArgsAppend(append.toArray(String[]::new));
        return builder;
    }

    // Whole or not at all, in the format and under the name that JMH would have used.
    private void write(List<RunResult> results) throws IOException {
        if (format == null && file == null) {
            return;
        }
        ResultFormatType type = format == null ? ResultFormatType.CSV : format;
        Path target = file == null ? Path.of("jmh-result." + type.toString().toLowerCase(Locale.ROOT)) : file;
        WholeFile.write(target, temporary -> {
            try (PrintStream out = new PrintStream(Files.newOutputStream(temporary), false, StandardCharsets.UTF_8)) {
                ResultFormatFactory.getInstance(type, out).writeOut(results);
                requireNoError(out, target);
            }
        });
    }

    // A print stream keeps its errors to itself.
    private static void requireNoError(PrintStream out, Path target) throws IOException {
        if (out.checkError()) {
            throw new IOException(target + " cannot be written; make room for it and measure again");
        }
    }

    // `auto` is decided here, once and for all forks; every data set is loaded once, so that it is known to be sound.
    private String[] data(CommandLineOptions options) {
        Collection<String> given = options.getParameter("data").orElse(List.of("auto"));
        return given.stream()
                .map(name -> BenchmarkProblem.resolve(name, BenchmarkProblem.request(name, mnistDir, offline)))
                .toArray(String[]::new);
    }
}
