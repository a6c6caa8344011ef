package io.github.l1bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.l1bench.problem.Coefficients;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A golden file: what another program computed. */
public final class Golden {
    private final JsonNode json;

    private Golden(JsonNode json) {
        this.json = json;
    }

    /** Reads {@code golden/NAME.json} of the test resources; a missing file is an error. */
    public static Golden read(String name) {
        try (InputStream in = Golden.class.getResourceAsStream("/golden/" + name + ".json")) {
            return new Golden(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public double number(String field) {
        return json.required(field).doubleValue();
    }

    public Coefficients coefficients() {
        double[][] weights = new double[json.required("coef").size()][];
        for (int k = 0; k < weights.length; k++) {
            weights[k] = array(json.get("coef").get(k));
        }
        return new Coefficients(weights, array(json.required("intercept")));
    }

    private static double[] array(JsonNode node) {
        double[] values = new double[node.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = node.get(i).doubleValue();
        }
        return values;
    }
}
