package io.github.l1bench.spark;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.PenaltyRequest;
import io.github.l1bench.spark.math.Outcome;
import io.github.l1bench.spark.math.Rounds;
import io.github.l1bench.spark.math.Settings;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** One solve of the command, from rows to a folder. */
final class TableSolve {
    private final SparkSession spark;
    private final SolveFolder folder;
    private final Settings settings;
    private final List<PenaltyRequest> penalties;
    private final long roundSeconds;
    private SolveFolder current;
    private Coefficients from;
    private double[][] gradient;

    /**
     * @param folder of the result; of those of a path, one below the other
     * @param penalties one, or a path's, each started from the one before
     * @param start weights to start from; null for a start from a sample of the rows
     * @param roundSeconds time of a round
     */
    TableSolve(
            SparkSession spark,
            SolveFolder folder,
            Settings settings,
            List<PenaltyRequest> penalties,
            Coefficients start,
            long roundSeconds) {
        this.spark = spark;
        this.folder = folder;
        this.settings = settings;
        this.penalties = penalties;
        this.current = folder;
        this.from = start;
        this.roundSeconds = roundSeconds;
    }

    /** Returns the exit status: 0 where the gap is certified, else 1. */
    int run(Function<JavaSparkContext, SparkRows> input, String name, String command) throws IOException {
        Usage usage = new Usage();
        spark.sparkContext().addSparkListener(usage);
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        try (SparkRows rows = new TimedJob(context, roundSeconds).run(() -> input.apply(context))) {
            folder.isRead(rows, usage);
            ClusterRun run = new ClusterRun(ClusterRun.Method.ROUNDS, command, rows, name, settings.gap());
            return solve(rows.within(roundSeconds), run, usage);
        }
    }

    private int solve(SparkRows rows, ClusterRun run, Usage usage) throws IOException {
        String data = rows.fingerprint();
        Rounds rounds = new Rounds(rows, settings, round -> current.isAt(round, data, usage));
        long began = System.nanoTime();
        Usage.Spent before = Usage.Spent.NOTHING;
        boolean all = true;
        for (PenaltyRequest penalty : penalties) {
            // Reading and the summary are the first one's; what the others before it took is none of its cost.
            double waited = before == Usage.Spent.NOTHING ? 0 : (System.nanoTime() - began) / 1e9;
            double lambda = L1LogisticRegression.lambda(penalty, rounds);
            if (penalties.size() > 1) {
                current = folder.step(penalty, rounds.spent());
            }
            if (penalties.size() == 1 || !isFinished(data, lambda)) {
                Outcome outcome = solve(rounds, lambda, current.checkpoint(data, lambda));
                current.finish(run, rounds, outcome.after(waited), usage.spent().since(before));
                all &= outcome.end() == Outcome.End.CERTIFIED;
            }
            before = usage.spent();
        }
        return all ? 0 : 1;
    }

    private boolean isFinished(String data, double lambda) throws IOException {
        Optional<Coefficients> finished = current.finished(data, lambda, settings.gap());
        finished.ifPresent(weights -> {
            from = weights;
            gradient = null;
        });
        return finished.isPresent();
    }

    private Outcome solve(Rounds rounds, double lambda, Optional<Checkpoint> checkpoint) {
        checkpoint.ifPresent(found -> {
            from = found.coefficients();
            gradient = null;
        });
        Outcome outcome = from == null ? rounds.solve(lambda) : rounds.solve(lambda, from, gradient);
        from = outcome.best().coefficients();
        gradient = outcome.gradient();
        return outcome;
    }
}
