package io.github.l1bench.cli;

import io.github.l1bench.bench.BenchmarkProblem;
import io.github.l1bench.solver.Solver;
import io.github.l1bench.solver.Solvers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
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
    @Option(names = "--help", usageHelp = true, description = "Show this help message and exit.")
    private boolean help;

    @Option(names = "--mnist-dir", paramLabel = "DIR", description = "folder with the four IDX files of MNIST")
    private Path mnistDir;

    @Option(names = "--offline", description = "never download")
    private boolean offline;

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

    private CommandLineOptions parse() {
        try {
            return new CommandLineOptions(arguments.toArray(String[]::new));
        } catch (CommandLineOptionException e) {
            throw new IllegalArgumentException(e.getMessage() + "; 'jmh -h' lists JMH's options", e);
        }
    }

    // A value given to the builder would win over the command line, so each is given only where the user gave none.
    private void run(CommandLineOptions options) throws RunnerException, IOException {
        OptionsBuilder builder = new OptionsBuilder();
        builder.parent(options);
        if (!options.getParameter("solver").hasValue()) {
            builder.param("solver", Solvers.all().stream().map(Solver::name).toArray(String[]::new));
        }
        builder.param("data", data(options));
        if (!options.shouldFailOnError().hasValue()) {
            builder.shouldFailOnError(true);
        }
        List<String> append = new ArrayList<>(options.getJvmArgsAppend().orElse(List.of()));
        append.addAll(BenchmarkProblem.forkArguments(mnistDir, offline));
        builder.jvmArgsAppend(append.toArray(String[]::new));
        runWholeOrNotAtAll(builder, options);
    }

    // `auto` is decided here, once and for all forks; every data set is loaded once, so that it is known to be sound.
    private String[] data(CommandLineOptions options) {
        Collection<String> given = options.getParameter("data").orElse(List.of("auto"));
        return given.stream()
                .map(name -> BenchmarkProblem.resolve(name, BenchmarkProblem.request(name, mnistDir, offline)))
                .toArray(String[]::new);
    }

    // JMH writes its result file bit by bit at the end; it appears under its name only when it is whole.
    private static void runWholeOrNotAtAll(OptionsBuilder builder, CommandLineOptions options)
            throws RunnerException, IOException {
        if (!options.getResult().hasValue()) {
            new Runner(builder.build()).run();
            return;
        }
        Path target = Path.of(options.getResult().get()).toAbsolutePath();
        Files.createDirectories(target.getParent());
        Path temporary =
                Files.createTempFile(target.getParent(), target.getFileName().toString(), ".tmp");
        try {
            builder.result(temporary.toString());
            new Runner(builder.build()).run();
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + target + ": " + e.getMessage(), e);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
