package io.github.l1bench.page;

import io.github.l1bench.run.JmhRow;
import io.github.l1bench.statistics.ForkTimes;
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
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Rows of JMH's result");
        html.open("table", "class", "plain sortable").open("thead").open("tr");
        for (String column : List.of("Benchmark", "Parameters", "Mode")) {
            html.element("th", column, "scope", "col", "class", "text");
        }
        for (String column : List.of("Measured", "Mean", "95 % interval", "Reached", "Passes")) {
            html.element("th", column, "scope", "col", "class", "num");
        }
        html.close("tr").close("thead").open("tbody");
        List<JmhRow> rows = new ArrayList<>(view.scores());
        rows.sort(Comparator.comparing((JmhRow s) -> !s.className().equals(Benchmarks.TIME_TO_TARGET)));
        rows.forEach(score -> row(html, score));
        html.close("tbody").close("table").close("div");
        html.element(
                "p",
                "The interval is a 95 % confidence interval by a hierarchical bootstrap over forks and shots; it needs"
                        + " three forks. A fork is not steady where its shots rise or fall by more than 5 %. Where a"
                        + " target was not reached, the mean is the time until the solver gave up, which is no time to the target.",
                "class",
                "note");
        html.close("details");
    }

    private static void row(Html html, JmhRow score) {
        html.open("tr");
        html.element("th", score.className() + "." + score.method(), "scope", "row", "class", "text");
        html.element("td", parameters(score), "class", "text").element("td", score.mode(), "class", "text");
        ForkTimes measured = score.measured();
        cell(html, measured.forks(), Quantity.repetitions(measured));
        boolean time = Double.isFinite(score.seconds());
        cell(
                html,
                time ? score.seconds() : score.score(),
                time ? Quantity.seconds(score.seconds()) : Quantity.digits(score.score(), 4) + " " + score.unit());
        Interval interval = measured.interval();
        cell(
                html,
                interval.low(),
                time
                        ? Quantity.interval(interval.times(score.unitSeconds()), score.seconds())
                        : interval.isKnown()
                                ? Quantity.digits(interval.low(), 4) + "–" + Quantity.digits(interval.high(), 4)
                                : "");
        double reached = score.counter("reached");
        cell(html, reached, Double.isNaN(reached) ? Quantity.NONE : Quantity.fixed(100 * reached, 0) + " %");
        double passes = score.mode().equals("ss") ? score.counter("passes") : Double.NaN;
        cell(html, passes, Quantity.passes(passes));
        html.close("tr");
    }

    private static void cell(Html html, double value, String shown) {
        boolean known = Double.isFinite(value);
        html.element(
                "td",
                shown.isEmpty() ? Quantity.NONE : shown,
                "class",
                "num",
                "data-v",
                known ? "" + value : "",
                "title",
                known ? "" + value : null);
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
