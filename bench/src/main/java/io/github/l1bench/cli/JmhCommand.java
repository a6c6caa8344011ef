package io.github.l1bench.cli;

import io.github.l1bench.jmh.JmhArguments;
import io.github.l1bench.jmh.ResultFile;
import io.github.l1bench.jmh.Session;
import io.github.l1bench.kernel.KernelChoice;
import io.github.l1bench.result.JmhNotes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs JMH with JMH's own options; solvers and data are found at run time. */
@Command(
        name = "jmh",
        description = "Runs the JMH benchmarks. Takes all of JMH's own options ('jmh -h' lists them). Solver names come"
                + " from the registry unless '-p solver=' is given, which names peers as well, data from"
                + " '-p data=', else mnist where it can be had.")
final class JmhCommand implements Callable<Integer> {
    @Option(names = "--help", usageHelp = true, description = "Show this help message and exit.")
    private boolean help;

    @Mixin
    private SourceOptions sourceOptions;

    // JMH would write its file bit by bit, and one for each start; so the two options are taken here.
    @Option(names = "-rf", paramLabel = "TYPE", description = "format of the result file: text, csv, scsv, json, latex")
    private ResultFormatType format;

    @Option(names = "-rff", paramLabel = "FILE", description = "name of the result file")
    private Path file;

    @Mixin
    private JmhContestants contestants;

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

    @Option(
            names = "--kernels",
            split = ",",
            splitSynopsisLabel = ",",
            paramLabel = "NAMES",
            description = "the kernels to measure with, one after the other in the same run, by commas: plain, vector"
                    + " (default: plain)")
    private List<String> kernels;

    @Mixin
    private PenaltyOptions penalty;

    @Parameters(paramLabel = "JMH-OPTION", description = "passed to JMH")
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws CommandLineOptionException, RunnerException, IOException {
        addKernels();
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

    // To JMH they are a parameter like others.
    private void addKernels() {
        if (kernels != null) {
            kernels.forEach(KernelChoice::require);
            if (JmhArguments.parse(arguments).getParameter("kernels").hasValue()) {
                throw new IllegalArgumentException(
                        "kernels are named by --kernels and by -p kernels=; use one of them");
            }
            arguments.add("-p");
            arguments.add("kernels=" + String.join(",", kernels));
        }
    }

    private int run(CommandLineOptions given) throws RunnerException, IOException {
        Session session = new Session(
                new Session.Request(
                        arguments,
                        contestants.of(given, System.out::println),
                        penalty.given(),
                        sourceOptions.values,
                        sourceOptions.offline,
                        new ResultFile(format, file),
                        !fresh,
                        reuse,
                        patience),
                System.out::println);
        if (file != null) {
            WritableFolder.requireFor(file);
        }
        List<JmhNotes.Failure> failures = session.run();
        failures.forEach(f -> System.out.println("FAILED: " + f.benchmark() + " " + f.params() + ": " + f.reason()));
        return failures.isEmpty() ? 0 : 1;
    }
}
