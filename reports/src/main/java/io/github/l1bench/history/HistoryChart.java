package io.github.l1bench.history;

import io.github.l1bench.figure.Curve;
import io.github.l1bench.figure.Figure;
import io.github.l1bench.figure.FigureFiles;
import io.github.l1bench.figure.LineChart;
import io.github.l1bench.figure.Mark;
import io.github.l1bench.io.WholeFile;
import io.github.l1bench.solver.Solver;
import io.github.l1bench.solver.Solvers;
import io.github.l1bench.statistics.Interval;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.knowm.xchart.internal.chartpart.IChart;

/** Draws a history: times with their intervals, and dotted the level between one change and the next. */
public final class HistoryChart {
    private HistoryChart() {}

    /**
     * Writes the chart of {@code history} into {@code file}.
     *
     * @param file its name ends in {@code .svg} or {@code .png}
     * @throws IllegalArgumentException if it ends otherwise
     * @throws IOException if it cannot be written
     */
    public static void write(History history, Path file) throws IOException {
        String name = file.getFileName().toString();
        if (!name.matches("(?i).+\\.(svg|png)")) {
            throw new IllegalArgumentException("a chart is an .svg or a .png, not " + file);
        }
        IChart figure = FigureFiles.withFonts(() -> figure(history));
        if (name.toLowerCase(Locale.ROOT).endsWith(".svg")) {
            WholeFile.write(file, FigureFiles.svg(figure));
        } else {
            FigureFiles.writePng(
                    figure, file.toAbsolutePath().getParent(), name.substring(0, name.length() - ".png".length()));
        }
    }

    private static Figure figure(History history) {
        Map<String, Mark> marks = Mark.assign(
                Solvers.all().stream().map(Solver::name).toList(),
                history.series().stream().map(Series::solver).toList());
        List<Curve> curves = new ArrayList<>();
        for (Series series : history.series()) {
            Mark mark = marks.get(series.solver());
            curves.add(new Curve(
                    series.solver(),
                    mark,
                    numbers(series.points()),
                    series.points().stream().mapToDouble(Series.Point::seconds).toArray(),
                    series.points().stream()
                            .mapToDouble(HistoryChart::halfWidth)
                            .toArray()));
            addLevels(curves, series, mark.dotted());
        }
        IChart chart = new LineChart(
                new LineChart.Axis("run, from the oldest to the newest", false),
                new LineChart.Axis("seconds", true),
                curves);
        StoredRun newest = history.newest();
        String subtitle =
                newest.run().data().title() + ", λ = " + newest.run().lambda() + ". Newest run: " + newest.id();
        return new Figure(
                "Time to " + history.target() + " over runs, with 95 % intervals; dotted between changes",
                subtitle,
                List.of(chart),
                marks);
    }

    private static void addLevels(List<Curve> curves, Series series, Mark mark) {
        List<Integer> borders = series.borders();
        for (int i = 0; i + 1 < borders.size() && !series.changes().isEmpty(); i++) {
            double[] runs = numbers(series.points().subList(borders.get(i), borders.get(i + 1)));
            double level = series.level(i);
            curves.add(new Curve(
                    series.solver() + " level " + i, mark, new double[] {runs[0], runs[runs.length - 1]}, new double[] {
                        level, level
                    }));
        }
    }

    private static double[] numbers(List<Series.Point> points) {
        return points.stream().mapToDouble(Series.Point::run).toArray();
    }

    private static double halfWidth(Series.Point point) {
        Interval interval = point.times().interval();
        return (interval.high() - interval.low()) / 2;
    }
}
