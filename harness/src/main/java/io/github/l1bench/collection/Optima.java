package io.github.l1bench.collection;

import io.github.l1bench.result.ResultFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Certified optima of the collections' generated instances. The content of {@code optima.json}, which comes with this
 * program and may be of use to others.
 *
 * @param schema version of this schema, {@link #SCHEMA}
 * @param command the command that makes it again
 * @param made when, with which version and on what
 * @param optima one for each problem
 */
public record Optima(int schema, String command, String made, List<Optimum> optima) {
    /** The version of the schema that this program writes and reads. */
    public static final int SCHEMA = 1;

    private static final String SHIPPED = "optima.json";

    /** Those that come with this program. */
    public static Optima shipped() {
        try (InputStream json = Optima.class.getResourceAsStream(SHIPPED)) {
            return ResultFiles.read(json.readAllBytes(), Path.of(SHIPPED), Optima.class, SCHEMA);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes them to {@code file}, one a line. */
    public void write(Path file) throws IOException {
        ResultFiles.writeLines(file, this);
    }

    /** The one of the same data under the same penalty, whatever the instance is called. */
    public Optional<Optimum> of(String sha256, double lambda) {
        return optima.stream()
                .filter(optimum -> optimum.sha256().equals(sha256) && isSame(optimum.lambda(), lambda))
                .findFirst();
    }

    /**
     * What is wrong with {@code stored}, in one sentence, given {@code again}, the optimum of the same instance found
     * anew; empty where nothing is. Both hold if their intervals overlap.
     */
    public static Optional<String> contradiction(Optimum stored, Optimum again) {
        if (!stored.sha256().equals(again.sha256())) {
            return Optional.of("the data are others than those of the table");
        }
        if (!isSame(stored.lambda(), again.lambda())) {
            return Optional.of("lambda is " + again.lambda() + " and not " + stored.lambda());
        }
        if (lower(stored) > again.primal() || lower(again) > stored.primal()) {
            return Optional.of("the optimum lies in [" + lower(again) + ", " + again.primal() + "] and not in ["
                    + lower(stored) + ", " + stored.primal() + "]");
        }
        return Optional.empty();
    }

    // Lambda max is a sum, and other kernels or another version may round it otherwise.
    private static boolean isSame(double lambda, double other) {
        return Math.abs(lambda - other) <= 1e-12 * other;
    }

    // What the gap says of P*, which is below the dual by what rounding may have taken from the primal.
    private static double lower(Optimum optimum) {
        return optimum.primal() * (1 - optimum.relativeGap());
    }
}
