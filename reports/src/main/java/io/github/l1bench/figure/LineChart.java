package io.github.l1bench.figure;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.IChart;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A line chart by XChart, without title and legend, which {@link Figure} adds. */
public final class LineChart implements Chart {
    /** So few points are measurements of their own and get dots; more are a line. */
    private static final int FEW = 8;

    private static final float THIN = 0.8f;
    private static final int WIDTH = 440;
    private static final int HEIGHT = 340;

    private final Axis x;
    private final Axis y;
    private final List<Curve> curves;
    private final IChart drawn;

    /**
     * A chart of {@code curves}. Points that a logarithmic axis cannot show, and points that are not finite, are left
     * out.
     */
    public LineChart(Axis x, Axis y, List<Curve> curves) {
        this.x = x;
        this.y = y;
        this.curves = curves.stream()
                .map(curve -> curve.shown(x.logarithmic(), y.logarithmic()))
                .toList();
        this.drawn = drawn();
    }

    /**
     * An axis.
     *
     * @param title quantity and unit
     * @param logarithmic whether equal ratios have equal lengths
     */
    public record Axis(String title, boolean logarithmic) {}

    @Override
    public Map<String, Object> data() {
        List<Map<String, Object>> lines = curves.stream()
                .map(c -> Map.of(
                        "name", c.name(), "mark", c.mark().data(), "x", c.x(), "y", c.y(), "half", c.halfWidths()))
                .toList();
        return Map.of("kind", "lines", "title", "", "x", x, "y", y, "curves", lines);
    }

    @Override
    public String getTitle() {
        return drawn.getTitle();
    }

    @Override
    public int getWidth() {
        return drawn.getWidth();
    }

    @Override
    public int getHeight() {
        return drawn.getHeight();
    }

    @Override
    public void paint(Graphics2D g, int width, int height) {
        drawn.paint(g, width, height);
    }

    private IChart drawn() {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .xAxisTitle(x.title())
                .yAxisTitle(y.title())
                .build();
        style(chart.getStyler());
        int shown = 0;
        for (Curve curve : curves) {
            shown += add(chart, curve, shown) ? 1 : 0;
        }
        if (shown == 0) {
            return new Remark("no point to show", chart.getWidth(), chart.getHeight());
        }
        scale(chart, x, y);
        return chart;
    }

    private static boolean add(XYChart chart, Curve curve, int index) {
        if (curve.x().length == 0) {
            return false;
        }
        String key = index + " " + curve.name();
        XYSeries series = curve.hasIntervals()
                ? chart.addSeries(key, curve.x(), curve.y(), curve.halfWidths())
                : chart.addSeries(key, curve.x(), curve.y());
        series.setLineColor(curve.mark().color());
        boolean rungs = curve.mark().isRungs();
        series.setLineStyle(curve.mark().stroke(rungs ? THIN : 1.8f));
        series.setMarker(rungs || curve.x().length <= FEW ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
        series.setMarkerColor(curve.mark().color());
        return true;
    }

    private static void scale(XYChart chart, Axis x, Axis y) {
        XYStyler styler = chart.getStyler();
        double[] xs = chart.getSeriesCollection().stream()
                .flatMapToDouble(s -> DoubleStream.of(s.getXData()))
                .toArray();
        double[] ys = chart.getSeriesCollection().stream()
                .flatMapToDouble(s -> DoubleStream.of(s.getYData()))
                .toArray();
        Range across = Range.around(xs, x.logarithmic());
        Range up = Range.around(ys, y.logarithmic());
        styler.setXAxisLogarithmic(x.logarithmic());
        styler.setYAxisLogarithmic(y.logarithmic());
        styler.setXAxisMin(across.low()).setXAxisMax(across.high());
        styler.setYAxisMin(up.low()).setYAxisMax(up.high());
        styler.setXAxisTickLabelsFormattingFunction(x.logarithmic() ? Ticks::power : Ticks::plain);
        styler.setYAxisTickLabelsFormattingFunction(y.logarithmic() ? Ticks::power : Ticks::plain);
    }

    private static void style(XYStyler styler) {
        styler.setChartTitleVisible(false);
        styler.setLegendVisible(false);
        styler.setChartBackgroundColor(Ink.PAPER);
        styler.setPlotBackgroundColor(Ink.PAPER);
        styler.setPlotBorderVisible(false);
        styler.setPlotGridLinesColor(Ink.FINE_GRID);
        styler.setPlotGridLinesStroke(new BasicStroke(0.5f));
        styler.setPlotMargin(0);
        styler.setChartPadding(6);
        styler.setAxisTicksLineVisible(false);
        styler.setAxisTicksMarksVisible(false);
        styler.setAxisTickLabelsColor(Ink.MUTED);
        styler.setAxisTickLabelsFont(Ink.TICK);
        styler.setAxisTitleFont(Ink.AXIS);
        styler.setChartFontColor(Ink.TEXT);
        styler.setXAxisTitleColor(Ink.TEXT);
        styler.setYAxisTitleColor(Ink.TEXT);
        styler.setXAxisTickMarkSpacingHint(90);
        styler.setYAxisTickMarkSpacingHint(45);
        styler.setMarkerSize(7);
        styler.setErrorBarsColorSeriesColor(true);
        styler.setXAxisLogarithmicDecadeOnly(true);
        styler.setYAxisLogarithmicDecadeOnly(true);
    }
}
