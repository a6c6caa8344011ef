package io.github.l1bench.page;

import io.github.l1bench.view.Quantity;
import io.github.l1bench.view.Scaling;
import io.github.l1bench.view.Scaling.Line;
import java.util.List;
import java.util.stream.Collectors;

/** How times grow with one size of the problem. */
final class ScalingTable {
    private ScalingTable() {}

    /** Writes the fitted exponents as a table. */
    static void write(Html html, Scaling scaling) {
        List<Column<Line>> columns = List.of(
                Column.text("Solver", Line::solver),
                Column.number(
                        "Exponent of " + scaling.parameter(),
                        ScalingTable::slope,
                        line -> Quantity.fixed(slope(line), 2)),
                Column.number("95 % ±", ScalingTable::half, line -> Quantity.fixed(half(line), 2)),
                Column.number("Points", line -> line.sizes().length, line -> "" + line.sizes().length),
                Column.text(
                        "Not reached at",
                        line -> line.missed().stream()
                                .map(size -> Quantity.digits(size, 6).replaceAll("\\.?0+$", ""))
                                .collect(Collectors.joining(", "))));
        new Table<>("Exponents", "plain sortable fits", columns).write(html, scaling.lines());
    }

    private static double slope(Line line) {
        return line.isFitted() ? line.fit().getSlope() : Double.NaN;
    }

    private static double half(Line line) {
        return line.isFitted() ? line.fit().getSlopeConfidenceInterval() : Double.NaN;
    }
}
