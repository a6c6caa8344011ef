package io.github.l1bench.spark;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.PenaltyRequest;
import io.github.l1bench.spark.math.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Solves one problem on all rows of a table. */
@Command(
        name = "solve",
        mixinStandardHelpOptions = true,
        description = "Solves one problem whose rows lie on the executors, and certifies the result. Exit status 0 when"
                + " the gap asked for was certified, 1 when not, 2 for bad input.")
final class SolveCommand implements Callable<Integer> {
    // A task of which another executor has long done the like begins anew there: the sums are the same.
    private static final Map<String, String> AGAIN_WHERE_ONE_HANGS = Map.of(
            "spark.speculation", "true",
            "spark.speculation.multiplier", "5",
            "spark.speculation.minTaskRuntime", "30s");

    @Spec
    private CommandSpec spec;

    @Mixin
    private MasterOptions master;

    @Mixin
    private TableOptions table;

    @ArgGroup
    private PenaltyOptions penalty = new PenaltyOptions();

    @Option(
            names = "--start",
            paramLabel = "DIR",
            description = "folder of an earlier solve, whose weights to start from")
    private Path start;

    @Option(
            names = "--gap",
            defaultValue = "1e-6",
            description = "relative gap to certify; ${DEFAULT-VALUE} if not given")
    private double gap;

    @Option(names = "--max-rounds", defaultValue = "60", description = "rounds at most; ${DEFAULT-VALUE} if not given")
    private int maxRounds;

    @Option(
            names = "--round-seconds",
            defaultValue = "1800",
            description = "time of a round, after which a task hangs; ${DEFAULT-VALUE} if not given")
    private long roundSeconds;

    @Option(names = "--max-pairs", defaultValue = "1200", description = "weights at most whose curvature executors sum")
    private int maxPairs;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "folder of the result, and of what a" + " solve that was interrupted goes on from")
    private Path out;

    @Override
    public Integer call() throws IOException {
        Options.requirePositive("--max-rounds", maxRounds);
        Options.requirePositive("--max-pairs", maxPairs);
        Options.requirePositive("--round-seconds", roundSeconds);
        Settings settings = Settings.of(gap).withMaxRounds(maxRounds).withMaxPairs(maxPairs);
        List<PenaltyRequest> requests = penalty.requests();
        Coefficients from = start == null ? null : SolveFolder.weights(start);
        SolveFolder.require(out);
        SolveFolder folder = new SolveFolder(out, spec.commandLine().getOut());
        try (SparkSession spark = master.session("l1bench solve", AGAIN_WHERE_ONE_HANGS)) {
            TableSolve solve = new TableSolve(spark, folder, settings, requests, from, roundSeconds);
            return solve.run(table.rows(spark), table.name(), MasterOptions.typed(spec));
        }
    }
}
