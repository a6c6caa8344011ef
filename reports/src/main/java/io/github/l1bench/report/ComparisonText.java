package io.github.l1bench.report;

import io.github.l1bench.run.JmhRow;
import java.util.Locale;

/** A comparison for a terminal. */
final class ComparisonText {
    private final Comparison comparison;
    private final Timings names;

    ComparisonText(Comparison comparison) {
        this.comparison = comparison;
        this.names = new Timings(comparison.after().scores());
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        out.append(comparison.before().run().id())
                .append(" -> ")
                .append(comparison.after().run().id());
        out.append(": ").append(comparison.headline()).append('\n');
        comparison
                .remarks()
                .forEach(remark -> out.append("note: ").append(remark).append('\n'));
        if (!comparison.times().isEmpty()) {
            out.append(String.format("%n%-48s %10s %10s  %s%n", "time", "before", "after", "ratio [95 % interval]"));
            comparison.times().forEach(change -> out.append(line(change)));
        }
        if (!comparison.cells().isEmpty()) {
            out.append(String.format(
                    "%n%-32s %18s %20s %16s %16s%n", "result", "passes", "relative gap", "zeros, %", "test, %"));
            comparison.cells().forEach(change -> out.append(line(change)));
        }
        return out.toString().replace('\u00a0', ' ');
    }

    private String line(TimeChange change) {
        return String.format(
                Locale.ROOT,
                "%-48s %10s %10s  %s%n",
                names.name(change.after()),
                time(change.before()),
                time(change.after()),
                ratio(change));
    }

    /** The time, or a dash where the target was not reached and there is none. */
    static String time(JmhRow score) {
        return TargetTime.counts(score) ? Quantity.seconds(score.seconds()) : "missed";
    }

    private static String ratio(TimeChange change) {
        return change.ratio() == null
                ? change.verdict().words
                : interval(change.ratio()) + "  " + change.verdict().words;
    }

    /** The ratio with its interval and the probability of as large a change by chance. */
    static String interval(Ratio ratio) {
        String value = String.format(Locale.ROOT, "%.3f", ratio.value());
        return ratio.tested()
                ? value
                        + String.format(
                                Locale.ROOT, " [%.3f, %.3f], p = %.2g", ratio.low(), ratio.high(), ratio.pDifferent())
                : value;
    }

    private static String line(Comparison.CellChange change) {
        if (change.before().failed() || change.after().failed()) {
            String failure =
                    change.after().failed() ? "failed: " + change.after().failure() : "failed before";
            return String.format("%-32s %s%n", change.after().label(), failure);
        }
        return String.format(
                Locale.ROOT,
                "%-32s %18s %20s %16s %16s%s%n",
                change.after().label(),
                arrow(
                        Quantity.passes(change.before().passes()),
                        Quantity.passes(change.after().passes())),
                arrow(
                        Quantity.small(change.before().relativeGap()),
                        Quantity.small(change.after().relativeGap())),
                arrow(
                        Quantity.fixed(change.before().sparsityPercent(), 2),
                        Quantity.fixed(change.after().sparsityPercent(), 2)),
                arrow(
                        accuracy(change.before().testAccuracy()),
                        accuracy(change.after().testAccuracy())),
                change.isRegression() ? "  no longer reached" : "");
    }

    private static String accuracy(Double share) {
        return share == null ? Quantity.NONE : Quantity.fixed(100 * share, 2);
    }

    private static String arrow(String before, String after) {
        return before.equals(after) ? after : before + " > " + after;
    }
}
