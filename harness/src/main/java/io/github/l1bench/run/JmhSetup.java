package io.github.l1bench.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.l1bench.result.Conditions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * How JMH measured a row.
 *
 * @param jmh version of JMH; empty where unknown, as all the texts here
 * @param jdk version and name of the Java runtime of the forks
 * @param jvmArgs arguments of the forks
 * @param threads that called the benchmark at once
 * @param forks Java virtual machines started
 * @param warmUp iterations before those that count: {@code 3 x 400 ms}
 * @param measurement iterations that count
 */
public record JmhSetup(
        String jmh, String jdk, List<String> jvmArgs, int threads, int forks, String warmUp, String measurement) {
    /** A benchmark of which nothing was measured. */
    static final JmhSetup NONE = new JmhSetup("", "", List.of(), 0, 0, "", "");

    static JmhSetup of(JsonNode row) {
        return new JmhSetup(
                row.path("jmhVersion").asText(),
                String.join(
                        " ",
                        row.path("jdkVersion").asText(),
                        row.path("vmName").asText(),
                        row.path("vmVersion").asText()),
                StreamSupport.stream(row.path("jvmArgs").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList(),
                row.path("threads").asInt(),
                row.path("forks").asInt(),
                iterations(row, "warmup"),
                iterations(row, "measurement"));
    }

    private static String iterations(JsonNode row, String kind) {
        int batch = row.path(kind + "BatchSize").asInt(1);
        return row.path(kind + "Iterations").asInt() + " x "
                + row.path(kind + "Time").asText("?") + (batch == 1 ? "" : ", " + batch + " calls each");
    }

    /**
     * A setting in which two rows were measured differently.
     *
     * @param what its name
     * @param before its value in the one
     * @param after its value in the other
     * @param comparable whether times compare all the same, though one of them may be less precise
     */
    public record Difference(String what, String before, String after, boolean comparable) {}

    /** The settings in which {@code after} differs. */
    public List<Difference> differences(JmhSetup after) {
        List<Difference> differences = new ArrayList<>();
        add(differences, "JDK of the forks", jdk, after.jdk, false);
        add(differences, "JVM arguments of the forks", arguments(), after.arguments(), false);
        add(differences, "JMH threads", "" + threads, "" + after.threads, false);
        add(differences, "warm-up", warmUp, after.warmUp, false);
        add(differences, "JMH's version", jmh, after.jmh, true);
        add(differences, "forks", "" + forks, "" + after.forks, true);
        add(differences, "measured iterations", measurement, after.measurement, calls().equals(after.calls()));
        return differences;
    }

    // Empty for one in an iteration; JMH's times are of all of them together.
    private String calls() {
        return measurement.replaceFirst("^[^,]*", "");
    }

    // Those that change a time.
    private String arguments() {
        return String.join(" ", Conditions.effective(jvmArgs));
    }

    private static void add(
            List<Difference> differences, String what, String before, String after, boolean comparable) {
        if (!before.equals(after)) {
            differences.add(new Difference(what, before, after, comparable));
        }
    }
}
