package io.github.l1bench.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@code run} that say what is computed, how long, and where it goes. */
final class RunOptions {
    /** A semicolon outside of brackets. */
    static final String BETWEEN_VARIANTS = ";(?![^\\[]*\\])";

    private static final double USUAL_SECONDS = 10;
    private static final double QUICK_SECONDS = 2;
    private static final double QUICK_SHARE = 0.2;
    private static final double QUICK_WARM_UP = 0.5;

    @Option(
            names = "--solvers",
            split = RunOptions.BETWEEN_VARIANTS,
            splitSynopsisLabel = ";",
            paramLabel = "NAMES",
            description = "names with * and ?, or name[option=value,...], separated by semicolons (default: all)")
    List<String> solvers = List.of("*");

    @Option(
            names = "--peers",
            split = ";",
            splitSynopsisLabel = ";",
            paramLabel = "NAMES",
            description =
                    "other people's programs beside the solvers: names that 'peers' lists, with * and ?, separated by"
                            + " semicolons; those that are not ready are left out and named (default: none)")
    private List<String> peerNames;

    @Mixin
    private PeerOptions peers;

    @Option(
            names = "--gap",
            defaultValue = "1e-6",
            description = "the certified gap asked for (default: ${DEFAULT-VALUE})")
    double gap;

    @Option(names = "--max-seconds", description = "time for each solver (default: 10; that which a collection names)")
    private Double maxSeconds;

    @Option(
            names = "--quick",
            arity = "0..1",
            fallbackValue = "true",
            description = "a shortened run of 2 seconds a solver, for a check and not for a comparison")
    boolean quick;

    @Option(
            names = "--study",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "also study the published example, for data that are pictures with test rows: its run over"
                    + " seeds and epochs, the certified path, an L2 penalty; writes study.json"
                    + " (default: ${DEFAULT-VALUE})")
    boolean study;

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
    boolean fresh;

    @Option(
            names = "--reuse",
            paramLabel = "DIR",
            description = "folder of runs; where --solvers names some, the results of all others are taken from the"
                    + " newest run there with the same data, settings, code, machine and Java (default: the folder"
                    + " that --out lies in)")
    Path reuse;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "how long after its time is up a solver may take to return before its cell is given up"
                    + " (default: ${DEFAULT-VALUE})")
    double patience;

    /** The peers beside the solvers. */
    PeerSelection peers() throws IOException {
        return peerNames == null ? PeerSelection.NONE : PeerSelection.of(peers.find(), peerNames);
    }

    /** Time for each solver. */
    double seconds() {
        double seconds = maxSeconds == null ? USUAL_SECONDS : maxSeconds;
        return quick ? Math.min(QUICK_SECONDS, seconds) : seconds;
    }

    /** Time for each solver on an instance of a collection whose file names {@code budget} seconds. */
    double seconds(double budget) {
        double seconds = maxSeconds == null ? budget : maxSeconds;
        return quick ? QUICK_SHARE * seconds : seconds;
    }

    /** Bound on the untraced run before each traced one. */
    double warmUpSeconds() {
        return quick ? QUICK_WARM_UP : seconds() / 5;
    }

    /** The folder of the run. */
    Path folder() {
        return out == null
                ? Path.of("reports", "runs", LocalDateTime.now().format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")))
                : out;
    }
}
