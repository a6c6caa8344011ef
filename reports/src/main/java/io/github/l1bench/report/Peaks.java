package io.github.l1bench.report;

import io.github.l1bench.run.JmhRow;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the kernels reach of what the machine can do, where JMH measured both.
 *
 * @param kernels the hot loops
 * @param machine loops that do nothing but compute, or read from one level of memory
 */
record Peaks(List<Rate> kernels, List<Rate> machine) {
    private static final String BENCHMARK = "MachinePeaks";

    /** What is counted, and JMH's name of it. */
    enum Measure {
        FLOPS("gigaflopsPerSecond", "Arithmetic (share of the peak)", "GFLOP/s"),
        BYTES("gigabytesPerSecond", "Memory (share of the fastest read)", "GB/s");

        private final String counter;
        private final String title;
        private final String unit;

        Measure(String counter, String title, String unit) {
            this.counter = counter;
            this.title = title;
            this.unit = unit;
        }

        String title() {
            return title;
        }

        String unit() {
            return unit;
        }
    }

    /** How much of everything one benchmark does in a second. */
    record Rate(String name, JmhRow score) {
        /** In the measure's unit; NaN where it was not counted. */
        double of(Measure measure) {
            return score.counter(measure.counter);
        }

        private boolean isKnown() {
            return Stream.of(Measure.values()).anyMatch(measure -> Double.isFinite(of(measure)));
        }
    }

    static Peaks of(List<JmhRow> scores) {
        return new Peaks(rates(scores, Pictures.KERNELS), rates(scores, BENCHMARK));
    }

    private static List<Rate> rates(List<JmhRow> scores, String benchmark) {
        Timings names = new Timings(scores);
        return scores.stream()
                .filter(score -> score.className().equals(benchmark))
                .map(score -> new Rate(names.name(score), score))
                .filter(Rate::isKnown)
                .toList();
    }

    /** Whether both were measured. */
    boolean hasContent() {
        return !kernels.isEmpty() && !machine.isEmpty();
    }

    /** The most that the machine does; NaN where that was not measured. */
    double highest(Measure measure) {
        return machine.stream()
                .mapToDouble(rate -> rate.of(measure))
                .filter(Double::isFinite)
                .max()
                .orElse(Double.NaN);
    }

    /** Writes each kernel's rates and their shares of every peak as a table. */
    void write(Html html) {
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Kernels and peaks");
        html.open("table", "class", "plain sortable").open("thead").open("tr");
        html.element("th", "Kernel", "scope", "col", "class", "text");
        for (Measure measure : Measure.values()) {
            html.element("th", measure.unit, "scope", "col", "class", "num");
            for (Rate peak : having(measure)) {
                html.element(
                        "th",
                        "% of " + peak.name(),
                        "scope",
                        "col",
                        "class",
                        "num",
                        "title",
                        peak.of(measure) + " " + measure.unit);
            }
        }
        html.close("tr").close("thead").open("tbody");
        kernels.forEach(kernel -> row(html, kernel));
        html.close("tbody").close("table").close("div");
        html.element(
                "p",
                "Rates count what a kernel has to compute and to move at least, each number once. A share of a memory"
                        + " level above 100 % says that the data came from a nearer one.",
                "class",
                "note");
    }

    private List<Rate> having(Measure measure) {
        return machine.stream()
                .filter(peak -> Double.isFinite(peak.of(measure)))
                .toList();
    }

    private void row(Html html, Rate kernel) {
        html.open("tr").element("th", kernel.name(), "scope", "row", "class", "text");
        for (Measure measure : Measure.values()) {
            double rate = kernel.of(measure);
            cell(html, rate, 3);
            having(measure).forEach(peak -> cell(html, 100 * rate / peak.of(measure), 2));
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
