package io.github.l1bench.page;

import io.github.l1bench.view.Peaks;
import io.github.l1bench.view.Peaks.Measure;
import io.github.l1bench.view.Peaks.Rate;
import io.github.l1bench.view.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What the kernels reach of what the machine can do. */
final class PeaksTable {
    private PeaksTable() {}

    /** Writes each kernel's rates and their shares of every peak as a table. */
    static void write(Html html, Peaks peaks) {
        List<Column<Rate>> columns = new ArrayList<>();
        columns.add(Column.text("Kernel", Rate::name));
        for (Measure measure : Measure.values()) {
            columns.add(number(measure.unit(), kernel -> kernel.of(measure), 3));
            for (Rate peak : peaks.having(measure)) {
                columns.add(number("% of " + peak.name(), kernel -> 100 * kernel.of(measure) / peak.of(measure), 2)
                        .explained(peak.of(measure) + " " + measure.unit()));
            }
        }
        new Table<>("Kernels and peaks", "plain sortable", columns).write(html, peaks.kernels());
        html.element(
                "p",
                "Rates count what a kernel has to compute and to move at least, each number once. A share of a memory"
                        + " level above 100 % says that the data came from a nearer one.",
                "class",
                "note");
    }

    private static Column<Rate> number(String heading, Function<Rate, Double> value, int digits) {
        return Column.number(
                heading,
                value,
                kernel -> Double.isFinite(value.apply(kernel))
                        ? Quantity.digits(value.apply(kernel), digits)
                        : Quantity.NONE);
    }
}
