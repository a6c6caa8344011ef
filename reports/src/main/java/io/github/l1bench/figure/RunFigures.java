package io.github.l1bench.figure;

import io.github.l1bench.figure.LineChart.Axis;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.TracePoint;
import io.github.l1bench.view.ClassCaption;
import io.github.l1bench.view.FileNames;
import io.github.l1bench.view.RunView;
import io.github.l1bench.view.Traces;
import io.github.l1bench.view.Weights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The figures of a run's page. */
public final class RunFigures {
    private final RunView view;
    private final Marks marks;
    private final String subtitle;

    public RunFigures(RunView view) {
        this.view = view;
        this.marks = new Marks(view);
        this.subtitle = view.dataCaption();
    }

    /** Every figure that this run has something for, by the name of its files. */
    public Map<String, Figure> all() {
        Map<String, Figure> figures = new LinkedHashMap<>(charts());
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
    public static String weightsName(RunView view, CellResult cell) {
        return "weights-" + FileNames.of(view.run().cells(), cell);
    }

    /** The charts alone, without weight maps. */
    public Map<String, Figure> charts() {
        Map<String, Figure> figures = new LinkedHashMap<>(curves());
        figures.putAll(new MeasureFigures(view).all());
        return figures;
    }

    /** The curves of convergence. */
    public Map<String, Figure> curves() {
        Map<String, Figure> figures = new LinkedHashMap<>();
        if (view.charted().stream().anyMatch(c -> !c.trace().isEmpty())) {
            figures.put("convergence", convergence());
        }
        if (view.charted().stream().anyMatch(c -> !c.trace().isEmpty() && !c.isPeer())) {
            figures.put("paths", paths());
        }
        return figures;
    }

    private Figure convergence() {
        Axis gap = new Axis("relative gap, (P − D) / P", true);
        Chart againstTime = new LineChart(
                new Axis("time, s", true),
                gap,
                curves(TracePoint::seconds, p -> p.fit().relativeGap()));
        if (view.charted().stream().allMatch(CellResult::isPeer)) {
            return new Figure("Certified relative gap against time", subtitle, List.of(againstTime), legend());
        }
        Chart againstPasses = new LineChart(
                new Axis("passes", true),
                gap,
                curves(TracePoint::passes, p -> p.fit().relativeGap()));
        return new Figure(
                "Certified relative gap against time and passes",
                subtitle,
                List.of(againstTime, againstPasses),
                legend());
    }

    private Figure paths() {
        Axis passes = new Axis("passes", true);
        List<Chart> charts = new ArrayList<>();
        charts.add(new LineChart(
                passes,
                new Axis("zero weights, %", false),
                curves(TracePoint::passes, p -> p.fit().sparsityPercent())));
        if (view.run().data().testRows() > 0) {
            charts.add(new LineChart(
                    passes,
                    new Axis("test accuracy, %", false),
                    curves(
                            TracePoint::passes,
                            p -> p.fit().testAccuracy() == null
                                    ? Double.NaN
                                    : 100 * p.fit().testAccuracy())));
        }
        Map<String, Mark> legend = marks.legend(
                view.charted().stream().filter(cell -> !cell.isPeer()).toList());
        return new Figure("Sparsity and test accuracy against passes", subtitle, charts, legend);
    }

    private Map<String, Mark> legend() {
        return marks.legend(view.charted());
    }

    private List<Curve> curves(ToDoubleFunction<TracePoint> x, ToDoubleFunction<TracePoint> y) {
        return view.charted().stream()
                .map(cell -> {
                    List<TracePoint> trace = Traces.started(cell.trace());
                    return new Curve(
                            cell.label(),
                            marks.of(cell),
                            trace.stream().mapToDouble(x).toArray(),
                            trace.stream().mapToDouble(y).toArray());
                })
                .toList();
    }

    /** The published example's figure of one cell, on the scale that all cells of the page share. */
    public Figure weights(CellResult cell) {
        return new Figure("Classification vector for " + cell.label(), subtitle, List.of(maps(cell)), Map.of());
    }

    /**
     * The same on its own scale, as the example draws it: weights that were stopped early are small, and pale beside
     * those of the optimum.
     */
    private Figure publishedWeights(CellResult cell) {
        WeightMaps maps = maps(cell, Weights.largest(cell.coef()));
        return new Figure("Classification vector for " + cell.label(), subtitle, List.of(maps), Map.of());
    }

    /** The maps alone, on the scale that all cells share; that of one-vs-rest is its own. */
    public WeightMaps maps(CellResult cell) {
        return maps(cell, view.weightLimit(cell));
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
