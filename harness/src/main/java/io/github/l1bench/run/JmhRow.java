package io.github.l1bench.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.l1bench.kernel.Kernels;
import io.github.l1bench.result.JmhNotes;
import io.github.l1bench.result.Origin;
import io.github.l1bench.result.Provenance;
import io.github.l1bench.solver.Variant;
import io.github.l1bench.statistics.ForkTimes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * One row of JMH's JSON, with what is noted of it; or a benchmark that failed, which has no row there.
 *
 * @param benchmark full name of class and method
 * @param mode JMH's mode: {@code ss}, {@code avgt}, {@code thrpt}, {@code sample}; empty for a failure
 * @param params parameters; a solver by its canonical name, see {@link Variant}
 * @param setup how it was measured
 * @param score the mean, in {@code unit}
 * @param unit JMH's unit
 * @param forkSamples the measured values of each fork, in {@code unit}; of a histogram each iteration's mean
 * @param counters secondary results by name: the mean over the iterations, in their own units
 * @param notes code, data, provenance and origin, null where unknown
 * @param failure why there is no result; null where there is one
 * @param json the row as JMH wrote it, with every digit; null for a failure
 */
public record JmhRow(
        String benchmark,
        String mode,
        Map<String, String> params,
        JmhSetup setup,
        double score,
        String unit,
        double[][] forkSamples,
        Map<String, Double> counters,
        JmhNotes.Row notes,
        String failure,
        JsonNode json) {
    private static final String SOLVER = "solver";
    private static final String KERNELS = "kernels";

    /**
     * Reads a row.
     *
     * @throws IllegalArgumentException if it lacks its benchmark or its score, or its values are no times
     */
    static JmhRow of(JsonNode json) {
        JsonNode metric = json.path("primaryMetric");
        String benchmark = json.path("benchmark").asText("");
        if (benchmark.split("\\.").length < 2 || !metric.has("score")) {
            throw new IllegalArgumentException("a row lacks its benchmark or its score");
        }
        double score = number(metric.path("score"));
        double[][] samples = forkSamples(metric);
        if (!(score >= 0 && score < Double.POSITIVE_INFINITY) || !all(samples).allMatch(sample -> sample >= 0)) {
            throw new IllegalArgumentException("a row of " + benchmark + " has values that are no times");
        }
        Map<String, String> params = new LinkedHashMap<>();
        json.path("params")
                .properties()
                .forEach(entry -> params.put(entry.getKey(), entry.getValue().asText()));
        return new JmhRow(
                benchmark,
                json.path("mode").asText(""),
                canonical(params),
                JmhSetup.of(json),
                score,
                metric.path("scoreUnit").asText(""),
                samples,
                counters(json.path("secondaryMetrics")),
                JmhNotes.Row.UNKNOWN,
                null,
                json);
    }

    /** A benchmark that failed. */
    public static JmhRow failed(JmhNotes.Failure failure) {
        return new JmhRow(
                failure.benchmark(),
                "",
                canonical(failure.params()),
                JmhSetup.NONE,
                Double.NaN,
                "s/op",
                new double[0][],
                Map.of(),
                JmhNotes.Row.UNKNOWN,
                failure.reason(),
                null);
    }

    /**
     * Parameters as results name them: a solver by its canonical name, and plain kernels not at all, as in results of
     * versions that had no others.
     */
    public static Map<String, String> canonical(Map<String, String> params) {
        Map<String, String> canonical = new LinkedHashMap<>(params);
        canonical.computeIfPresent(SOLVER, (name, variant) -> Variant.canonical(variant));
        canonical.remove(KERNELS, Kernels.PLAIN_NAME);
        return canonical;
    }

    static double[][] forkSamples(JsonNode metric) {
        JsonNode forks = metric.has("rawData") ? metric.get("rawData") : metric.path("rawDataHistogram");
        double[][] samples = new double[forks.size()][];
        for (int f = 0; f < samples.length; f++) {
            samples[f] = new double[forks.path(f).size()];
            for (int i = 0; i < samples[f].length; i++) {
                JsonNode value = forks.path(f).path(i);
                samples[f][i] = value.isArray() ? mean(value) : number(value);
            }
        }
        return samples;
    }

    /** The mean of a histogram, pairs of a value and how often it was measured. */
    private static double mean(JsonNode histogram) {
        double sum = 0;
        double count = 0;
        for (JsonNode bin : histogram) {
            sum += number(bin.path(0)) * bin.path(1).asDouble();
            count += bin.path(1).asDouble();
        }
        return sum / count;
    }

    // A counter's score may be a sum over the iterations; its mean over them is the same for every kind of counter.
    private static Map<String, Double> counters(JsonNode node) {
        Map<String, Double> counters = new LinkedHashMap<>();
        node.properties().forEach(entry -> {
            double mean = all(forkSamples(entry.getValue()))
                    .average()
                    .orElseGet(() -> number(entry.getValue().path("score")));
            counters.put(entry.getKey().replaceFirst("^·", ""), mean);
        });
        return counters;
    }

    private static DoubleStream all(double[][] forks) {
        return Stream.of(forks).flatMapToDouble(DoubleStream::of);
    }

    // JMH writes what is no finite number as a string.
    private static double number(JsonNode node) {
        return node.isNumber()
                ? node.doubleValue()
                : node.asText("").equals("Infinity") ? Double.POSITIVE_INFINITY : Double.NaN;
    }

    /** The same with other notes. */
    public JmhRow with(JmhNotes.Row other) {
        return new JmhRow(benchmark, mode, params, setup, score, unit, forkSamples, counters, other, failure, json);
    }

    /** The same as taken from {@code origin}. */
    public JmhRow from(Origin origin) {
        return with(notes.from(origin));
    }

    /** The same as measured by {@code provenance}. */
    public JmhRow by(Provenance provenance) {
        return with(notes.by(provenance == null ? null : provenance.running(kernels())));
    }

    /** The kernels that the forks had. */
    public String kernels() {
        return params.getOrDefault(KERNELS, Kernels.PLAIN_NAME);
    }

    /**
     * The same as it stands in a run whose kernels are {@code usual}: those need not be named; with others a solver counts
     * as another one, {@code prox-newton (vector kernels)}.
     */
    public JmhRow beside(String usual) {
        Map<String, String> named = new LinkedHashMap<>(params);
        if (kernels().equals(usual)) {
            named.remove(KERNELS);
        } else if (params.containsKey(KERNELS) || params.containsKey(SOLVER)) {
            named.put(KERNELS, kernels());
            named.computeIfPresent(SOLVER, (name, solver) -> solver + " (" + kernels() + " kernels)");
        }
        return new JmhRow(benchmark, mode, named, setup, score, unit, forkSamples, counters, notes, failure, json);
    }

    /** Simple name of the benchmark's class. */
    public String className() {
        String[] parts = benchmark.split("\\.");
        return parts[Math.max(0, parts.length - 2)];
    }

    /** Name of the benchmark's method. */
    public String method() {
        return benchmark.substring(benchmark.lastIndexOf('.') + 1);
    }

    /** The canonical name of the solver that is timed; empty where there is none. */
    public String solver() {
        return params.getOrDefault(SOLVER, "");
    }

    /** The run that it was taken from, where it was not measured for the file that it stands in. */
    public Optional<Origin> origin() {
        return Optional.ofNullable(notes.origin());
    }

    /** Whether data or rules were others than those of the rows beside it. */
    public boolean isForeign() {
        return origin().map(Origin::isForeign).orElse(false);
    }

    /** Whether it compares with the rows beside it. */
    public boolean compares() {
        return origin().map(Origin::compares).orElse(true);
    }

    /** Whether it has no result. */
    public boolean failed() {
        return failure != null;
    }

    /** What was asked for: benchmark and parameters, in an order that does not depend on that in the file. */
    public String subject() {
        return className() + "." + method() + " " + new TreeMap<>(params);
    }

    /** What two rows have in common that measure the same: benchmark, all parameters and mode, and why one does not compare. */
    public String key() {
        String mark = origin().map(Origin::mark).orElse("");
        return benchmark + " " + subject() + " " + mode + mark;
    }

    /** The measured values, in {@code unit}. */
    public ForkTimes measured() {
        return new ForkTimes(forkSamples);
    }

    /**
     * The same per pass, where the row counts passes per unit of time as {@code OnePass} does; itself otherwise. JMH
     * gives such a counter as time for each thing counted.
     */
    public JmhRow perPass() {
        double perPass = counter("passes");
        if (!mode.equals("avgt") || !(perPass > 0)) {
            return this;
        }
        double scale = perPass / score;
        double[][] samples = Stream.of(forkSamples)
                .map(fork -> DoubleStream.of(fork).map(v -> v * scale).toArray())
                .toArray(double[][]::new);
        return new JmhRow(benchmark, mode, params, setup, perPass, unit, samples, counters, notes, failure, json);
    }

    /** Seconds in one of {@code unit}; NaN where the unit is no time per operation. */
    public double unitSeconds() {
        return unit.endsWith("/op") ? seconds(unit.substring(0, unit.length() - 3)) : Double.NaN;
    }

    private static double seconds(String unitOfTime) {
        return switch (unitOfTime) {
            case "day" -> 86400;
            case "hr" -> 3600;
            case "min" -> 60;
            case "s" -> 1;
            case "ms" -> 1e-3;
            case "us" -> 1e-6;
            case "ns" -> 1e-9;
            default -> Double.NaN;
        };
    }

    /** Whether the row counts operations per time, so that more is better. */
    public boolean isThroughput() {
        return unit.startsWith("ops/");
    }

    /** The measured values as seconds per operation, a throughput's as their reciprocals; none where the unit is neither. */
    public ForkTimes secondsPerOperation() {
        double throughput = isThroughput() ? seconds(unit.substring("ops/".length())) : Double.NaN;
        return new ForkTimes(Stream.of(forkSamples)
                .map(fork -> DoubleStream.of(fork)
                        .map(value -> isThroughput() ? throughput / value : value * unitSeconds())
                        .toArray())
                .toArray(double[][]::new));
    }

    /** The mean in seconds per operation; NaN where that is not its unit. */
    public double seconds() {
        return score * unitSeconds();
    }

    /** The counter of that name, NaN where there is none. */
    public double counter(String name) {
        return counters.getOrDefault(name, Double.NaN);
    }
}
