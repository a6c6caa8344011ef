package io.github.l1bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.TracePoint;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What the page's script draws from: thinned traces and the nonzero weights, rounded to what a screen can show. */
final class EmbeddedData {
    private static final MathContext TRACE_DIGITS = new MathContext(7);
    private static final MathContext WEIGHT_DIGITS = new MathContext(5);

    private EmbeddedData() {}

    /** The data of {@code view} as JSON. */
    static String json(RunView view) {
        ObjectNode root = new ObjectMapper().createObjectNode();
        double bound = view.bestBound();
        root.put("limit", view.weightLimit());
        root.put("width", view.run().data().imageWidth());
        root.put("height", view.run().data().imageHeight());
        ArrayNode cells = root.putArray("cells");
        for (CellResult cell : view.solved()) {
            ObjectNode node = cells.addObject();
            node.put("label", cell.label()).put("color", view.mark(cell).hex());
            ArrayNode dash = node.putArray("dash");
            view.mark(cell).dash().forEach(dash::add);
            trace(node.putObject("trace"), Traces.thin(cell.trace()), bound);
            if (view.drawable().contains(cell)) {
                weights(node.putArray("weights"), cell.coef());
            }
        }
        return root.toString();
    }

    private static void trace(ObjectNode node, List<TracePoint> trace, double bound) {
        column(node, "time", trace, TracePoint::seconds);
        column(node, "passes", trace, TracePoint::passes);
        column(node, "gap", trace, TracePoint::relativeGap);
        column(node, "excess", trace, p -> p.primal() - bound);
        column(node, "zeros", trace, TracePoint::sparsityPercent);
        column(node, "accuracy", trace, p -> p.testAccuracy() == null ? Double.NaN : 100 * p.testAccuracy());
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
