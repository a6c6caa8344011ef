package io.github.l1bench.spark;

import io.github.l1bench.problem.PenaltyRequest;
import io.github.l1bench.spark.math.Outcome;
import io.github.l1bench.spark.math.Round;
import io.github.l1bench.spark.math.Rounds;
import io.github.l1bench.spark.math.Settings;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Multinomial logistic regression with an L1 penalty on the rows of a table, certified: the problem of {@link
 * io.github.l1bench.problem}, features standardised by their means and population standard deviations. Immutable.
 *
 * <pre>
 *   L1LogisticModel model = new L1LogisticRegression("label", List.of("features"), PenaltyRequest.lambda(0.02), 1e-6)
 *           .fit(table);
 * </pre>
 *
 * @param label column of the label, of any type
 * @param features one column of vectors or arrays, or columns of numbers; none for all but the label's
 * @param penalty lambda, its ratio to lambda max, or scikit-learn's C
 * @param settings the relative gap to certify, and sizes
 * @param watcher is told of every round
 */
public record L1LogisticRegression(
        String label, List<String> features, PenaltyRequest penalty, Settings settings, Consumer<Round> watcher) {
    /** With sizes that suit most, and nobody watching. */
    public L1LogisticRegression(String label, List<String> features, PenaltyRequest penalty, double gap) {
        this(label, features, penalty, Settings.of(gap), round -> {});
    }

    /** The same with somebody watching. */
    public L1LogisticRegression watchedBy(Consumer<Round> other) {
        return new L1LogisticRegression(label, features, penalty, settings, other);
    }

    /**
     * Fits a model; reading is one job, and every round another. The rows are cached meanwhile.
     *
     * @throws IllegalArgumentException in one sentence, if the table is no problem
     * @throws org.apache.spark.SparkException from Spark, if a row is none
     */
    public L1LogisticModel fit(Dataset<Row> table) {
        Columns columns = Columns.of(table.schema(), label, features);
        JavaSparkContext context =
                JavaSparkContext.fromSparkContext(table.sparkSession().sparkContext());
        try (SparkRows rows = SparkRows.read(context, table, columns, context.defaultParallelism())) {
            Rounds rounds = new Rounds(rows, settings, watcher);
            Outcome outcome = rounds.solve(lambda(penalty, rounds));
            return L1LogisticModel.of(rows.classes(), outcome, rounds);
        }
    }

    /**
     * lambda as {@code penalty} asks for it.
     *
     * @throws IllegalArgumentException in one sentence, if it is a ratio of nothing
     */
    static double lambda(PenaltyRequest penalty, Rounds rounds) {
        double lambda = switch (penalty.scale()) {
            case LAMBDA -> penalty.value();
            case RATIO -> penalty.value() * rounds.lambdaMax();
            case C -> 1 / (penalty.value() * rounds.samples());
        };
        if (!(lambda > 0) || Double.isInfinite(lambda)) {
            throw new IllegalArgumentException("the penalty asked for makes lambda " + lambda
                    + " with these data; lambda must be a positive number");
        }
        return lambda;
    }
}
