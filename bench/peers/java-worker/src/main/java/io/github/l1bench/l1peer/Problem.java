package io.github.l1bench.l1peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A problem of this suite: minimise over W and b the mean multinomial loss + lambda sum |W_jk|, b free. Its design is
 * dense or sparse, and can be read as either.
 */
public final class Problem {
    private final int samples;
    private final int features;
    private final int classes;
    private final double lambda;
    private final double lambdaMax;
    private final int[] labels;
    // Of a dense design its rows; of a sparse one null, and the nonzeros by rows (CSR).
    private final double[][] rows;
    private final long[] starts;
    private final int[] columns;
    private final double[] values;

    /**
     * The nonzeros of a row, in the order of features.
     *
     * @param features their columns, from 0
     * @param values as many numbers
     */
    public record Row(int[] features, double[] values) {}

    /** Reads the files in {@code folder} that docs/peers.md describes. */
    Problem(Path folder) throws IOException {
        Map<String, String> told = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve("problem.txt"))) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                told.put(line.substring(0, equals), line.substring(equals + 1).strip());
            }
        }
        samples = Integer.parseInt(told.get("n"));
        features = Integer.parseInt(told.get("p"));
        classes = Integer.parseInt(told.get("k"));
        lambda = Double.parseDouble(told.get("lambda"));
        lambdaMax = Double.parseDouble(told.get("lambdamax"));
        labels = NumberFile.ints(folder.resolve("y.i32"), samples);
        boolean dense = told.get("storage").equals("dense");
        rows = dense ? NumberFile.rows(folder.resolve("x.f64"), samples, features) : null;
        starts = dense ? null : NumberFile.longs(folder.resolve("indptr.i64"), samples + 1);
        int nonzeros = dense ? 0 : Math.toIntExact(starts[samples]);
        columns = dense ? null : NumberFile.ints(folder.resolve("indices.i32"), nonzeros);
        values = dense ? null : NumberFile.rows(folder.resolve("values.f64"), 1, nonzeros)[0];
    }

    /** Number of samples n. */
    public int samples() {
        return samples;
    }

    /** Number of features p. */
    public int features() {
        return features;
    }

    /** Number of classes K. */
    public int classes() {
        return classes;
    }

    /** The penalty. */
    public double lambda() {
        return lambda;
    }

    /** The smallest penalty at which all weights are zero. */
    public double lambdaMax() {
        return lambdaMax;
    }

    /** n classes, 0 to K - 1. Do not modify. */
    public int[] labels() {
        return labels;
    }

    /** Whether the design was handed over as its nonzeros. */
    public boolean isSparse() {
        return rows == null;
    }

    /** Row i as p numbers; of a dense design it is not a copy, and not to be modified. */
    public double[] row(int i) {
        if (rows != null) {
            return rows[i];
        }
        double[] row = new double[features];
        for (int at = (int) starts[i]; at < starts[i + 1]; at++) {
            row[columns[at]] = values[at];
        }
        return row;
    }

    /** The nonzeros of row i. */
    public Row nonzeros(int i) {
        if (rows == null) {
            int from = (int) starts[i];
            int to = (int) starts[i + 1];
            return new Row(
                    IntStream.range(from, to).map(at -> columns[at]).toArray(), Arrays.copyOfRange(values, from, to));
        }
        double[] row = rows[i];
        int[] nonzero = IntStream.range(0, features).filter(j -> row[j] != 0).toArray();
        return new Row(nonzero, IntStream.of(nonzero).mapToDouble(j -> row[j]).toArray());
    }
}
