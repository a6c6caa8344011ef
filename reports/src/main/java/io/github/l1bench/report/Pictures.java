package io.github.l1bench.report;

import io.github.l1bench.figure.Curve;
import io.github.l1bench.figure.Figure;
import io.github.l1bench.figure.Layout;
import io.github.l1bench.figure.LineChart;
import io.github.l1bench.figure.LineChart.Axis;
import io.github.l1bench.figure.Mark;
import io.github.l1bench.figure.RowChart;
import io.github.l1bench.figure.RowChart.Dot;
import io.github.l1bench.figure.RowChart.Row;
import io.github.l1bench.figure.WeightMaps;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.TracePoint;
import io.github.l1bench.run.JmhRow;
import io.github.l1bench.statistics.Interval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.knowm.xchart.internal.chartpart.IChart;

/** The figures of a run's page. */
final class Pictures {
    /** The benchmark of the cost of a pass. */
    static final String ONE_PASS = "OnePass";

    /** The benchmark of a whole path of penalties. */
    static final String PATH = "RegularizationPath";

    /** The benchmark of the hot loops. */
    static final String KERNELS = "Kernels";

    private final RunView view;
    private final String subtitle;
    private final Layout layout;

    Pictures(RunView view, Layout layout) {
        this.view = view;
        this.layout = layout;
        this.subtitle = view.dataCaption();
    }

    /** Every figure that this run has something for, by the name of its files. */
    Map<String, IChart> all() {
        Map<String, IChart> figures = new LinkedHashMap<>(charts());
        for (CellResult cell : view.drawable()) {
            String name = weightsName(view, cell);
            figures.put(name, weights(cell));
            if (cell.published()) {
                figures.put(name + "-own-scale", publishedWeights(cell));
            }
        }
        return figures;
    }

    /** What the files of a cell's weight maps are called. */
    static String weightsName(RunView view, CellResult cell) {
        return "weights-" + FileNames.of(view.run().cells(), cell);
    }

    /** The charts alone, without weight maps. */
    Map<String, IChart> charts() {
        Map<String, IChart> figures = new LinkedHashMap<>(curves());
        figures.putAll(measures());
        return figures;
    }

    /** The curves of convergence. */
    Map<String, IChart> curves() {
        Map<String, IChart> figures = new LinkedHashMap<>();
        if (view.solved().stream().anyMatch(c -> !c.trace().isEmpty())) {
            figures.put("convergence", convergence());
            figures.put("paths", paths());
        }
        return figures;
    }

    /** The charts of times and results. */
    Map<String, IChart> measures() {
        Map<String, IChart> figures = new LinkedHashMap<>();
        view.targetsByManner()
                .forEach((manner, targets) -> figures.put(
                        manner.isEmpty() ? "timing" : "timing-" + manner.replace(' ', '-'), timing(manner, targets)));
        view.scaling().forEach(scaling -> figures.put("scaling-" + scaling.parameter(), scaling(scaling)));
        figures.put("sparsity-accuracy", outcome());
        scores(ONE_PASS, "Time of one pass").ifPresent(f -> figures.put("one-pass", f));
        scores(PATH, "Time of a regularisation path").ifPresent(f -> figures.put("path", f));
        scores(KERNELS, "Kernels").ifPresent(f -> figures.put("kernels", f));
        if (Peaks.of(view.scores()).hasContent()) {
            figures.put("peaks", peaks(Peaks.of(view.scores())));
        }
        return figures;
    }

    private Figure convergence() {
        Axis gap = new Axis("relative gap, (P − D) / P", true);
        List<IChart> charts = List.of(
                LineChart.of(
                        new Axis("time, s", true),
                        gap,
                        curves(TracePoint::seconds, p -> p.fit().relativeGap()),
                        layout),
                LineChart.of(
                        new Axis("passes", true),
                        gap,
                        curves(TracePoint::passes, p -> p.fit().relativeGap()),
                        layout));
        return new Figure("Certified relative gap against time and passes", subtitle, charts, legend(), layout);
    }

    private Figure paths() {
        Axis passes = new Axis("passes", true);
        List<IChart> charts = new ArrayList<>();
        charts.add(LineChart.of(
                passes,
                new Axis("zero weights, %", false),
                curves(TracePoint::passes, p -> p.fit().sparsityPercent()),
                layout));
        if (view.run().data().testRows() > 0) {
            charts.add(LineChart.of(
                    passes,
                    new Axis("test accuracy, %", false),
                    curves(
                            TracePoint::passes,
                            p -> p.fit().testAccuracy() == null
                                    ? Double.NaN
                                    : 100 * p.fit().testAccuracy()),
                    layout));
        }
        return new Figure("Sparsity and test accuracy against passes", subtitle, charts, legend(), layout);
    }

    private Map<String, Mark> legend() {
        return view.legend(view.solved());
    }

    private List<Curve> curves(ToDoubleFunction<TracePoint> x, ToDoubleFunction<TracePoint> y) {
        return view.solved().stream()
                .map(cell -> {
                    List<TracePoint> trace = Traces.started(cell.trace());
                    return new Curve(
                            cell.label(),
                            view.mark(cell),
                            trace.stream().mapToDouble(x).toArray(),
                            trace.stream().mapToDouble(y).toArray());
                })
                .toList();
    }

    private Figure timing(String manner, List<Target> targets) {
        double[] all = view.times().stream()
                .filter(t -> t.reached() && targets.contains(t.target()))
                .flatMapToDouble(t -> DoubleStream.of(t.low(), t.high()))
                .toArray();
        List<IChart> charts = new ArrayList<>();
        for (Target target : targets) {
            List<Row> rows = view.timedSolvers().stream()
                    .map(solver -> timingRow(solver, target))
                    .toList();
            charts.add(new RowChart(
                    target.heading(),
                    "time, s",
                    true,
                    rows,
                    layout.repeatsNames() || charts.isEmpty(),
                    DoubleStream.of(all),
                    layout));
        }
        String how = manner.isEmpty() ? "" : ", " + manner;
        return new Figure(
                "Time to target" + how + ", mean and 95 % confidence interval", subtitle, charts, Map.of(), layout);
    }

    private Row timingRow(String solver, Target target) {
        return view.time(solver, target)
                .map(time -> time.reached()
                        ? new Row(time.name(), view.mark(solver), List.of(dot(time)), "")
                        : new Row(
                                time.name(),
                                view.mark(solver),
                                List.of(),
                                time.failure().isEmpty() ? time.shortfall() : "failed"))
                .orElseGet(() -> new Row(solver, view.mark(solver), List.of(), "not timed"));
    }

    private static Dot dot(TargetTime time) {
        return new Dot(time.seconds(), time.low(), time.high(), Quantity.seconds(time.seconds()), true);
    }

    private Figure scaling(Scaling scaling) {
        Map<String, Mark> legend = new LinkedHashMap<>();
        List<Curve> curves = new ArrayList<>();
        for (Scaling.Line line : scaling.lines()) {
            Mark mark = view.mark(line.solver());
            legend.put(line.solver() + " " + line.law(scaling.parameter()), mark);
            curves.add(new Curve(line.solver(), mark, line.sizes(), line.seconds(), line.halfWidths()));
        }
        IChart chart = LineChart.of(new Axis(scaling.parameter(), true), new Axis("time, s", true), curves, layout);
        return new Figure(
                "Time to a certified gap against " + scaling.parameter() + ", with 95 % intervals",
                Scaling.caption(view.run().data()),
                List.of(chart),
                legend,
                layout);
    }

    private Figure outcome() {
        List<IChart> charts = new ArrayList<>();
        charts.add(new RowChart(
                "Zero weights",
                "zero weights, %",
                false,
                rows(c -> List.of(
                        Dot.at(c.fit().sparsityPercent(), Quantity.fixed(c.fit().sparsityPercent(), 2), true))),
                true,
                DoubleStream.empty(),
                layout));
        boolean tested = view.run().data().testRows() > 0;
        charts.add(new RowChart(
                tested ? "Accuracy (● test, ○ training)" : "Training accuracy",
                "correctly classified, %",
                false,
                rows(Pictures::accuracies),
                layout.repeatsNames(),
                DoubleStream.empty(),
                layout));
        return new Figure("Sparsity and accuracy of the results", subtitle, charts, Map.of(), layout);
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
                .map(cell -> cell.failed()
                        ? new Row(cell.label(), view.mark(cell), List.of(), "failed")
                        : new Row(cell.label(), view.mark(cell), dots.apply(cell), "no number"))
                .toList();
    }

    private Optional<Figure> scores(String benchmark, String title) {
        List<JmhRow> own = view.scores().stream()
                .filter(s -> s.className().equals(benchmark) && Double.isFinite(s.seconds()))
                .filter(s -> view.isOfThisData(s.params()))
                .toList();
        if (own.isEmpty()) {
            return Optional.empty();
        }
        List<Row> rows = own.stream().map(s -> scoreRow(s, own)).toList();
        return Optional.of(new Figure(
                title + ", mean and 95 % interval",
                subtitle,
                List.of(new RowChart("", "time, s", true, rows, true, DoubleStream.empty(), layout)),
                Map.of(),
                layout));
    }

    private Figure peaks(Peaks peaks) {
        List<IChart> charts = new ArrayList<>();
        for (Peaks.Measure measure : Peaks.Measure.values()) {
            List<Row> rows = Stream.concat(
                            peaks.kernels().stream().map(rate -> rateRow(rate, measure, peaks.highest(measure))),
                            peaks.machine().stream().map(rate -> rateRow(rate, measure, Double.NaN)))
                    .toList();
            boolean named = layout.repeatsNames() || charts.isEmpty();
            charts.add(new RowChart(measure.title(), measure.unit(), true, rows, named, DoubleStream.empty(), layout));
        }
        return new Figure("Kernels against the machine's peaks", subtitle, charts, Map.of(), layout);
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
        String name = alone ? Origins.marked(solver, Origins.reusedFrom(score)) : new Timings(all).name(row);
        Mark mark = view.mark(solver);
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

    /** The published example's figure of one cell, on the scale that all cells of the page share. */
    Figure weights(CellResult cell) {
        return new Figure("Classification vector for " + cell.label(), subtitle, List.of(maps(cell)), Map.of(), layout);
    }

    /**
     * The same on its own scale, as the example draws it: weights that were stopped early are small, and pale beside
     * those of the optimum.
     */
    private Figure publishedWeights(CellResult cell) {
        WeightMaps maps = maps(cell, WeightMaps.largest(cell.coef()));
        return new Figure("Classification vector for " + cell.label(), subtitle, List.of(maps), Map.of(), layout);
    }

    /** The maps alone, on the scale that all cells share. */
    WeightMaps maps(CellResult cell) {
        return maps(cell, view.weightLimit());
    }

    private WeightMaps maps(CellResult cell, double limit) {
        return new WeightMaps(
                cell.label(),
                cell.coef(),
                ClassCaption.words(view.run().data()),
                view.run().data().imageWidth(),
                view.run().data().imageHeight(),
                limit);
    }
}
