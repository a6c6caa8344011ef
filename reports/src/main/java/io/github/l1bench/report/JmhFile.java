package io.github.l1bench.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Reads the JSON that JMH writes with {@code -rf json}. */
final class JmhFile {
    /** The name of JMH's result file in a run's folder. */
    static final String NAME = "jmh.json";

    private static final Pattern VARIANT = Pattern.compile("([^\\[]*)\\[(.*)]");
    private static final ObjectMapper JSON = new ObjectMapper();

    private JmhFile() {}

    /**
     * All rows of {@code file}; none if there is no such file.
     *
     * @throws IllegalArgumentException in one sentence, if it is not JMH's JSON
     */
    static List<JmhScore> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            JsonNode tree = JSON.readTree(Files.readAllBytes(file));
            if (!tree.isArray()) {
                throw notJmh(file, "it is no array", null);
            }
            List<JmhScore> scores = new ArrayList<>();
            for (JsonNode row : tree) {
                scores.add(score(file, row));
            }
            return scores;
        } catch (JsonProcessingException e) {
            throw notJmh(file, "it is no JSON", e);
        }
    }

    private static IllegalArgumentException notJmh(Path file, String why, Exception cause) {
        return new IllegalArgumentException(
                file + " is not a result of JMH (" + why + "); write it with 'jmh -rf json -rff FILE'", cause);
    }

    private static JmhScore score(Path file, JsonNode row) {
        JsonNode metric = row.path("primaryMetric");
        String name = row.path("benchmark").asText("");
        String[] parts = name.split("\\.");
        if (parts.length < 2 || !metric.has("score")) {
            throw notJmh(file, "a row lacks its benchmark or its score", null);
        }
        return new JmhScore(
                parts[parts.length - 2],
                parts[parts.length - 1],
                row.path("mode").asText(""),
                params(row.path("params")),
                row.path("forks").asInt(),
                number(metric.path("score")),
                number(metric.path("scoreError")),
                metric.path("scoreUnit").asText(""),
                forkSamples(metric.path("rawData")),
                counters(row.path("secondaryMetrics")));
    }

    private static Map<String, String> params(JsonNode node) {
        Map<String, String> params = new LinkedHashMap<>();
        node.properties()
                .forEach(entry -> params.put(entry.getKey(), entry.getValue().asText()));
        params.computeIfPresent("solver", (name, variant) -> asInRuns(variant));
        return params;
    }

    /** A variant as results name it: JMH cannot have a comma in a parameter, so a semicolon stands for it there. */
    private static String asInRuns(String variant) {
        Matcher written = VARIANT.matcher(variant);
        if (!written.matches()) {
            return variant;
        }
        return Stream.of(written.group(2).split("[,;]"))
                .map(String::strip)
                .sorted()
                .collect(Collectors.joining(",", written.group(1) + "[", "]"));
    }

    /** A counter's score may be a sum over the iterations; its mean over them is the same for every kind of counter. */
    private static Map<String, Double> counters(JsonNode node) {
        Map<String, Double> counters = new LinkedHashMap<>();
        node.properties().forEach(entry -> {
            double[][] forks = forkSamples(entry.getValue().path("rawData"));
            double mean = Stream.of(forks)
                    .flatMapToDouble(DoubleStream::of)
                    .average()
                    .orElseGet(() -> number(entry.getValue().path("score")));
            counters.put(entry.getKey().replaceFirst("^·", ""), mean);
        });
        return counters;
    }

    private static double[][] forkSamples(JsonNode forks) {
        double[][] samples = new double[forks.size()][];
        for (int f = 0; f < samples.length; f++) {
            samples[f] = new double[forks.get(f).size()];
            for (int i = 0; i < samples[f].length; i++) {
                samples[f][i] = number(forks.get(f).get(i));
            }
        }
        return samples;
    }

    /** A number, or NaN for the string by which JMH writes one. */
    private static double number(JsonNode node) {
        return node.isNumber()
                ? node.doubleValue()
                : node.asText("").equals("Infinity") ? Double.POSITIVE_INFINITY : Double.NaN;
    }
}
