package io.github.l1bench.jmh;

import io.github.l1bench.bench.Rates;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs parts of a plan by JMH, fork by fork: first one of every combination, then the second of each, and so on, so that a
 * slow minute of the machine hits all alike, and a fork that decides something saves those after it.
 */
final class PartRunner {
    private final CommandLineOptions options;
    private final Selection selection;
    private final List<String> forkArguments;
    private final Contestants contestants;
    private final FailureRecorder failures;
    private final OutputFormat output;
    private final Misses misses = new Misses();

    /**
     * @param options the user's
     * @param selection what they select
     * @param forkArguments further arguments of the forks
     * @param contestants who is timed
     * @param failures told what fails
     * @throws IOException if the file that JMH's output shall go to cannot be written
     */
    PartRunner(
            CommandLineOptions options,
            Selection selection,
            List<String> forkArguments,
            Contestants contestants,
            FailureRecorder failures)
            throws IOException {
        this.options = options;
        this.selection = selection;
        this.forkArguments = forkArguments;
        this.contestants = contestants;
        this.failures = failures;
        VerboseMode verbosity = options.verbosity().orElse(Defaults.VERBOSITY);
        PrintStream out = options.getOutput().hasValue()
                ? new PrintStream(options.getOutput().get(), StandardCharsets.UTF_8)
                : System.out;
        this.output = OutputFormatFactory.createFormatInstance(out, verbosity);
    }

    /** The results of {@code part}. */
    List<RunResult> run(Plan.Part part) throws RunnerException {
        Map<Combination, Forks> forks = new LinkedHashMap<>();
        part.combinations().forEach(combination -> forks.put(combination, new Forks()));
        int most = part.combinations().stream().mapToInt(this::forks).max().orElse(0);
        for (int fork = 1; fork <= most; fork++) {
            for (Combination combination : part.combinations()) {
                Forks own = forks.get(combination);
                boolean enough = !options.getForkCount().hasValue() && own.suffice();
                if (fork <= forks(combination) && !enough && !own.isDecided()) {
                    own.add(fork == 1 ? first(combination) : next(combination, fork));
                    misses.note(combination, own);
                }
            }
        }
        return forks.values().stream().flatMap(own -> own.results().stream()).toList();
    }

    private Collection<RunResult> first(Combination combination) throws RunnerException {
        Optional<List<RunResult>> implied = misses.implying(combination);
        if (implied.isPresent()) {
            output.println("# Not asked, as a larger gap or a warm start was missed: " + combination);
            return implied.get();
        }
        return next(combination, 1);
    }

    private Collection<RunResult> next(Combination combination, int fork) throws RunnerException {
        output.println("# Fork " + fork + " of " + forks(combination) + ": " + combination);
        return run(combination, fork == 1);
    }

    /** Prints JMH's table. */
    void conclude(Collection<RunResult> results) {
        output.endRun(results);
    }

    // A benchmark that is not forked runs once, in this virtual machine.
    private int forks(Combination combination) {
        return Math.max(1, options.getForkCount().orElse(selection.forks(combination.benchmark())));
    }

    private Collection<RunResult> run(Combination combination, boolean first) throws RunnerException {
        Runner runner = new Runner(options(combination, first).build(), failures.reading(output));
        PrintStream out = System.out;
        PrintStream err = System.err;
        System.setOut(failures.heard(out));
        System.setErr(failures.heard(err));
        try (ForkWatch watch = new ForkWatch(contestants.isPeer(combination))) {
            return runner.run();
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private OptionsBuilder options(Combination combination, boolean first) {
        OptionsBuilder builder = new OptionsBuilder();
        builder.parent(options).addProfiler(Rates.class);
        builder.forks(Math.min(1, options.getForkCount().orElse(1)));
        if (!first) {
            builder.warmupForks(0);
        }
        if ("cold".equals(combination.params().get("start"))) {
            builder.warmupIterations(0).measurementIterations(1);
        }
        combination.params().forEach(builder::param);
        options.getExcludes().forEach(builder::exclude);
        for (String benchmark : selection.names()) {
            if (!benchmark.equals(combination.benchmark())) {
                builder.exclude("^" + Pattern.quote(benchmark) + "$");
            }
        }
        List<String> append = new ArrayList<>(options.getJvmArgsAppend().orElse(List.of()));
        append.addAll(forkArguments);
        append.addAll(combination.kernelArguments());
        append.addAll(Collector.added(given(append)));
        builder.jvmArgsAppend(append.toArray(String[]::new));
        return builder;
    }

    // Without -jvmArgs a fork has the arguments of this virtual machine.
    private List<String> given(List<String> append) {
        List<String> given = new ArrayList<>(append);
        given.addAll(options.getJvmArgsPrepend().orElse(List.of()));
        given.addAll(
                options.getJvmArgs().orElse(ManagementFactory.getRuntimeMXBean().getInputArguments()));
        return given;
    }
}
