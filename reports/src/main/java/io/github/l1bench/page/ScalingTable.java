package io.github.l1bench.page;

import io.github.l1bench.view.Quantity;
import io.github.l1bench.view.Scaling;
import io.github.l1bench.view.Scaling.Line;
import java.util.stream.Collectors;

/** How times grow with one size of the problem. */
final class ScalingTable {
    private ScalingTable() {}

    /** Writes the fitted exponents as a table. */
    static void write(Html html, Scaling scaling) {
        html.open("div", "class", "scroll")
                .open("table", "class", "plain sortable fits")
                .open("thead")
                .open("tr");
        html.element("th", "Solver", "scope", "col", "class", "text");
        html.element("th", "Exponent of " + scaling.parameter(), "scope", "col", "class", "num");
        html.element("th", "95 % ±", "scope", "col", "class", "num");
        html.element("th", "Points", "scope", "col", "class", "num");
        html.element("th", "Not reached at", "scope", "col", "class", "text")
                .close("tr")
                .close("thead")
                .open("tbody");
        scaling.lines().forEach(line -> row(html, line));
        html.close("tbody").close("table").close("div");
    }

    private static void row(Html html, Line line) {
        boolean fitted = line.isFitted();
        double slope = fitted ? line.fit().getSlope() : Double.NaN;
        double half = fitted ? line.fit().getSlopeConfidenceInterval() : Double.NaN;
        html.open("tr").element("th", line.solver(), "scope", "row", "class", "text");
        html.element("td", Quantity.fixed(slope, 2), "class", "num", "data-v", fitted ? "" + slope : "");
        html.element("td", Quantity.fixed(half, 2), "class", "num", "data-v", fitted ? "" + half : "");
        html.element("td", "" + line.sizes().length, "class", "num");
        String missed = line.missed().stream()
                .map(size -> Quantity.digits(size, 6).replaceAll("\\.?0+$", ""))
                .collect(Collectors.joining(", "));
        html.element("td", missed, "class", "text").close("tr");
    }
}
