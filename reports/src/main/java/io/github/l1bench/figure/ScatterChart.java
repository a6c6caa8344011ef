package io.github.l1bench.figure;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.internal.chartpart.IChart;

/** Points in a plane of two logarithmic axes. Those that would cover each other are moved apart, as the page's script does. */
public final class ScatterChart implements IChart {
    private static final int WIDTH = 440;
    private static final int HEIGHT = 360;
    private static final int LEFT = 58;
    private static final int RIGHT = 14;
    private static final int TOP = 12;
    private static final int BOTTOM = 48;
    private static final double DOT = 8;

    /** A point; a neutral ring where {@code mark} is null. */
    public record Point(double x, double y, Mark mark) {}

    private final String across;
    private final String up;
    private final List<Point> points;
    private final Range xs;
    private final Range ys;

    /**
     * @param across quantity and unit of the abscissas
     * @param up of the ordinates
     * @param points with positive coordinates
     */
    public ScatterChart(String across, String up, List<Point> points) {
        this.across = across;
        this.up = up;
        this.points = points.stream()
                .filter(p -> Range.shows(p.x(), true) && Range.shows(p.y(), true))
                .toList();
        this.xs = Range.around(this.points.stream().mapToDouble(Point::x).toArray(), true);
        this.ys = Range.around(this.points.stream().mapToDouble(Point::y).toArray(), true);
    }

    @Override
    public String getTitle() {
        return "";
    }

    @Override
    public int getWidth() {
        return WIDTH;
    }

    @Override
    public int getHeight() {
        return HEIGHT;
    }

    @Override
    public void paint(Graphics2D g, int width, int height) {
        double bottom = HEIGHT - (double) BOTTOM;
        double right = WIDTH - (double) RIGHT;
        g.setStroke(new BasicStroke(0.7f));
        for (double tick : Ticks.logarithmic(xs.low(), xs.high())) {
            g.setColor(Ink.GRID);
            g.draw(new Line2D.Double(x(tick), TOP, x(tick), bottom));
            Ink.text(g, Ticks.power(tick), Ink.TICK, Ink.MUTED, x(tick), bottom + 16, Ink.Anchor.MIDDLE);
        }
        for (double tick : Ticks.logarithmic(ys.low(), ys.high())) {
            g.setColor(Ink.GRID);
            g.draw(new Line2D.Double(LEFT, y(tick), right, y(tick)));
            Ink.text(g, Ticks.power(tick), Ink.TICK, Ink.MUTED, LEFT - 8.0, y(tick) + 4, Ink.Anchor.END);
        }
        Ink.text(g, across, Ink.AXIS, Ink.TEXT, (LEFT + right) / 2, bottom + 36, Ink.Anchor.MIDDLE);
        g.rotate(-Math.PI / 2);
        Ink.text(g, up, Ink.AXIS, Ink.TEXT, -(TOP + bottom) / 2, 13, Ink.Anchor.MIDDLE);
        g.rotate(Math.PI / 2);
        List<Point2D> places = new ArrayList<>();
        for (Point point : points) {
            Point2D place = apart(x(point.x()), y(point.y()), places);
            places.add(place);
            draw(g, place, point.mark());
        }
    }

    private static void draw(Graphics2D g, Point2D place, Mark mark) {
        Ellipse2D disc = new Ellipse2D.Double(place.getX() - DOT / 2, place.getY() - DOT / 2, DOT, DOT);
        g.setColor(mark == null ? Ink.PAPER : mark.color());
        g.fill(disc);
        if (mark == null) {
            g.setColor(Ink.MUTED);
            g.setStroke(new BasicStroke(1.4f));
            g.draw(disc);
        }
    }

    /** The free place nearest to (x, y) on rings of six, twelve ... places around it. */
    private static Point2D apart(double x, double y, List<Point2D> taken) {
        for (int ring = 0; ring < 12; ring++) {
            int around = Math.max(1, 6 * ring);
            for (int i = 0; i < around; i++) {
                double angle = 2 * Math.PI * i / around;
                Point2D place = new Point2D.Double(
                        x + ring * (DOT + 1) * Math.cos(angle), y + ring * (DOT + 1) * Math.sin(angle));
                if (taken.stream().allMatch(other -> other.distance(place) > DOT)) {
                    return place;
                }
            }
        }
        return new Point2D.Double(x, y);
    }

    // A little room inside the ends, for points on them.
    private double x(double value) {
        return LEFT + 10 + (WIDTH - LEFT - RIGHT - 20.0) * xs.share(value, true);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - 10 - (HEIGHT - TOP - BOTTOM - 20.0) * ys.share(value, true);
    }
}
