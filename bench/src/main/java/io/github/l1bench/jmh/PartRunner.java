package io.github.l1bench.jmh;

import io.github.l1bench.bench.Rates;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
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
 * Runs parts of a plan by JMH.
 *
 * @param options the user's
 * @param selection what they select
 * @param data names of data sets
 * @param forkArguments further arguments of the forks
 * @param failures told what fails
 */
public record PartRunner(
        CommandLineOptions options,
        Selection selection,
        Set<String> data,
        List<String> forkArguments,
        FailureRecorder failures) {
    private static final int COLD_SHOTS = 5;
    private static final List<String> COLD_TARGETS = List.of("1e-6");

    /** The results of {@code part}. */
    public Collection<RunResult> run(Plan.Part part) throws RunnerException, IOException {
        OptionsBuilder builder = builder(part.parameters());
        builder.param("start", part.start());
        if (part.start().equals("cold")) {
            coldShots(builder);
        }
        options.getExcludes().forEach(builder::exclude);
        for (String benchmark : selection.names()) {
            if (!part.benchmarks().contains(benchmark)) {
                builder.exclude(Pattern.quote(benchmark) + "$");
            }
        }
        Runner runner = new Runner(builder.build(), failures.reading(output()));
        PrintStream out = System.out;
        PrintStream err = System.err;
        System.setOut(failures.heard(out));
        System.setErr(failures.heard(err));
        try {
            return runner.run();
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private OutputFormat output() throws IOException {
        VerboseMode verbosity = options.verbosity().orElse(Defaults.VERBOSITY);
        PrintStream out = options.getOutput().hasValue()
                ? new PrintStream(options.getOutput().get(), StandardCharsets.UTF_8)
                : System.out;
        return OutputFormatFactory.createFormatInstance(out, verbosity);
    }

    // A fresh machine a shot; what the user says of forks still counts.
    private void coldShots(OptionsBuilder builder) {
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
    private OptionsBuilder builder(Lineup lineup) {
        OptionsBuilder builder = new OptionsBuilder();
        builder.parent(options).param("data", data.toArray(String[]::new)).addProfiler(Rates.class);
        builder.param("solver", lineup.solvers().toArray(String[]::new));
        if (!lineup.threads().isEmpty()) {
            builder.param("threads", lineup.threads().toArray(String[]::new));
        }
        List<String> append = new ArrayList<>(options.getJvmArgsAppend().orElse(List.of()));
        append.addAll(forkArguments);
        builder.jvmArgsAppend(append.toArray(String[]::new));
        return builder;
    }
}
