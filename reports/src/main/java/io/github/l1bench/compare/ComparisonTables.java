package io.github.l1bench.compare;

import io.github.l1bench.page.Cell;
import io.github.l1bench.page.Column;
import io.github.l1bench.page.Table;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.run.JmhRow;
import io.github.l1bench.statistics.Ratio;
import io.github.l1bench.view.Quantity;
import io.github.l1bench.view.RowNames;
import io.github.l1bench.view.TargetTime;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The two tables of a comparison, for every form it is written in. */
final class ComparisonTables {
    private final Comparison comparison;
    private final RowNames names;

    ComparisonTables(Comparison comparison) {
        this.comparison = comparison;
        this.names = comparison.names();
    }

    /** The changes of times. */
    Table<TimeChange> times() {
        return new Table<>(
                "Times",
                "plain sortable",
                List.of(
                        Column.text(
                                "Time of", change -> names.name(change.pair().row())),
                        Column.numbers("Before", change -> time(change.pair().before())),
                        Column.numbers("After", change -> time(change.pair().after())),
                        ratio("Ratio", TimeChange::ratio, Ratio::value, ComparisonTables::value),
                        ratio(
                                "95 % interval",
                                ComparisonTables::tested, ComparisonTables::low, ComparisonTables::interval),
                        ratio("p", ComparisonTables::tested, Ratio::pDifferent, r -> Quantity.small(r.pDifferent())),
                        ratio("Processor's", TimeChange::processor, Ratio::value, ComparisonTables::value),
                        ratio("Its interval", TimeChange::processor, ComparisonTables::low, ComparisonTables::interval),
                        Column.words("Verdict", ComparisonTables::verdict)));
    }

    // A number of a ratio, where there is one.
    private static Column<TimeChange> ratio(
            String heading,
            Function<TimeChange, Ratio> of,
            Function<Ratio, Double> number,
            Function<Ratio, String> words) {
        return Column.number(
                heading,
                change -> Optional.ofNullable(of.apply(change)).map(number).orElse(null),
                change -> Optional.ofNullable(of.apply(change)).map(words).orElse(""));
    }

    private static Ratio tested(TimeChange change) {
        return change.ratio() != null && change.ratio().tested() ? change.ratio() : null;
    }

    private static String value(Ratio ratio) {
        return Quantity.fixed(ratio.value(), 3);
    }

    private static double low(Ratio ratio) {
        return ratio.interval().low();
    }

    private static String interval(Ratio ratio) {
        return "[" + Quantity.fixed(ratio.interval().low(), 3) + ", "
                + Quantity.fixed(ratio.interval().high(), 3) + "]";
    }

    private static Cell time(JmhRow row) {
        boolean counts = row != null && TargetTime.counts(row);
        Cell number = Cell.number(counts ? row.seconds() : null, shown(row));
        return counts ? number : number.as("num", "1e300");
    }

    /** A row's mean, or why there is none. */
    private static String shown(JmhRow row) {
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

    private static Cell verdict(TimeChange change) {
        String why = change.verdict() == TimeChange.Verdict.FAILED
                ? ": " + change.pair().after().failure()
                : "";
        String by = change.byProcessor() ? ", by the processor" : "";
        return Cell.text(change.verdict().words + by + why).as("status " + kind(change.verdict()), null);
    }

    private static String kind(TimeChange.Verdict verdict) {
        return switch (verdict) {
            case SLOWER, UNTOLD, LOST, FAILED, MISSING -> "bad";
            case FASTER, GAINED, NEW -> "good";
            case UNKNOWN, TOLERATED -> "poor";
            case SAME, NEVER -> "nothing";
        };
    }

    /** The changes of results; where a number changed, both stand there. */
    Table<CellChange> results() {
        return new Table<>(
                "Results",
                "plain sortable",
                List.of(
                        Column.text("Result", CellChange::name),
                        Column.text("Status", change -> both(status(change.before()), status(change.after()))),
                        number("Passes", CellResult::passes, Quantity::passes),
                        number("Objective P", c -> c.fit().primal(), value -> Quantity.fixed(value, 7)),
                        number("Rel. gap", c -> c.fit().relativeGap(), Quantity::small),
                        number("Nonzeros", c -> c.fit().nonzeros(), value -> Quantity.fixed(value, 0)),
                        number("Zeros, %", c -> c.fit().sparsityPercent(), value -> Quantity.fixed(value, 2)),
                        number("Test, %", ComparisonTables::accuracy, value -> Quantity.fixed(value, 2)),
                        Column.words("Verdict", ComparisonTables::verdict)));
    }

    private static String status(CellResult cell) {
        return cell == null ? "missing" : cell.status();
    }

    private static double accuracy(CellResult cell) {
        Double share = cell.fit().testAccuracy();
        return share == null ? Double.NaN : 100 * share;
    }

    private static Cell verdict(CellChange change) {
        String why = change.verdict() == CellChange.Verdict.FAILED
                ? ": " + change.after().failure()
                : "";
        String kind = change.isRegression() ? "bad" : change.verdict() == CellChange.Verdict.NEW ? "good" : "nothing";
        return Cell.text(change.verdict().words + why).as("status " + kind, null);
    }

    private static Column<CellChange> number(
            String heading, ToDoubleFunction<CellResult> number, DoubleFunction<String> words) {
        return Column.numbers(heading, change -> {
            double a = value(change.before(), number);
            double b = value(change.after(), number);
            return Cell.number(b, both(words.apply(a), words.apply(b))).titled("before " + a + ", after " + b);
        });
    }

    private static double value(CellResult cell, ToDoubleFunction<CellResult> number) {
        return cell == null || cell.failed() ? Double.NaN : number.applyAsDouble(cell);
    }

    private static String both(String before, String after) {
        return before.equals(after) ? after : before + " > " + after;
    }
}
