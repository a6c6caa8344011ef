package io.github.l1bench.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.run.JmhRow;
import io.github.l1bench.statistics.Ratio;
import io.github.l1bench.view.RowNames;
import io.github.l1bench.view.TargetTime;
import java.util.Locale;

/**
 * A comparison for programs: {@code before} and {@code after} name the runs, {@code regression} is what the exit status
 * says; {@code times} and {@code results} have a {@code verdict} each, such as {@code slower}, {@code missing} or
 * {@code kept}. The ratio of a time is the clock's; {@code processor} has that of the times that threads had a processor.
 * What is not there or no finite number is null.
 */
final class ComparisonJson {
    private final Comparison comparison;

    ComparisonJson(Comparison comparison) {
        this.comparison = comparison;
    }

    @Override
    public String toString() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("before", comparison.before().run().id());
        json.put("after", comparison.after().run().id());
        json.put("regression", comparison.isRegression());
        json.put("headline", comparison.headline());
        comparison.remarks().forEach(json.putArray("remarks")::add);
        RowNames names = comparison.names();
        var times = json.putArray("times");
        comparison.times().forEach(change -> times.add(time(names, change)));
        var results = json.putArray("results");
        comparison.cells().forEach(change -> results.add(result(change)));
        return json.toPrettyString() + "\n";
    }

    private static ObjectNode time(RowNames names, TimeChange change) {
        JmhRow row = change.pair().row();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", names.name(row));
        json.put("benchmark", row.benchmark()).put("mode", row.mode());
        ObjectNode params = json.putObject("params");
        row.params().forEach(params::put);
        json.set("before", score(change.pair().before()));
        json.set("after", score(change.pair().after()));
        json.put("unit", row.unit());
        ratio(json, change.ratio());
        ratio(json.putObject("processor"), change.processor());
        number(json, "margin", change.margin());
        json.put("verdict", change.verdict().name().toLowerCase(Locale.ROOT));
        json.put("byProcessor", change.byProcessor());
        return json.put("regression", change.verdict().isRegression);
    }

    private static void ratio(ObjectNode json, Ratio ratio) {
        boolean tested = ratio != null && ratio.tested();
        number(json, "ratio", ratio == null ? Double.NaN : ratio.value());
        number(json, "low", tested ? ratio.interval().low() : Double.NaN);
        number(json, "high", tested ? ratio.interval().high() : Double.NaN);
        number(json, "pDifferent", tested ? ratio.pDifferent() : Double.NaN);
    }

    // In the unit of the row; only a time that counts.
    private static JsonNode score(JmhRow row) {
        boolean counts = row != null && TargetTime.counts(row) && Double.isFinite(row.score());
        return counts ? JsonNodeFactory.instance.numberNode(row.score()) : JsonNodeFactory.instance.nullNode();
    }

    private static ObjectNode result(CellChange change) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", change.name());
        json.set("before", cell(change.before()));
        json.set("after", cell(change.after()));
        json.put("verdict", change.verdict().name().toLowerCase(Locale.ROOT));
        return json.put("regression", change.isRegression());
    }

    private static JsonNode cell(CellResult cell) {
        if (cell == null) {
            return JsonNodeFactory.instance.nullNode();
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("status", cell.status()).put("met", cell.met()).put("failure", cell.failure());
        number(json, "passes", cell.passes());
        number(json, "primal", cell.fit().primal());
        number(json, "relativeGap", cell.fit().relativeGap());
        number(json, "sparsityPercent", cell.fit().sparsityPercent());
        number(
                json,
                "testAccuracy",
                cell.fit().testAccuracy() == null ? Double.NaN : cell.fit().testAccuracy());
        return json;
    }

    private static void number(ObjectNode json, String name, double value) {
        if (Double.isFinite(value)) {
            json.put(name, value);
        } else {
            json.putNull(name);
        }
    }
}
