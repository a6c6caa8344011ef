package io.github.l1bench.spark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.result.ResultFiles;
import io.github.l1bench.spark.math.Round;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Where a solve stood after a round, in a file that is written whole or not at all.
 *
 * @param schema version of this schema
 * @param data fingerprint of the rows
 * @param lambda the penalty
 * @param rounds so far, those of earlier starts too
 * @param gap certified then
 * @param features of the nonzero weights
 * @param classes of the nonzero weights
 * @param weights the nonzero weights
 * @param intercept K values
 * @param p number of features
 */
record Checkpoint(
        int schema,
        String data,
        double lambda,
        int rounds,
        double gap,
        int[] features,
        int[] classes,
        double[] weights,
        double[] intercept,
        int p) {
    private static final int SCHEMA = 1;
    private static final String NAME = "checkpoint.json";

    static Checkpoint of(Round round, String data, int earlierRounds) {
        double[][] w = round.coefficients().weights();
        int p = round.coefficients().features();
        int[] places = IntStream.range(0, w.length * p)
                .filter(place -> w[place / p][place % p] != 0)
                .toArray();
        return new Checkpoint(
                SCHEMA,
                data,
                round.lambda(),
                earlierRounds + round.number(),
                round.gap(),
                Arrays.stream(places).map(place -> place % p).toArray(),
                Arrays.stream(places).map(place -> place / p).toArray(),
                Arrays.stream(places)
                        .mapToDouble(place -> w[place / p][place % p])
                        .toArray(),
                round.coefficients().intercept(),
                p);
    }

    Coefficients coefficients() {
        double[][] w = new double[intercept.length][p];
        for (int t = 0; t < weights.length; t++) {
            w[classes[t]][features[t]] = weights[t];
        }
        return new Coefficients(w, intercept.clone());
    }

    void write(Path folder) throws IOException {
        ResultFiles.write(folder.resolve(NAME), this);
    }

    /** That of the same problem in {@code folder}; none where there is none, or it is of another, or damaged. */
    static Optional<Checkpoint> find(Path folder, String data, double lambda) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Checkpoint read = new JsonMapper().readValue(Files.readAllBytes(file), Checkpoint.class);
            boolean same = read.schema == SCHEMA && data.equals(read.data) && read.lambda == lambda;
            return Optional.of(read).filter(c -> same && c.isSound());
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private boolean isSound() {
        int k = intercept == null ? 0 : intercept.length;
        return k > 1
                && weights != null
                && features != null
                && classes != null
                && features.length == weights.length
                && classes.length == weights.length
                && Arrays.stream(features).allMatch(j -> j >= 0 && j < p)
                && Arrays.stream(classes).allMatch(c -> c >= 0 && c < k)
                && coefficients().isFinite();
    }

    static void delete(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(NAME));
    }
}
