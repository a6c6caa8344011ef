package io.github.l1bench.figure;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Points, trails and lines of reference in a plane of two linear axes, each named beside itself instead of in a legend.
 * XChart places no labels.
 */
public final class PlaneChart implements Chart {
    private static final int LEFT = 50;
    private static final int RIGHT = 14;
    private static final int TOP = 28;
    private static final int BOTTOM = 48;
    private static final double DOT = 8;

    /** For what is no series of its own. */
    public static final Mark INK = new Mark(Ink.TEXT, List.of());

    /** For what leads the eye. */
    public static final Mark QUIET = new Mark(Ink.MUTED, List.of());

    /** For lines of reference. */
    public static final Mark REFERENCE = new Mark(Ink.MUTED, List.of(5f, 4f));

    /** How a point is drawn. */
    public enum Symbol {
        /** Filled. */
        DISC,
        /** The outline of a disc. */
        RING,
        /** Filled, standing on a corner. */
        DIAMOND
    }

    /**
     * An axis; what lies beyond its ends is cut off.
     *
     * @param title quantity and unit
     * @param low its left or lower end
     * @param high its other end, above {@code low}
     */
    public record Axis(String title, double low, double high) {
        /** An axis with all of {@code values} and a little room. */
        public static Axis around(String title, double... values) {
            Range range = Range.around(values, false);
            return new Axis(title, range.low(), range.high());
        }

        private double share(double value) {
            return (value - low) / (high - low);
        }
    }

    /** Points of one kind. */
    public record Dots(Mark mark, Symbol symbol, double[] x, double[] y) {}

    /** Points joined in their order; each is a dot where {@code dotted}. */
    public record Trail(Mark mark, boolean dotted, double[] x, double[] y) {}

    /** A line across the whole plane at {@code value}. */
    public record Rule(Mark mark, boolean horizontal, double value, String label) {}

    /** What a point is called. */
    public record Note(double x, double y, String text) {}

    private final String title;
    private final int width;
    private final int height;
    private final Axis across;
    private final Axis up;
    private final List<Rule> rules;
    private final List<Trail> trails;
    private final List<Dots> dots;
    private final List<Note> notes;

    /**
     * @param title written over the chart; empty for none
     * @param width of the whole chart
     * @param height of the whole chart
     */
    public PlaneChart(
            String title,
            int width,
            int height,
            Axis across,
            Axis up,
            List<Rule> rules,
            List<Trail> trails,
            List<Dots> dots,
            List<Note> notes) {
        this.title = title;
        this.width = width;
        this.height = height;
        this.across = across;
        this.up = up;
        this.rules = List.copyOf(rules);
        this.trails = List.copyOf(trails);
        this.dots = List.copyOf(dots);
        this.notes = notes.stream().filter(note -> inside(note.x(), note.y())).toList();
    }

    @Override
    public String getTitle() {
        return title;
    }

    @Override
    public int getWidth() {
        return width;
    }

    @Override
    public int getHeight() {
        return height;
    }

    @Override
    public Map<String, Object> data() {
        return Map.of(
                "kind", "plane", "title", title, "width", width, "x", across, "y", up, "rules", rules, "trails", trails,
                "dots", dots, "notes", notes);
    }

    @Override
    public void paint(Graphics2D g, int ignoredWidth, int ignoredHeight) {
        Ink.smooth(g);
        Ink.text(g, title, Ink.AXIS, Ink.TEXT, LEFT + plotWidth() / 2, TOP - 12.0, Ink.Anchor.MIDDLE);
        drawAxes(g);
        Shape clip = g.getClip();
        g.clip(plot());
        rules.forEach(rule -> drawRule(g, rule));
        trails.forEach(trail -> drawTrail(g, trail));
        dots.forEach(points -> drawDots(g, points.mark(), points.symbol(), points.x(), points.y()));
        g.setClip(clip);
        drawNames(g);
    }

    private void drawAxes(Graphics2D g) {
        g.setStroke(new BasicStroke(0.7f));
        for (double tick : Ticks.linear(across.low(), across.high(), (int) (plotWidth() / 45))) {
            g.setColor(Ink.GRID);
            g.draw(new Line2D.Double(x(tick), TOP, x(tick), TOP + plotHeight()));
            Ink.text(g, Ticks.plain(tick), Ink.TICK, Ink.MUTED, x(tick), TOP + plotHeight() + 17, Ink.Anchor.MIDDLE);
        }
        for (double tick : Ticks.linear(up.low(), up.high(), (int) (plotHeight() / 50))) {
            g.setColor(Ink.GRID);
            g.draw(new Line2D.Double(LEFT, y(tick), LEFT + plotWidth(), y(tick)));
            Ink.text(g, Ticks.plain(tick), Ink.TICK, Ink.MUTED, LEFT - 8.0, y(tick) + 4, Ink.Anchor.END);
        }
        Ink.text(g, across.title(), Ink.AXIS, Ink.TEXT, LEFT + plotWidth() / 2, height - 10.0, Ink.Anchor.MIDDLE);
        g.rotate(-Math.PI / 2);
        Ink.text(g, up.title(), Ink.AXIS, Ink.TEXT, -(TOP + plotHeight() / 2), 13, Ink.Anchor.MIDDLE);
        g.rotate(Math.PI / 2);
    }

    private void drawRule(Graphics2D g, Rule rule) {
        g.setColor(rule.mark().color());
        g.setStroke(rule.mark().stroke(1.2f));
        g.draw(
                rule.horizontal()
                        ? new Line2D.Double(LEFT, y(rule.value()), LEFT + plotWidth(), y(rule.value()))
                        : new Line2D.Double(x(rule.value()), TOP, x(rule.value()), TOP + plotHeight()));
    }

    private void drawTrail(Graphics2D g, Trail trail) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < trail.x().length; i++) {
            if (i == 0) {
                path.moveTo(x(trail.x()[i]), y(trail.y()[i]));
            } else {
                path.lineTo(x(trail.x()[i]), y(trail.y()[i]));
            }
        }
        g.setColor(trail.mark().color());
        g.setStroke(trail.mark().stroke(1.8f));
        g.draw(path);
        if (trail.dotted()) {
            drawDots(g, trail.mark(), Symbol.DISC, trail.x(), trail.y());
        }
    }

    private void drawDots(Graphics2D g, Mark mark, Symbol symbol, double[] xs, double[] ys) {
        for (int i = 0; i < xs.length; i++) {
            if (inside(xs[i], ys[i])) {
                drawDot(g, mark, symbol, x(xs[i]), y(ys[i]));
            }
        }
    }

    // The rim in the colour of the paper keeps points apart that lie on each other.
    private static void drawDot(Graphics2D g, Mark mark, Symbol symbol, double x, double y) {
        Shape shape = symbol == Symbol.DIAMOND
                ? diamond(x, y, 0.75 * DOT)
                : new Ellipse2D.Double(x - DOT / 2, y - DOT / 2, DOT, DOT);
        g.setColor(symbol == Symbol.RING ? Ink.PAPER : mark.color());
        g.fill(shape);
        g.setColor(symbol == Symbol.RING ? mark.color() : Ink.PAPER);
        g.setStroke(new BasicStroke(symbol == Symbol.RING ? 2 : 1));
        g.draw(shape);
    }

    private static Shape diamond(double x, double y, double radius) {
        Path2D path = new Path2D.Double();
        path.moveTo(x, y - radius);
        path.lineTo(x + radius, y);
        path.lineTo(x, y + radius);
        path.lineTo(x - radius, y);
        path.closePath();
        return path;
    }

    private void drawNames(Graphics2D g) {
        LabelPlacer placer = new LabelPlacer(plot());
        dots.forEach(points -> IntStream.range(0, points.x().length)
                .forEach(i -> placer.avoid(x(points.x()[i]), y(points.y()[i]), DOT / 2 + 1)));
        trails.forEach(trail -> avoid(placer, trail));
        rules.forEach(rule -> avoid(placer, rule));
        List<LabelPlacer.Label> labels = new ArrayList<>();
        for (Rule rule : rules) {
            labels.add(placer.alongLine(
                    rule.label(), rule.horizontal(), rule.horizontal() ? y(rule.value()) : x(rule.value())));
        }
        notes.forEach(note -> labels.add(placer.besidePoint(note.text(), x(note.x()), y(note.y()), DOT / 2 + 1)));
        labels.forEach(label -> label.draw(g));
    }

    private void avoid(LabelPlacer placer, Trail trail) {
        for (int i = 1; i < trail.x().length; i++) {
            double length = Math.hypot(x(trail.x()[i]) - x(trail.x()[i - 1]), y(trail.y()[i]) - y(trail.y()[i - 1]));
            int steps = (int) Math.min(200, Math.ceil(length / 6) + 1);
            for (int s = 0; s <= steps; s++) {
                double t = s / (double) steps;
                placer.avoid(
                        x(trail.x()[i - 1] + t * (trail.x()[i] - trail.x()[i - 1])),
                        y(trail.y()[i - 1] + t * (trail.y()[i] - trail.y()[i - 1])),
                        trail.dotted() ? DOT / 2 : 2);
            }
        }
    }

    private void avoid(LabelPlacer placer, Rule rule) {
        double length = rule.horizontal() ? plotWidth() : plotHeight();
        for (double t = 0; t <= length; t += 6) {
            placer.avoid(
                    rule.horizontal() ? LEFT + t : x(rule.value()), rule.horizontal() ? y(rule.value()) : TOP + t, 1);
        }
    }

    private boolean inside(double x, double y) {
        return x >= across.low() && x <= across.high() && y >= up.low() && y <= up.high();
    }

    private Rectangle2D plot() {
        return new Rectangle2D.Double(LEFT, TOP, plotWidth(), plotHeight());
    }

    private double plotWidth() {
        return width - (double) LEFT - RIGHT;
    }

    private double plotHeight() {
        return height - (double) TOP - BOTTOM;
    }

    private double x(double value) {
        return LEFT + plotWidth() * across.share(value);
    }

    private double y(double value) {
        return TOP + plotHeight() * (1 - up.share(value));
    }
}
