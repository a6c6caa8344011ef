package io.github.l1bench.peers.spark;

import io.github.l1bench.l1peer.L1Peer;
import io.github.l1bench.l1peer.PeerWorker;
import io.github.l1bench.l1peer.Problem;
import io.github.l1bench.l1peer.Setting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.linalg.Matrix;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.VectorUDT;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Spark MLlib's LogisticRegression, which calls Breeze's OWL-QN: mean loss + regParam ||W||_1 with elasticNetParam 1, the
 * intercept free. One worker thread, one partition, its rows in memory.
 */
final class SparkMllib implements PeerWorker<LogisticRegressionModel> {
    private static final int MOST_ITERATIONS = 100_000;

    private SparkSession session;
    private Dataset<Row> data;

    public static void main(String[] args) throws IOException {
        L1Peer.serve(new SparkMllib());
    }

    @Override
    public String version() {
        session = SparkSession.builder()
                .master("local[1]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "localhost")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.local.dir", "target")
                .config("spark.sql.shuffle.partitions", "1")
                .appName("l1peer")
                .getOrCreate();
        session.sparkContext().setLogLevel("ERROR");
        return "Spark MLlib " + session.version() + ", LogisticRegression, local[1]";
    }

    @Override
    public void load(Problem problem) {
        if (data != null) {
            data.unpersist(true);
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < problem.samples(); i++) {
            rows.add(RowFactory.create((double) problem.labels()[i], vector(problem, i)));
        }
        StructType columns = new StructType(new StructField[] {
            new StructField("label", DataTypes.DoubleType, false, Metadata.empty()),
            new StructField("features", new VectorUDT(), false, Metadata.empty())
        });
        data = session.createDataFrame(rows, columns).repartition(1).cache();
        data.count();
    }

    private static Vector vector(Problem problem, int i) {
        if (!problem.isSparse()) {
            return Vectors.dense(problem.row(i));
        }
        Problem.Row row = problem.nonzeros(i);
        return Vectors.sparse(problem.features(), row.features(), row.values());
    }

    @Override
    public LogisticRegressionModel fit(Problem problem, Setting setting, long seed) {
        return new LogisticRegression()
                .setFamily("multinomial")
                .setElasticNetParam(1)
                .setRegParam(problem.lambda())
                .setStandardization(false)
                .setFitIntercept(true)
                .setTol(setting.number("tol"))
                .setMaxIter(MOST_ITERATIONS)
                .fit(data);
    }

    @Override
    public Answer answer(Problem problem, LogisticRegressionModel model) {
        Matrix told = model.coefficientMatrix();
        double[][] weights = new double[problem.classes()][problem.features()];
        for (int k = 0; k < problem.classes(); k++) {
            for (int j = 0; j < problem.features(); j++) {
                weights[k][j] = told.apply(k, j);
            }
        }
        String note = model.summary().totalIterations() + " iterations";
        return new Answer(weights, model.interceptVector().toArray(), note);
    }

    @Override
    public void close() {
        session.stop();
    }
}
