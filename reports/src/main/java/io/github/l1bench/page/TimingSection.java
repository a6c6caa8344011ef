package io.github.l1bench.page;

import io.github.l1bench.run.JmhRow;
import io.github.l1bench.run.ProcessorTimes;
import io.github.l1bench.statistics.Interval;
import io.github.l1bench.view.Benchmarks;
import io.github.l1bench.view.Quantity;
import io.github.l1bench.view.RunView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything JMH measured, as a table that can be sorted. */
final class TimingSection {
    private final RunView view;

    TimingSection(RunView view) {
        this.view = view;
    }

    void write(Html html) {
        html.open("details").element("summary", "Every row of JMH's result");
        List<JmhRow> rows = new ArrayList<>(view.scores());
        rows.sort(Comparator.comparing((JmhRow s) -> !s.className().equals(Benchmarks.TIME_TO_TARGET)));
        new Table<>("Rows of JMH's result", "plain sortable", columns()).write(html, rows);
        html.element(
                "p",
                "The interval is a 95 % confidence interval by a hierarchical bootstrap over forks and shots; it needs"
                        + " three forks. A fork is not steady where its shots rise or fall by more than 5 %. What"
                        + " threads had no processor for they waited: for other programs, the compiler or each other."
                        + " Where a"
                        + " target was not reached, the mean is the time until the solver gave up, which is no time to"
                        + " the target; a smaller gap than one that was missed, and a cold start, are not asked for"
                        + " then, and their rows repeat the shots that missed.",
                "class",
                "note");
        html.close("details");
    }

    private static List<Column<JmhRow>> columns() {
        return List.of(
                Column.text("Benchmark", row -> row.className() + "." + row.method()),
                Column.words("Parameters", row -> Cell.text(parameters(row)).as("parameters", null)),
                Column.text("Mode", JmhRow::mode),
                Column.number("Measured", row -> row.measured().forks(), row -> Quantity.repetitions(row.measured())),
                Column.number(
                        "Mean",
                        row -> isTime(row) ? row.seconds() : row.score(),
                        row -> isTime(row)
                                ? Quantity.seconds(row.seconds())
                                : Quantity.digits(row.score(), 4) + " " + row.unit()),
                Column.number("95 % interval", row -> row.measured().interval().low(), TimingSection::interval),
                Column.number(
                        "On a processor", ProcessorTimes::share, row -> Quantity.percent(ProcessorTimes.share(row), 0)),
                Column.number(
                        "Reached", row -> row.counter("reached"), row -> Quantity.percent(row.counter("reached"), 0)),
                Column.number("Passes", TimingSection::passes, row -> Quantity.passes(passes(row))));
    }

    private static boolean isTime(JmhRow row) {
        return Double.isFinite(row.seconds());
    }

    private static String interval(JmhRow row) {
        Interval interval = row.measured().interval();
        if (isTime(row)) {
            return Quantity.interval(interval.times(row.unitSeconds()), row.seconds());
        }
        return interval.isKnown() ? Quantity.digits(interval.low(), 4) + "–" + Quantity.digits(interval.high(), 4) : "";
    }

    private static double passes(JmhRow row) {
        return row.mode().equals("ss") ? row.counter("passes") : Double.NaN;
    }

    private static String parameters(JmhRow score) {
        Stream<String> params = score.params().entrySet().stream().map(e -> e.getKey() + "=" + e.getValue());
        String from = score.origin()
                .map(origin -> (origin.isForeign()
                                ? "foreign, " + origin.foreign() + ": "
                                : origin.machine() != null ? origin.machine() + ": " : "reused from ")
                        + "run "
                        + origin.run())
                .orElse(null);
        String failure = score.failed() ? "failed: " + score.failure() : null;
        return Stream.concat(params, Stream.of(from, failure).filter(Objects::nonNull))
                .collect(Collectors.joining(", "));
    }
}
