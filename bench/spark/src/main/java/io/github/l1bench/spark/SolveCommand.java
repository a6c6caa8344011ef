package io.github.l1bench.spark;

import io.github.l1bench.problem.PenaltyRequest;
import io.github.l1bench.spark.math.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
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

    /** One of three scales. */
    static final class Penalty {
        @Option(names = "--lambda", description = "the penalty")
        private Double lambda;

        @Option(names = "--lambda-ratio", description = "the penalty as a share of lambda max")
        private Double ratio;

        @Option(names = "--C", description = "the penalty as scikit-learn's C")
        private Double c;

        PenaltyRequest request() {
            return lambda != null
                    ? PenaltyRequest.lambda(lambda)
                    : ratio != null
                            ? new PenaltyRequest(PenaltyRequest.Scale.RATIO, ratio)
                            : new PenaltyRequest(PenaltyRequest.Scale.C, c);
        }
    }

    @Option(
            names = "--gap",
            defaultValue = "1e-6",
            description = "relative gap to certify; ${DEFAULT-VALUE} if not given")
    private double gap;

    @Option(names = "--max-rounds", defaultValue = "60", description = "rounds at most; ${DEFAULT-VALUE} if not given")
    private int maxRounds;

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
        PenaltyRequest request = penalty.request();
        SolveFolder folder = new SolveFolder(out, spec.commandLine().getOut());
        folder.require();
        try (SparkSession spark = master.session("l1bench solve")) {
            TableSolve solve = new TableSolve(spark, folder, settings, request);
            if (format == Input.DIGITS) {
                return solve.run(context -> DrawnDigits.rows(context, input), "digits");
            }
            List<String> columns = features.isEmpty() ? format.defaultFeatures() : features;
            Dataset<Row> table = format.read(spark, input, label, featureCount);
            return solve.run(TableSolve.of(table, label, columns), format + ":" + input);
        }
    }
}
