package io.github.l1bench.spark;

import io.github.l1bench.problem.PenaltyRequest;
import io.github.l1bench.spark.math.Outcome;
import io.github.l1bench.spark.math.Rounds;
import io.github.l1bench.spark.math.Settings;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** One solve of the command, from rows to a folder. */
final class TableSolve {
    private final SparkSession spark;
    private final SolveFolder folder;
    private final Settings settings;
    private final PenaltyRequest penalty;

    TableSolve(SparkSession spark, SolveFolder folder, Settings settings, PenaltyRequest penalty) {
        this.spark = spark;
        this.folder = folder;
        this.settings = settings;
        this.penalty = penalty;
    }

    /** Rows of a table. */
    static Function<JavaSparkContext, SparkRows> of(Dataset<Row> table, String label, List<String> features) {
        Columns columns = Columns.of(table.schema(), label, features);
        return context -> SparkRows.read(context, table, columns, context.defaultParallelism());
    }

    /** Returns the exit status: 0 where the gap is certified, else 1. */
    int run(Function<JavaSparkContext, SparkRows> input, String name) throws IOException {
        Usage usage = new Usage();
        spark.sparkContext().addSparkListener(usage);
        try (SparkRows rows = input.apply(JavaSparkContext.fromSparkContext(spark.sparkContext()))) {
            folder.isRead(rows, usage);
            return solve(rows, name, usage);
        }
    }

    private int solve(SparkRows rows, String name, Usage usage) throws IOException {
        String data = rows.fingerprint();
        Rounds rounds = new Rounds(rows, settings, round -> folder.isAt(round, data, usage));
        double lambda = L1LogisticRegression.lambda(penalty, rounds);
        Optional<Checkpoint> checkpoint = folder.checkpoint(data, lambda);
        Outcome outcome = checkpoint.isPresent()
                ? rounds.solve(lambda, checkpoint.get().coefficients(), null)
                : rounds.solve(lambda);
        folder.write(rows, rounds, outcome, name, settings, usage);
        return outcome.end() == Outcome.End.CERTIFIED ? 0 : 1;
    }
}
