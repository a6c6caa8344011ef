package io.github.l1bench.spark;

import io.github.l1bench.problem.PenaltyRequest;
import io.github.l1bench.spark.math.Outcome;
import io.github.l1bench.spark.math.Rounds;
import io.github.l1bench.spark.math.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What Spark's own solver takes for the same problem. */
@Command(
        name = "mllib",
        mixinStandardHelpOptions = true,
        description =
                "Solves the problem of `solve` with Spark MLlib's LogisticRegression, for comparison: certifies what"
                        + " it returns, and counts what it takes. Exit status 0 when the gap asked for was certified, 1 when"
                        + " not, 2 for bad input.")
final class MllibCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private MasterOptions master;

    @Mixin
    private TableOptions table;

    @ArgGroup
    private PenaltyOptions penalty = new PenaltyOptions();

    @Option(
            names = "--gap",
            defaultValue = "1e-6",
            description = "relative gap that is enough; ${DEFAULT-VALUE} if not given")
    private double gap;

    @Option(
            names = "--iterations",
            defaultValue = "1000",
            description = "of the last fit at most, the first having 25 and each twice those of the one before;"
                    + " ${DEFAULT-VALUE} if not given")
    private int iterations;

    @Option(
            names = "--seconds",
            defaultValue = "600",
            description = "of a fit at most; one that would take more is not begun; ${DEFAULT-VALUE} if not given")
    private long seconds;

    @Option(names = "--tolerance", defaultValue = "1e-9", description = "MLlib's tol; ${DEFAULT-VALUE} if not given")
    private double tolerance;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder of the result")
    private Path out;

    @Override
    public Integer call() throws IOException {
        MllibFits.Limits limits = new MllibFits.Limits(gap, tolerance, iterations, seconds);
        Settings settings = Settings.of(gap);
        List<PenaltyRequest> requests = penalty.requests();
        if (requests.size() != 1) {
            throw new IllegalArgumentException("mllib takes one penalty, and there are " + requests.size());
        }
        SolveFolder.require(out);
        SolveFolder folder = new SolveFolder(out, spec.commandLine().getOut());
        try (SparkSession spark = master.session("l1bench mllib")) {
            JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
            try (SparkRows rows = table.rows(spark).apply(context)) {
                Rounds rounds = new Rounds(rows, settings, round -> {});
                return fit(spark, rows, rounds, limits, L1LogisticRegression.lambda(requests.get(0), rounds), folder);
            }
        }
    }

    private int fit(
            SparkSession spark,
            SparkRows rows,
            Rounds rounds,
            MllibFits.Limits limits,
            double lambda,
            SolveFolder folder)
            throws IOException {
        Usage usage = new Usage();
        spark.sparkContext().addSparkListener(usage);
        MllibFits fits = new MllibFits(
                spark, rows, rounds, limits, usage, spec.commandLine().getOut());
        Outcome outcome = fits.run(lambda);
        ClusterRun run = new ClusterRun(ClusterRun.Method.MLLIB, MasterOptions.typed(spec), rows, table.name(), gap);
        folder.write(run, rounds, outcome, fits.spent());
        return outcome.end() == Outcome.End.CERTIFIED ? 0 : 1;
    }
}
