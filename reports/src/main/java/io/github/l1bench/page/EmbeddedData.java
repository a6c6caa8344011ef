package io.github.l1bench.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.l1bench.figure.Figure;
import io.github.l1bench.figure.Marks;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.CellSnapshots;
import io.github.l1bench.result.Snapshot;
import io.github.l1bench.result.TracePoint;
import io.github.l1bench.view.ClassCaption;
import io.github.l1bench.view.RunView;
import io.github.l1bench.view.Settling;
import io.github.l1bench.view.Traces;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What the page's script draws from: thinned traces and the nonzero weights, rounded to what a screen can show. */
final class EmbeddedData {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final MathContext TRACE_DIGITS = new MathContext(7);
    private static final MathContext WEIGHT_DIGITS = new MathContext(5);

    /** What all snapshots of a page may take before they are written as text. */
    private static final int SNAPSHOT_BYTES = 450_000;

    private EmbeddedData() {}

    /** The data of {@code view} as JSON, with what {@code figures} draw; the curves are drawn from the traces. */
    static String json(RunView view, Map<String, Figure> figures) {
        Marks marks = new Marks(view);
        ObjectNode root = JSON.createObjectNode();
        double bound = view.bestBound();
        root.put("limit", view.weightLimit());
        root.put("width", view.run().data().imageWidth());
        root.put("height", view.run().data().imageHeight());
        ArrayNode classes = root.putArray("classes");
        for (ClassCaption caption : ClassCaption.all(view.run().data())) {
            classes.addObject().put("name", caption.name()).put("title", caption.title());
        }
        ArrayNode cells = root.putArray("cells");
        for (CellResult cell : view.charted()) {
            ObjectNode node = cells.addObject();
            node.put("label", cell.label()).put("color", marks.of(cell).hex());
            ArrayNode dash = node.putArray("dash");
            marks.of(cell).dash().forEach(dash::add);
            if (cell.isPeer()) {
                node.put("rungs", true);
                if (!cell.asksTheSame()) {
                    node.put("unranked", true);
                }
            }
            trace(node.putObject("trace"), Traces.thin(cell.trace()), bound);
            Settling settling = view.settling(cell);
            if (!settling.last()) {
                settling.point().ifPresent(point -> trace(node.putObject("settled"), point, bound));
            }
            if (view.drawn().contains(cell)) {
                weights(node.putArray("weights"), cell.coef());
                snapshots(node, view, cell);
            }
        }
        ObjectNode drawn = root.putObject("figures");
        figures.forEach((name, figure) -> {
            if (!ConvergenceSection.NAMES.contains(name)) {
                figure.data().ifPresent(data -> drawn.set(name, rounded(JSON.valueToTree(data))));
            }
        });
        return root.toString();
    }

    /** The same with numbers as long as a screen can show, and null for those that are not finite. */
    private static JsonNode rounded(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(rounded(field.getValue())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, rounded(array.get(i)));
            }
        } else if (node.isDouble()) {
            ArrayNode one = JSON.createArrayNode();
            add(one, node.doubleValue(), TRACE_DIGITS);
            return one.get(0);
        }
        return node;
    }

    /** The numbers of a single point, under the names of the trace's columns. */
    private static void trace(ObjectNode node, TracePoint point, double bound) {
        trace(node, List.of(point), bound);
        node.properties().forEach(column -> column.setValue(column.getValue().get(0)));
    }

    /** Packed as they are in the result file, but for the last, which is the cell's own weights. */
    private static void snapshots(ObjectNode node, RunView view, CellResult cell) {
        List<Snapshot> shown = view.snapshots(cell)
                .map(CellSnapshots::snapshots)
                .map(all -> thin(all, SNAPSHOT_BYTES / view.drawn().size()))
                .orElse(List.of());
        if (shown.size() < 2) {
            return;
        }
        ObjectNode shots = node.putObject("shots");
        List<TracePoint> points =
                shown.stream().map(s -> cell.trace().get(s.point())).toList();
        trace(shots, points, view.bestBound());
        column(shots, "nonzeros", points, p -> p.fit().nonzeros());
        ArrayNode largest = shots.putArray("largest");
        ArrayNode support = shots.putArray("support");
        ArrayNode values = shots.putArray("values");
        for (Snapshot snapshot : shown.subList(0, shown.size() - 1)) {
            add(largest, snapshot.largest(), WEIGHT_DIGITS);
            support.add(snapshot.support());
            values.add(snapshot.values());
        }
    }

    /** Every second snapshot, and the last, until they are no more than {@code bytes}; diverged weights are left out. */
    private static List<Snapshot> thin(List<Snapshot> all, int bytes) {
        Snapshot last = all.isEmpty() ? null : all.get(all.size() - 1);
        List<Snapshot> kept =
                all.stream().filter(s -> Double.isFinite(s.largest())).toList();
        while (kept.size() > 2
                && kept.stream()
                                .mapToInt(s -> s.support().length + s.values().length)
                                .sum()
                        > bytes) {
            List<Snapshot> denser = kept;
            kept = IntStream.range(0, denser.size())
                    .filter(i -> i % 2 == 0 || denser.get(i) == last)
                    .mapToObj(denser::get)
                    .toList();
        }
        return kept;
    }

    private static void trace(ObjectNode node, List<TracePoint> trace, double bound) {
        column(node, "time", trace, TracePoint::seconds);
        column(node, "passes", trace, TracePoint::passes);
        column(node, "gap", trace, p -> p.fit().relativeGap());
        column(node, "excess", trace, p -> p.fit().primal() - bound);
        column(node, "zeros", trace, p -> p.fit().sparsityPercent());
        column(
                node,
                "accuracy",
                trace,
                p -> p.fit().testAccuracy() == null ? Double.NaN : 100 * p.fit().testAccuracy());
    }

    /** Values at the points; null where there is no number. */
    private static void column(
            ObjectNode node, String name, List<TracePoint> trace, ToDoubleFunction<TracePoint> value) {
        ArrayNode array = node.putArray(name);
        trace.forEach(point -> add(array, value.applyAsDouble(point), TRACE_DIGITS));
    }

    /** For each class the indices and values of its nonzero weights in turn. */
    private static void weights(ArrayNode node, double[][] coef) {
        for (double[] row : coef) {
            ArrayNode pairs = node.addArray();
            for (int j = 0; j < row.length; j++) {
                if (row[j] != 0) {
                    add(pairs.add(j), row[j], WEIGHT_DIGITS);
                }
            }
        }
    }

    private static void add(ArrayNode array, double value, MathContext digits) {
        if (Double.isFinite(value)) {
            array.add(new BigDecimal(value).round(digits).doubleValue());
        } else {
            array.addNull();
        }
    }
}
