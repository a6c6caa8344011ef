package io.github.l1bench.figure;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * A row for each name and in it points with intervals on a common axis: readable for any number of names, and right on
 * a logarithmic axis, where XChart's bar charts draw wrong intervals and where the length of a bar would mean nothing.
 */
public final class RowChart implements Chart {
    private static final int TOP = 26;
    private static final int BOTTOM = 48;
    private static final int RIGHT = 14;
    private static final int ROW = 28;
    private static final int PLOT = 300;
    private static final int LONGEST_NAME = 340;
    private static final double DOT = 8;

    /**
     * A point with its interval.
     *
     * @param value where it is
     * @param low the interval's end below, {@code value} for none
     * @param high the interval's end above, {@code value} for none
     * @param label written beside it; empty for nothing
     * @param filled whether the dot is filled or a ring
     */
    public record Dot(double value, double low, double high, String label, boolean filled) {
        /** A point without an interval. */
        public static Dot at(double value, String label, boolean filled) {
            return new Dot(value, value, value, label, filled);
        }
    }

    /**
     * A row.
     *
     * @param name written left of it
     * @param mark its colour
     * @param dots its points
     * @param note written in place of points where there is none to draw: "not reached within 20 s"
     */
    public record Row(String name, Mark mark, List<Dot> dots, String note) {}

    private final String title;
    private final String axisTitle;
    private final boolean logarithmic;
    private final List<Row> rows;
    private final boolean named;
    private final Range range;
    private final int left;

    /**
     * @param title written over the chart; empty for none
     * @param axisTitle quantity and unit
     * @param logarithmic whether equal ratios have equal lengths
     * @param rows from top to bottom
     * @param named whether names stand left of the rows; not where the chart to the left has the same rows
     * @param spanning values that the axis must hold besides the rows', so that charts share one scale
     */
    public RowChart(
            String title, String axisTitle, boolean logarithmic, List<Row> rows, boolean named, DoubleStream spanning) {
        this.title = title;
        this.axisTitle = axisTitle;
        this.logarithmic = logarithmic;
        this.rows = List.copyOf(rows);
        this.named = named;
        DoubleStream own = rows.stream().flatMap(r -> r.dots().stream()).flatMapToDouble(RowChart::extent);
        this.range = fit(DoubleStream.concat(own, spanning)
                .filter(v -> Range.shows(v, logarithmic))
                .toArray());
        this.left = named ? nameWidth() + 14 : 12;
    }

    @Override
    public Map<String, Object> data() {
        List<Map<String, Object>> lines = rows.stream()
                .map(row -> Map.of(
                        "name", row.name(), "mark", row.mark().data(), "note", row.note(), "dots", shown(row.dots())))
                .toList();
        return Map.of(
                "kind",
                "rows",
                "title",
                title,
                "axis",
                axisTitle,
                "log",
                logarithmic,
                "low",
                range.low(),
                "high",
                range.high(),
                "rows",
                lines);
    }

    private List<Dot> shown(List<Dot> dots) {
        return dots.stream()
                .filter(dot -> Range.shows(dot.value(), logarithmic))
                .toList();
    }

    private static DoubleStream extent(Dot dot) {
        return DoubleStream.of(dot.low(), dot.value(), dot.high());
    }

    /** Less than whole powers of ten, which would squeeze the points of a chart as narrow as this. */
    private Range fit(double[] values) {
        if (!logarithmic || values.length == 0) {
            return Range.around(values, logarithmic);
        }
        double low = DoubleStream.of(values).min().orElseThrow();
        double high = DoubleStream.of(values).max().orElseThrow();
        double room = Math.max(Math.pow(high / low, 0.08), 1.25);
        return new Range(low / room, high * room * room);
    }

    private int nameWidth() {
        double widest = rows.stream()
                .mapToDouble(r -> Ink.width(r.name(), Ink.AXIS))
                .max()
                .orElse(0);
        return (int) Math.ceil(Math.min(LONGEST_NAME, widest));
    }

    @Override
    public int getWidth() {
        return left + PLOT + RIGHT;
    }

    @Override
    public int getHeight() {
        return TOP + ROW * rows.size() + BOTTOM;
    }

    @Override
    public String getTitle() {
        return title;
    }

    @Override
    public void paint(Graphics2D g, int width, int height) {
        Ink.text(g, title, Ink.AXIS, Ink.TEXT, left + PLOT / 2.0, TOP - 10, Ink.Anchor.MIDDLE);
        drawAxis(g);
        for (int i = 0; i < rows.size(); i++) {
            drawRow(g, rows.get(i), TOP + ROW * (i + 1) - 14.0);
        }
    }

    private void drawAxis(Graphics2D g) {
        double bottom = TOP + ROW * (double) rows.size();
        List<Double> ticks =
                logarithmic ? Ticks.logarithmic(range.low(), range.high()) : Ticks.linear(range.low(), range.high(), 5);
        double labelled = Double.NEGATIVE_INFINITY;
        for (double tick : ticks) {
            double x = x(tick);
            g.setColor(Ink.GRID);
            g.setStroke(new BasicStroke(0.7f));
            g.draw(new Line2D.Double(x, TOP, x, bottom));
            String label = logarithmic ? Ticks.power(tick) : Ticks.plain(tick);
            double half = Ink.width(label, Ink.TICK) / 2;
            if (x - half > labelled + 6) {
                Ink.text(g, label, Ink.TICK, Ink.MUTED, x, bottom + 16, Ink.Anchor.MIDDLE);
                labelled = x + half;
            }
        }
        Ink.text(g, axisTitle, Ink.AXIS, Ink.TEXT, left + PLOT / 2.0, bottom + 36, Ink.Anchor.MIDDLE);
    }

    private void drawRow(Graphics2D g, Row row, double y) {
        g.setColor(Ink.GRID);
        g.setStroke(new BasicStroke(0.7f));
        g.draw(new Line2D.Double(left, y, left + PLOT, y));
        if (named) {
            drawName(g, row.name(), y);
        }
        List<Dot> drawable = shown(row.dots());
        if (drawable.isEmpty()) {
            drawNote(g, row.note(), y);
        }
        drawable.forEach(dot -> drawDot(g, dot, row.mark(), y));
    }

    private void drawName(Graphics2D g, String name, double y) {
        String fitting = Ink.fit(name, Ink.AXIS, LONGEST_NAME);
        Ink.text(g, fitting, Ink.AXIS, Ink.TEXT, left - 10.0, y + 4, Ink.Anchor.END);
    }

    private void drawNote(Graphics2D g, String note, double y) {
        String text = Ink.fit(note, Ink.TICK, PLOT - 16.0);
        g.setColor(Ink.PAPER);
        g.fill(new Rectangle2D.Double(left + 4.0, y - 8, Ink.width(text, Ink.TICK) + 8, 16));
        Ink.text(g, text, Ink.TICK, Ink.MUTED, left + 8.0, y + 4, Ink.Anchor.START);
    }

    private void drawDot(Graphics2D g, Dot dot, Mark mark, double y) {
        double x = x(dot.value());
        double low = x(Math.max(dot.low(), range.low()));
        double high = x(Math.min(dot.high(), range.high()));
        g.setColor(mark.color());
        g.setStroke(new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        if (high - low > DOT) {
            g.draw(new Line2D.Double(low, y, high, y));
            g.draw(new Line2D.Double(low, y - 5, low, y + 5));
            g.draw(new Line2D.Double(high, y - 5, high, y + 5));
        }
        Ellipse2D disc = new Ellipse2D.Double(x - DOT / 2, y - DOT / 2, DOT, DOT);
        g.setColor(dot.filled() ? mark.color() : Ink.PAPER);
        g.fill(disc);
        g.setColor(mark.color());
        g.draw(disc);
        drawLabel(g, dot.label(), Math.min(low, x - DOT / 2), Math.max(high, x + DOT / 2), y);
    }

    private void drawLabel(Graphics2D g, String label, double low, double high, double y) {
        double width = Ink.width(label, Ink.TICK);
        boolean right = high + 8 + width <= left + PLOT;
        double start = right ? high + 7 : low - 7 - width;
        if (!label.isEmpty()) {
            g.setColor(Ink.PAPER);
            g.fill(new Rectangle2D.Double(start - 2, y - 7, width + 4, 14));
        }
        Ink.text(g, label, Ink.TICK, Ink.TEXT, start, y + 4, Ink.Anchor.START);
    }

    private double x(double value) {
        return left + PLOT * range.share(value, logarithmic);
    }
}
