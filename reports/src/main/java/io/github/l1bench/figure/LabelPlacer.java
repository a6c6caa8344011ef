package io.github.l1bench.figure;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds places for labels, one after another, where they cover the least of what is drawn and of each other. */
final class LabelPlacer {
    private static final double LINE = 15;
    private static final double[] DISTANCES = {4, 12, 24, 40, 60, 85};
    private static final double LEADER_FROM = 11;
    // Covering a pixel squared of something costs as much as standing this much further away.
    private static final double COVERED = 2;

    private final Rectangle2D room;
    private final List<Rectangle2D> taken = new ArrayList<>();

    /** @param room in which labels must stand */
    LabelPlacer(Rectangle2D room) {
        this.room = room;
    }

    /**
     * A label in its place.
     *
     * @param text what it says
     * @param box where it stands
     * @param leader from the point to the label where they are apart, or null
     */
    record Label(String text, Rectangle2D box, Line2D leader) {
        void draw(Graphics2D g) {
            if (leader != null) {
                g.setColor(Ink.MUTED);
                g.setStroke(new BasicStroke(0.8f));
                g.draw(leader);
            }
            g.setColor(Ink.PAPER);
            g.fill(box);
            Ink.text(g, text, Ink.TICK, Ink.TEXT, box.getX() + 2, box.getY() + LINE - 4, Ink.Anchor.START);
        }
    }

    private record Candidate(Rectangle2D box, double distance) {}

    /** Keeps labels away from a square around a point. */
    void avoid(double x, double y, double radius) {
        taken.add(new Rectangle2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    /** A place beside a point of that radius. */
    Label besidePoint(String text, double x, double y, double radius) {
        double width = width(text);
        List<Candidate> candidates = new ArrayList<>();
        for (double distance : DISTANCES) {
            for (int angle = 0; angle < 16; angle++) {
                double dx = Math.cos(angle * Math.PI / 8);
                double dy = Math.sin(angle * Math.PI / 8);
                double reach = radius + distance;
                // The box touches the circle of this reach from outside.
                double left = x + dx * reach + (dx - 1) * width / 2;
                double top = y + dy * reach + (dy - 1) * LINE / 2;
                candidates.add(new Candidate(new Rectangle2D.Double(left, top, width, LINE), distance));
            }
        }
        Candidate best = best(candidates);
        Rectangle2D box = best.box();
        Line2D leader = null;
        if (best.distance() >= LEADER_FROM) {
            double endX = Math.max(box.getMinX(), Math.min(box.getMaxX(), x));
            double endY = Math.max(box.getMinY(), Math.min(box.getMaxY(), y));
            double part = radius / Math.hypot(endX - x, endY - y);
            leader = new Line2D.Double(x + part * (endX - x), y + part * (endY - y), endX, endY);
        }
        return new Label(text, box, leader);
    }

    /** A place at a line across the room, just beside it. */
    Label alongLine(String text, boolean horizontal, double at) {
        double width = width(text);
        List<Candidate> candidates = new ArrayList<>();
        double length = horizontal ? room.getWidth() - width : room.getHeight() - LINE;
        for (int step = 0; step <= 10; step++) {
            double along = length * step / 10;
            for (int side = 0; side < 2; side++) {
                Rectangle2D box = horizontal
                        ? new Rectangle2D.Double(room.getX() + along, side == 0 ? at - LINE - 2 : at + 2, width, LINE)
                        : new Rectangle2D.Double(side == 0 ? at + 3 : at - width - 3, room.getY() + along, width, LINE);
                candidates.add(new Candidate(box, step + 0.5 * side));
            }
        }
        return new Label(text, best(candidates).box(), null);
    }

    private Candidate best(List<Candidate> candidates) {
        Candidate best = candidates.stream()
                .min(Comparator.comparingDouble(c -> cost(c.box()) + c.distance()))
                .orElseThrow();
        taken.add(best.box());
        return best;
    }

    private double cost(Rectangle2D box) {
        double outside = box.getWidth() * box.getHeight() - area(box.createIntersection(room));
        double covered =
                taken.stream().mapToDouble(t -> area(box.createIntersection(t))).sum();
        return COVERED * covered + 100 * outside;
    }

    private static double area(Rectangle2D box) {
        return box.getWidth() > 0 && box.getHeight() > 0 ? box.getWidth() * box.getHeight() : 0;
    }

    private static double width(String text) {
        return Ink.width(text, Ink.TICK) + 4;
    }
}
