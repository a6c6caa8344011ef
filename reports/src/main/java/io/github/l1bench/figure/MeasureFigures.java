package io.github.l1bench.figure;

import io.github.l1bench.figure.LineChart.Axis;
import io.github.l1bench.figure.RowChart.Dot;
import io.github.l1bench.figure.RowChart.Row;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.run.JmhRow;
import io.github.l1bench.run.OwnRows;
import io.github.l1bench.statistics.Interval;
import io.github.l1bench.view.Benchmarks;
import io.github.l1bench.view.Origins;
import io.github.l1bench.view.Peaks;
import io.github.l1bench.view.Quantity;
import io.github.l1bench.view.RowNames;
import io.github.l1bench.view.RunView;
import io.github.l1bench.view.Scaling;
import io.github.l1bench.view.Target;
import io.github.l1bench.view.TargetTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** The charts of times and results. */
public final class MeasureFigures {
    private final RunView view;
    private final Marks marks;
    private final String subtitle;

    public MeasureFigures(RunView view) {
        this.view = view;
        this.marks = new Marks(view);
        this.subtitle = view.dataCaption();
    }

    /** The charts of times and results. */
    public Map<String, Figure> all() {
        Map<String, Figure> figures = new LinkedHashMap<>();
        view.times()
                .byManner()
                .forEach((manner, targets) -> figures.put(
                        manner.isEmpty() ? "timing" : "timing-" + manner.replace(' ', '-'), timing(manner, targets)));
        view.scaling().forEach(scaling -> figures.put("scaling-" + scaling.parameter(), scaling(scaling)));
        figures.put("sparsity-accuracy", outcome());
        scores(Benchmarks.ONE_PASS, "Time of one pass").ifPresent(f -> figures.put("one-pass", f));
        scores(Benchmarks.PATH, "Time of a regularisation path").ifPresent(f -> figures.put("path", f));
        scores(Benchmarks.KERNELS, "Kernels").ifPresent(f -> figures.put("kernels", f));
        if (Peaks.of(view.scores()).hasContent()) {
            figures.put("peaks", peaks(Peaks.of(view.scores())));
        }
        return figures;
    }

    private Figure timing(String manner, List<Target> targets) {
        double[] all = view.times().all().stream()
                .filter(t -> t.reached() && targets.contains(t.target()))
                .flatMapToDouble(t -> DoubleStream.of(t.low(), t.high()))
                .toArray();
        List<Chart> charts = new ArrayList<>();
        for (Target target : targets) {
            List<Row> rows = view.timedSolvers().stream()
                    .map(solver -> timingRow(solver, target))
                    .toList();
            charts.add(new RowChart(target.heading(), "time, s", true, rows, charts.isEmpty(), DoubleStream.of(all)));
        }
        String how = manner.isEmpty() ? "" : ", " + manner;
        return new Figure("Time to target" + how + ", mean and 95 % confidence interval", subtitle, charts, Map.of());
    }

    private Row timingRow(String solver, Target target) {
        return view.times()
                .of(solver, target)
                .map(time -> time.reached()
                        ? new Row(time.name(), marks.of(solver), List.of(dot(time)), "")
                        : new Row(
                                time.name(),
                                marks.of(solver),
                                List.of(),
                                time.failure().isEmpty() ? time.shortfall() : "failed"))
                .orElseGet(() -> new Row(solver, marks.of(solver), List.of(), "not timed"));
    }

    private static Dot dot(TargetTime time) {
        return new Dot(time.seconds(), time.low(), time.high(), Quantity.seconds(time.seconds()), true);
    }

    private Figure scaling(Scaling scaling) {
        Map<String, Mark> legend = new LinkedHashMap<>();
        List<Curve> curves = new ArrayList<>();
        for (Scaling.Line line : scaling.lines()) {
            Mark mark = marks.of(line.solver());
            legend.put(line.solver() + " " + line.law(scaling.parameter()), mark);
            curves.add(new Curve(line.solver(), mark, line.sizes(), line.seconds(), line.halfWidths()));
        }
        Chart chart = new LineChart(new Axis(scaling.parameter(), true), new Axis("time, s", true), curves);
        return new Figure(
                "Time to a certified gap against " + scaling.parameter() + ", with 95 % intervals",
                Scaling.caption(view.run().data()),
                List.of(chart),
                legend);
    }

    private Figure outcome() {
        List<Chart> charts = new ArrayList<>();
        charts.add(new RowChart(
                "Zero weights",
                "zero weights, %",
                false,
                rows(c -> List.of(
                        Dot.at(c.fit().sparsityPercent(), Quantity.fixed(c.fit().sparsityPercent(), 2), true))),
                true,
                DoubleStream.empty()));
        boolean tested = view.run().data().testRows() > 0;
        charts.add(new RowChart(
                tested ? "Accuracy (● test, ○ training)" : "Training accuracy",
                "correctly classified, %",
                false,
                rows(MeasureFigures::accuracies),
                false,
                DoubleStream.empty()));
        return new Figure("Sparsity and accuracy of the results", subtitle, charts, Map.of());
    }

    private static List<Dot> accuracies(CellResult cell) {
        Dot train = Dot.at(100 * cell.fit().trainAccuracy(), "", false);
        return cell.fit().testAccuracy() == null
                ? List.of(Dot.at(
                        100 * cell.fit().trainAccuracy(),
                        Quantity.fixed(100 * cell.fit().trainAccuracy(), 2),
                        false))
                : List.of(train, Dot.at(100 * cell.fit().testAccuracy(), "", true));
    }

    private List<Row> rows(Function<CellResult, List<Dot>> dots) {
        return view.cells().stream()
                .filter(CellResult::isMultinomial)
                .map(cell -> cell.failed()
                        ? new Row(cell.label(), marks.of(cell), List.of(), "failed")
                        : new Row(cell.label(), marks.of(cell), dots.apply(cell), "no number"))
                .toList();
    }

    private Optional<Figure> scores(String benchmark, String title) {
        List<JmhRow> own = view.scores().stream()
                .filter(s -> s.className().equals(benchmark) && Double.isFinite(s.seconds()))
                .filter(new OwnRows(view.run())::isOfData)
                .toList();
        if (own.isEmpty()) {
            return Optional.empty();
        }
        List<Row> rows = own.stream().map(s -> scoreRow(s, own)).toList();
        return Optional.of(new Figure(
                title + ", mean and 95 % interval",
                subtitle,
                List.of(new RowChart("", "time, s", true, rows, true, DoubleStream.empty())),
                Map.of()));
    }

    private Figure peaks(Peaks peaks) {
        List<Chart> charts = new ArrayList<>();
        for (Peaks.Measure measure : Peaks.Measure.values()) {
            List<Row> rows = Stream.concat(
                            peaks.kernels().stream().map(rate -> rateRow(rate, measure, peaks.highest(measure))),
                            peaks.machine().stream().map(rate -> rateRow(rate, measure, Double.NaN)))
                    .toList();
            boolean named = charts.isEmpty();
            charts.add(new RowChart(measure.title(), measure.unit(), true, rows, named, DoubleStream.empty()));
        }
        return new Figure("Kernels against the machine's peaks", subtitle, charts, Map.of());
    }

    private static Row rateRow(Peaks.Rate rate, Peaks.Measure measure, double peak) {
        double value = rate.of(measure);
        if (!Double.isFinite(value)) {
            return new Row(rate.name(), Mark.NEUTRAL, List.of(), Quantity.NONE);
        }
        String share = Double.isFinite(peak) ? " (" + Quantity.fixed(100 * value / peak, 0) + " %)" : "";
        Dot dot = Dot.at(value, Quantity.digits(value, 3) + share, Double.isFinite(peak));
        return new Row(rate.name(), Mark.NEUTRAL, List.of(dot), "");
    }

    private Row scoreRow(JmhRow row, List<JmhRow> all) {
        JmhRow score = row.perPass();
        String solver = Origins.solver(score);
        boolean alone =
                all.stream().filter(s -> solver.equals(Origins.solver(s))).count() == 1;
        String name = alone ? Origins.marked(solver, Origins.reusedFrom(score)) : new RowNames(all).name(row);
        Mark mark = marks.of(solver);
        if (!TargetTime.counts(row)) {
            return new Row(name, mark, List.of(), "not reached");
        }
        Interval interval = score.secondsPerOperation().interval();
        Dot dot = new Dot(
                score.seconds(),
                interval.isKnown() ? interval.low() : score.seconds(),
                interval.isKnown() ? interval.high() : score.seconds(),
                Quantity.seconds(score.seconds()),
                true);
        return new Row(name, mark, List.of(dot), "");
    }
}
