package io.github.l1bench.page;

import io.github.l1bench.view.Peaks;
import io.github.l1bench.view.Peaks.Measure;
import io.github.l1bench.view.Peaks.Rate;
import io.github.l1bench.view.Quantity;

/** What the kernels reach of what the machine can do. */
final class PeaksTable {
    private PeaksTable() {}

    /** Writes each kernel's rates and their shares of every peak as a table. */
    static void write(Html html, Peaks peaks) {
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Kernels and peaks");
        html.open("table", "class", "plain sortable").open("thead").open("tr");
        html.element("th", "Kernel", "scope", "col", "class", "text");
        for (Measure measure : Measure.values()) {
            html.element("th", measure.unit(), "scope", "col", "class", "num");
            for (Rate peak : peaks.having(measure)) {
                html.element(
                        "th",
                        "% of " + peak.name(),
                        "scope",
                        "col",
                        "class",
                        "num",
                        "title",
                        peak.of(measure) + " " + measure.unit());
            }
        }
        html.close("tr").close("thead").open("tbody");
        peaks.kernels().forEach(kernel -> row(html, peaks, kernel));
        html.close("tbody").close("table").close("div");
        html.element(
                "p",
                "Rates count what a kernel has to compute and to move at least, each number once. A share of a memory"
                        + " level above 100 % says that the data came from a nearer one.",
                "class",
                "note");
    }

    private static void row(Html html, Peaks peaks, Rate kernel) {
        html.open("tr").element("th", kernel.name(), "scope", "row", "class", "text");
        for (Measure measure : Measure.values()) {
            double rate = kernel.of(measure);
            cell(html, rate, 3);
            peaks.having(measure).forEach(peak -> cell(html, 100 * rate / peak.of(measure), 2));
        }
        html.close("tr");
    }

    private static void cell(Html html, double value, int digits) {
        boolean known = Double.isFinite(value);
        html.element(
                "td",
                known ? Quantity.digits(value, digits) : Quantity.NONE,
                "class",
                "num",
                "data-v",
                known ? "" + value : "");
    }
}
