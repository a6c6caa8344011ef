package io.github.l1bench.compare;

import io.github.l1bench.result.CellResult;
import io.github.l1bench.run.JmhRow;
import io.github.l1bench.statistics.Ratio;
import io.github.l1bench.view.Quantity;
import io.github.l1bench.view.RowNames;
import io.github.l1bench.view.TargetTime;
import java.util.Locale;
import java.util.function.Function;

/** A comparison for a terminal. */
final class ComparisonText {
    private final Comparison comparison;

    ComparisonText(Comparison comparison) {
        this.comparison = comparison;
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
            TextTable times = new TextTable().row("time", "before", "after");
            RowNames names = comparison.names();
            comparison.times().forEach(change -> {
                RowPair pair = change.pair();
                times.row(names.name(pair.row()), time(pair.before()), time(pair.after()), judgement(change));
            });
            out.append('\n').append(times);
        }
        if (!comparison.cells().isEmpty()) {
            TextTable results = new TextTable().row("result", "passes", "relative gap", "zeros, %", "test, %");
            comparison.cells().forEach(change -> results.row(line(change)));
            out.append('\n').append(results);
        }
        return out.toString().replace('\u00a0', ' ');
    }

    /** A row's mean, or why there is none. */
    static String time(JmhRow row) {
        if (row == null) {
            return Quantity.NONE;
        }
        if (row.failed()) {
            return "failed";
        }
        if (!TargetTime.counts(row)) {
            return "missed";
        }
        return Double.isFinite(row.seconds())
                ? Quantity.seconds(row.seconds())
                : Quantity.digits(row.score(), 3) + " " + row.unit();
    }

    /** The ratio with its interval, where there is one, and the verdict. */
    static String judgement(TimeChange change) {
        String ratio = change.ratio() == null ? "" : interval(change.ratio()) + "  ";
        boolean fails = change.verdict() == TimeChange.Verdict.FAILED;
        return ratio
                + change.verdict().words
                + (fails ? ": " + change.pair().after().failure() : "");
    }

    private static String interval(Ratio ratio) {
        String value = String.format(Locale.ROOT, "%.3f", ratio.value());
        return ratio.tested()
                ? value
                        + String.format(
                                Locale.ROOT, " [%.3f, %.3f], p = %.2g", ratio.interval().low(), ratio.interval().high(), ratio.pDifferent())
                : value;
    }

    private static String[] line(CellChange change) {
        return new String[] {
            change.name(),
            both(change, cell -> Quantity.passes(cell.passes())),
            both(change, cell -> Quantity.small(cell.fit().relativeGap())),
            both(change, cell -> Quantity.fixed(cell.fit().sparsityPercent(), 2)),
            both(
                    change,
                    cell -> cell.fit().testAccuracy() == null
                            ? Quantity.NONE
                            : Quantity.fixed(100 * cell.fit().testAccuracy(), 2)),
            judgement(change)
        };
    }

    /** The verdict, and why a cell fails. */
    static String judgement(CellChange change) {
        boolean fails = change.verdict() == CellChange.Verdict.FAILED;
        return change.verdict().words + (fails ? ": " + change.after().failure() : "");
    }

    private static String both(CellChange change, Function<CellResult, String> number) {
        String before = one(change.before(), number);
        String after = one(change.after(), number);
        return before.equals(after) ? after : before + " > " + after;
    }

    private static String one(CellResult cell, Function<CellResult, String> number) {
        return cell == null || cell.failed() ? Quantity.NONE : number.apply(cell);
    }
}
