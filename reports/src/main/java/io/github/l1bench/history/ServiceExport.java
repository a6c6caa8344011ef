package io.github.l1bench.history;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.l1bench.run.JmhRow;
import io.github.l1bench.statistics.ForkTimes;
import io.github.l1bench.statistics.Interval;

/** All times to a target of the newest run, as services of continuous benchmarking read them. */
public final class ServiceExport {
    private static final double NANOSECONDS = 1e9;

    private ServiceExport() {}

    /** For github-action-benchmark, tool {@code customSmallerIsBetter}: an array of names, values and ranges. */
    public static String githubActionBenchmark(History history) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (JmhRow row : history.newest().rows()) {
            ForkTimes times = row.secondsPerOperation();
            Interval interval = times.interval();
            ObjectNode json = array.addObject();
            json.put("name", name(row)).put("unit", "s").put("value", row.seconds());
            if (interval.isKnown()) {
                json.put("range", interval.low() + " to " + interval.high());
            }
            json.put(
                    "extra",
                    times.forks() + " forks, " + times.count() + " shots, run "
                            + history.newest().id());
        }
        return array.toPrettyString() + "\n";
    }

    /** Bencher's Metric Format: {@code latency} in nanoseconds by benchmark. */
    public static String bencher(History history) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (JmhRow row : history.newest().rows()) {
            Interval interval = row.secondsPerOperation().interval().times(NANOSECONDS);
            ObjectNode latency = json.putObject(name(row)).putObject("latency");
            latency.put("value", row.seconds() * NANOSECONDS);
            if (interval.isKnown()) {
                latency.put("lower_value", interval.low()).put("upper_value", interval.high());
            }
        }
        return json.toPrettyString() + "\n";
    }

    private static String name(JmhRow row) {
        return row.solver() + " to " + History.target(row);
    }
}
