package io.github.l1bench.spark;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.Standardization;
import io.github.l1bench.spark.math.Outcome;
import io.github.l1bench.spark.math.Round;
import io.github.l1bench.spark.math.Rounds;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.linalg.Matrix;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Fits of MLlib's LogisticRegression, each from zero and with twice the iterations of the one before: MLlib returns nothing
 * before it ends. Each is certified in a round that is not counted.
 */
final class MllibFits {
    private static final int FIRST = 25;

    private final Limits limits;
    private final Rounds rounds;
    private final SparkRows rows;
    private final Dataset<Row> table;
    private final Usage usage;
    private final PrintWriter console;
    private final List<Round> fits = new ArrayList<>();
    private Usage.Spent spent;

    /**
     * When to end.
     *
     * @param gap relative gap that is enough
     * @param tolerance MLlib's own rule
     * @param iterations at most
     * @param seconds of a fit at most
     */
    record Limits(double gap, double tolerance, int iterations, long seconds) {
        Limits {
            if (iterations < 1 || seconds < 1) {
                throw new IllegalArgumentException(
                        "--iterations is " + iterations + " and --seconds " + seconds + "; both must be at least 1");
            }
            if (!(tolerance >= 0)) {
                throw new IllegalArgumentException("--tolerance is " + tolerance + "; it must not be negative");
            }
        }
    }

    MllibFits(SparkSession spark, SparkRows rows, Rounds rounds, Limits limits, Usage usage, PrintWriter console) {
        this.limits = limits;
        this.rounds = rounds;
        this.rows = rows;
        this.table = rows.table(spark);
        this.usage = usage;
        this.console = console;
    }

    /**
     * Fits until one is good enough, the next would take too long, or MLlib itself has ended.
     *
     * @return the fits as rounds, numbered by their jobs
     * @throws IllegalArgumentException in one sentence, if not even the first ends in time
     */
    Outcome run(double lambda) {
        say("%s", rows);
        say("iterations   jobs         gap          P  nonzeros     seconds        MB  executors s  driver s");
        int iterations = Math.min(FIRST, limits.iterations);
        while (true) {
            int done;
            try {
                done = fit(lambda, iterations);
            } catch (TimedJob.Late e) {
                if (fits.isEmpty()) {
                    throw new IllegalArgumentException("MLlib's first fit, of " + iterations
                            + " iterations, did not end within " + limits.seconds + " s; raise --seconds");
                }
                say("%10d   not within %d s", iterations, limits.seconds);
                return ended(Outcome.End.ROUNDS);
            }
            Round last = fits.get(fits.size() - 1);
            if (last.gap() <= limits.gap) {
                return ended(Outcome.End.CERTIFIED);
            }
            if (done < iterations) {
                return ended(Outcome.End.STALLED);
            }
            if (iterations == limits.iterations || 2 * last.seconds() > limits.seconds) {
                return ended(Outcome.End.ROUNDS);
            }
            iterations = (int) Math.min(2L * iterations, limits.iterations);
        }
    }

    /** What the last fit has cost. */
    Usage.Spent spent() {
        return spent;
    }

    private Outcome ended(Outcome.End end) {
        say("%s", end);
        return new Outcome(end, List.copyOf(fits), new double[0][]);
    }

    // The iterations that it took.
    private int fit(double lambda, int iterations) {
        Usage.Spent before = usage.spent();
        long began = System.nanoTime();
        JavaSparkContext context =
                JavaSparkContext.fromSparkContext(table.sparkSession().sparkContext());
        LogisticRegressionModel model = new TimedJob(context, limits.seconds)
                .run(() -> solver(lambda, iterations).fit(table));
        double seconds = (System.nanoTime() - began) / 1e9;
        spent = usage.spent().since(before);
        Round round = rounds.look(lambda, standardized(model)).after(spent.jobs(), seconds);
        fits.add(round);
        int done = model.summary().totalIterations();
        say(
                "%10d  %5d  %10.3e %10.7f  %8d  %10.2f  %8.2f  %11.2f  %8.2f",
                done,
                spent.jobs(),
                round.gap(),
                round.primal(),
                round.nonzeros(),
                seconds,
                spent.megabytes(),
                spent.executorSeconds(),
                spent.driverSeconds());
        return done;
    }

    // MLlib, too, penalises weights of scaled features, but scales by the deviation of a sample, n - 1.
    private LogisticRegression solver(double lambda, int iterations) {
        double n = rows.samples();
        return new LogisticRegression()
                .setFamily("multinomial")
                .setElasticNetParam(1)
                .setRegParam(lambda * Math.sqrt((n - 1) / n))
                .setTol(limits.tolerance)
                .setMaxIter(iterations);
    }

    private Coefficients standardized(LogisticRegressionModel model) {
        Standardization of = rounds.standardization();
        Matrix raw = model.coefficientMatrix();
        double[][] weights = new double[raw.numRows()][raw.numCols()];
        double[] intercept = model.interceptVector().toArray().clone();
        for (int k = 0; k < weights.length; k++) {
            for (int j = 0; j < weights[k].length; j++) {
                double weight = raw.apply(k, j);
                weights[k][j] = weight * of.scale()[j];
                intercept[k] += weight * of.center()[j];
            }
        }
        return new Coefficients(weights, intercept);
    }

    private void say(String text, Object... values) {
        console.println(String.format(Locale.ROOT, text, values));
        console.flush();
    }
}
