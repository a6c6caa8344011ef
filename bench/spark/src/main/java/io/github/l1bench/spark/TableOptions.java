package io.github.l1bench.spark;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Option;

/** Which rows a problem has. */
final class TableOptions {
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

    /**
     * What reads them.
     *
     * @throws IllegalArgumentException in one sentence, if the input is not of its format or there are no such columns
     */
    Function<JavaSparkContext, SparkRows> rows(SparkSession spark) {
        if (format == Input.DIGITS) {
            return context -> DrawnDigits.rows(context, input);
        }
        Dataset<Row> table = readable(() -> format.read(spark, input, label, featureCount));
        Columns columns = Columns.of(table.schema(), label, features.isEmpty() ? format.defaultFeatures() : features);
        return context -> readable(() -> SparkRows.read(context, table, columns, context.defaultParallelism()));
    }

    // What Spark's readers say names neither the input nor its format.
    private <T> T readable(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (Exception e) { // of Spark, some that Java does not know of
            if (Sentences.isOwn(e)) {
                throw e;
            }
            throw new IllegalArgumentException(
                    "cannot read " + input + " as " + format + ": " + explained(Sentences.of(e)), e);
        }
    }

    private String explained(String sentence) {
        if (sentence.startsWith("Unable to infer schema") || sentence.startsWith("No input path")) {
            return "there is no such file in it";
        }
        return featureCount > 0 && sentence.contains("vector")
                ? "a row has features beyond --feature-count " + featureCount
                : sentence;
    }

    /** What results call them. */
    String name() {
        return format == Input.DIGITS ? "digits" : format + ":" + input;
    }
}
