package io.github.l1bench.cli;

import io.github.l1bench.data.Dataset;
import io.github.l1bench.data.PublishedExample;
import io.github.l1bench.experiment.CellRunner;
import io.github.l1bench.experiment.SolverCell;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.solver.Options;
import io.github.l1bench.solver.Stopping;
import io.github.l1bench.solver.Variant;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@code solve} that say what solves and when it stops. */
final class SolveOptions {
    private static final double DEFAULT_GAP = 1e-6;

    @ArgGroup(multiplicity = "1")
    private Subject subject;

    @Mixin
    private PeerOptions peers;

    @ArgGroup
    private Target target;

    @Option(names = "--max-passes", paramLabel = "N", description = "stop after this many passes")
    private double maxPasses = Double.POSITIVE_INFINITY;

    @Option(names = "--max-seconds", paramLabel = "S", description = "stop after this many seconds")
    private double maxSeconds = Double.POSITIVE_INFINITY;

    @Option(names = "--option", paramLabel = "KEY=VALUE", description = "an option of the solver; may be repeated")
    private Map<String, String> options = new LinkedHashMap<>();

    @Option(names = "--repeats", paramLabel = "N", description = "with --peer: how often each rung is run (default: 1)")
    private Integer repeats;

    /** What solves: one of the two. */
    static final class Subject {
        @Option(
                names = "--solver",
                paramLabel = "NAME",
                description = "a name that 'solvers' lists, or NAME[option=value,...]")
        String solver;

        @Option(
                names = "--peer",
                paramLabel = "NAME",
                description =
                        "a name that 'peers' lists: its tolerances are run from loose to tight until one certifies;"
                                + " --max-seconds then holds for each fit")
        String peer;
    }

    /** The rule asked for: one of the two. */
    static final class Target {
        @Option(
                names = "--gap",
                paramLabel = "G",
                description = "stop once gap / P is certified to be at most this (the default, at 1e-6)")
        Double gap;

        @Option(
                names = "--tol",
                paramLabel = "T",
                description = "stop once the weights change by at most this over an epoch, relative to the largest:"
                        + " scikit-learn's rule, " + PublishedExample.TOLERANCE + " in the published example")
        Double tol;
    }

    /** Solves a problem of a data set. */
    @FunctionalInterface
    interface Solving {
        CellResult solve(Dataset dataset, MultinomialProblem problem) throws IOException;
    }

    /**
     * What was asked for.
     *
     * @param out where a peer's rungs are printed; null for nowhere
     * @throws IllegalArgumentException in one sentence, if there is no such solver or peer, or options do not fit it
     */
    Solving solving(long seed, PrintWriter out) throws IOException {
        Stopping stopping = stopping();
        if (subject.peer == null && repeats != null) {
            throw new IllegalArgumentException("--repeats is for peers; a solver is run once, leave it out");
        }
        return subject.peer == null ? solver(stopping, seed) : peer(stopping, seed, out);
    }

    private Solving solver(Stopping stopping, long seed) {
        Variant variant = variant();
        return (dataset, problem) -> {
            try (ConsoleProgress progress = ConsoleProgress.of(variant.toString(), stopping)) {
                return new CellRunner(dataset, problem.lambda(), seed)
                        .run(new SolverCell(variant.toString(), variant, stopping, false), progress);
            }
        };
    }

    private Solving peer(Stopping stopping, long seed, PrintWriter out) throws IOException {
        if (stopping.relativeGap().isEmpty() || Double.isFinite(maxPasses) || !options.isEmpty()) {
            throw new IllegalArgumentException("a peer stops by its own rules: --tol, --max-passes and --option are for"
                    + " solvers; leave them out");
        }
        PeerSolve climb = new PeerSolve(peers.find().named(subject.peer), out);
        double gap = stopping.relativeGap().getAsDouble();
        double seconds = Double.isFinite(maxSeconds) ? maxSeconds : PeerSolve.USUAL_SECONDS;
        return (dataset, problem) -> climb.climb(dataset, problem, seed, gap, seconds, repeats == null ? 1 : repeats);
    }

    private Variant variant() {
        Variant parsed = Variant.parse(subject.solver);
        Map<String, String> values = new LinkedHashMap<>(parsed.options().given());
        values.putAll(options);
        return new Variant(parsed.solver(), Options.of(parsed.solver(), values));
    }

    private Stopping stopping() {
        boolean change = target != null && target.tol != null;
        double gap = target != null && target.gap != null ? target.gap : DEFAULT_GAP;
        return new Stopping(
                change ? OptionalDouble.empty() : OptionalDouble.of(gap),
                change ? OptionalDouble.of(target.tol) : OptionalDouble.empty(),
                maxPasses,
                maxSeconds);
    }
}
