package io.github.l1bench.spark;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.PenaltyRequest;
import io.github.l1bench.spark.math.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
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

    @Option(
            names = "--input",
            required = true,
            paramLabel = "PATH",
            description = "a file, a folder or a pattern; of digits, how many")
    private String input;

    @Option(names = "--format", required = true, description = "one of ${COMPLETION-CANDIDATES}")
    private Input format;

    @Option(
            names = "--label",
            defaultValue = "label",
            description = "column of the label; ${DEFAULT-VALUE} if not given")
    private String label;

    @Option(
            names = "--features",
            split = ",",
            description = "columns of the features, or the one with vectors or arrays; all others if not given")
    private List<String> features = List.of();

    @Option(names = "--feature-count", description = "libsvm: p, instead of the largest index; saves a pass")
    private int featureCount;

    @ArgGroup(multiplicity = "1")
    private Penalty penalty;

    /** One of three scales; several values are a path. */
    static final class Penalty {
        @Option(
                names = "--lambda",
                split = ",",
                description = "the penalty; several: each is started from the one before")
        private List<Double> lambda = List.of();

        @Option(names = "--lambda-ratio", split = ",", description = "the same as shares of lambda max")
        private List<Double> ratio = List.of();

        @Option(names = "--C", split = ",", description = "the same as scikit-learn's C")
        private List<Double> c = List.of();

        List<PenaltyRequest> requests() {
            return Stream.of(
                            lambda.stream().map(PenaltyRequest::lambda),
                            ratio.stream().map(r -> new PenaltyRequest(PenaltyRequest.Scale.RATIO, r)),
                            c.stream().map(v -> new PenaltyRequest(PenaltyRequest.Scale.C, v)))
                    .flatMap(requests -> requests)
                    .toList();
        }
    }

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
        Settings settings = Settings.of(gap).withMaxRounds(maxRounds).withMaxPairs(maxPairs);
        List<PenaltyRequest> requests = penalty.requests();
        Coefficients from = start == null ? null : SolveFolder.weights(start);
        SolveFolder folder = new SolveFolder(out, spec.commandLine().getOut());
        folder.require();
        try (SparkSession spark = master.session("l1bench solve", AGAIN_WHERE_ONE_HANGS)) {
            TableSolve solve = new TableSolve(spark, folder, settings, requests, from, roundSeconds);
            if (format == Input.DIGITS) {
                return solve.run(context -> DrawnDigits.rows(context, input), "digits");
            }
            List<String> columns = features.isEmpty() ? format.defaultFeatures() : features;
            Dataset<Row> table = format.read(spark, input, label, featureCount);
            return solve.run(TableSolve.of(table, label, columns), format + ":" + input);
        }
    }
}
