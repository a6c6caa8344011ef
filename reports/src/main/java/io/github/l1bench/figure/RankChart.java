package io.github.l1bench.figure;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.internal.chartpart.IChart;

/**
 * A critical difference diagram (J. Demsar, J. Mach. Learn. Res. 7, 2006) with a line for each name, best on top, so that
 * no label crosses another: a dot at its mean rank, and a bar on the right for each group that is not told apart, with
 * knots at its members.
 */
public final class RankChart implements IChart {
    private static final int TOP = 14;
    private static final int BOTTOM = 48;
    private static final int ROW = 26;
    private static final int PLOT = 380;
    private static final int BAR = 20;
    private static final int LONGEST_NAME = 300;
    private static final double DOT = 8;

    /**
     * A line.
     *
     * @param name written left of it
     * @param mark its colour
     * @param rank its mean rank, at least 1
     */
    public record Entry(String name, Mark mark, double rank) {}

    private final List<Entry> entries;
    private final List<Integer> order;
    private final List<List<Integer>> cliques;
    private final int left;

    /**
     * @param entries in any order
     * @param cliques groups of indices of entries that are not told apart
     */
    public RankChart(List<Entry> entries, List<List<Integer>> cliques) {
        this.entries = List.copyOf(entries);
        this.cliques = List.copyOf(cliques);
        this.order = IntStream.range(0, entries.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> entries.get(i).rank()))
                .toList();
        double widest = entries.stream()
                .mapToDouble(e -> Ink.width(e.name(), Ink.AXIS))
                .max()
                .orElse(0);
        this.left = (int) Math.ceil(Math.min(LONGEST_NAME, widest)) + 14;
    }

    @Override
    public String getTitle() {
        return "";
    }

    @Override
    public int getWidth() {
        return left + PLOT + 24 + BAR * cliques.size();
    }

    @Override
    public int getHeight() {
        return TOP + ROW * entries.size() + BOTTOM;
    }

    @Override
    public void paint(Graphics2D g, int width, int height) {
        double bottom = TOP + ROW * (double) entries.size();
        int step = Math.max(1, (int) Math.ceil(entries.size() / 12.0));
        for (int rank = 1; rank <= Math.max(2, entries.size()); rank += step) {
            line(g, x(rank), TOP, x(rank), bottom);
            Ink.text(g, Integer.toString(rank), Ink.TICK, Ink.MUTED, x(rank), bottom + 16, Ink.Anchor.MIDDLE);
        }
        Ink.text(g, "mean rank, 1 is best", Ink.AXIS, Ink.TEXT, left + PLOT / 2.0, bottom + 36, Ink.Anchor.MIDDLE);
        for (int i = 0; i < order.size(); i++) {
            drawEntry(g, entries.get(order.get(i)), y(i));
        }
        for (int c = 0; c < cliques.size(); c++) {
            drawClique(g, cliques.get(c), left + PLOT + 22.0 + BAR * c);
        }
    }

    private static void line(Graphics2D g, double x1, double y1, double x2, double y2) {
        g.setColor(Ink.GRID);
        g.setStroke(new BasicStroke(0.7f));
        g.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    private void drawEntry(Graphics2D g, Entry entry, double y) {
        line(g, left, y, left + (double) PLOT, y);
        String name = Ink.fit(entry.name(), Ink.AXIS, LONGEST_NAME);
        Ink.text(g, name, Ink.AXIS, Ink.TEXT, left - 10.0, y + 4, Ink.Anchor.END);
        g.setColor(entry.mark().color());
        g.fill(new Ellipse2D.Double(x(entry.rank()) - DOT / 2, y - DOT / 2, DOT, DOT));
        String value = Ticks.plain(Math.round(entry.rank() * 100) / 100.0);
        Ink.text(g, value, Ink.TICK, Ink.MUTED, x(entry.rank()) + DOT, y - 4, Ink.Anchor.START);
    }

    private void drawClique(Graphics2D g, List<Integer> clique, double x) {
        int[] places = clique.stream().mapToInt(order::indexOf).sorted().toArray();
        g.setColor(Ink.TEXT);
        g.setStroke(new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(new Line2D.Double(x, y(places[0]), x, y(places[places.length - 1])));
        for (int place : places) {
            g.fill(new Ellipse2D.Double(x - DOT / 2, y(place) - DOT / 2, DOT, DOT));
        }
    }

    private static double y(int place) {
        return TOP + ROW * (place + 0.5);
    }

    private double x(double rank) {
        return left + 8 + (PLOT - 40.0) * (rank - 1) / Math.max(1, entries.size() - 1);
    }
}
