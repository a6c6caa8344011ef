package io.github.l1bench.figure;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.knowm.xchart.internal.chartpart.IChart;

/**
 * A title, a subtitle, one or more charts beside or below each other and one legend for all of them; XChart has no such
 * layout.
 */
public final class Figure implements IChart {
    private static final int LEGEND_LINE = 20;
    private static final int SAMPLE = 26;
    private static final int SUBTITLE_LINE = 16;
    private static final int TITLE_LINE = 18;

    private final String title;
    private final List<String> titleLines;
    private final List<String> subtitle;
    private final List<IChart> charts;
    private final Map<String, Mark> legend;
    private final Layout layout;
    private final int margin;
    private final int width;
    private final int legendLines;

    /**
     * @param title what the figure shows
     * @param subtitle of which data; also the place of what must be said about them
     * @param charts drawn one after another at their own sizes
     * @param legend names and marks; empty for none
     * @param layout whether charts stand beside or below each other
     */
    public Figure(
            String title, String subtitle, List<? extends IChart> charts, Map<String, Mark> legend, Layout layout) {
        this.title = title;
        this.charts = List.copyOf(charts);
        this.legend = legend;
        this.layout = layout;
        this.margin = layout.margin;
        IntStream widths = charts.stream().mapToInt(IChart::getWidth);
        int across = layout == Layout.WIDE ? widths.sum() : widths.max().orElse(0);
        this.width = Math.max(layout.figureWidth, across + 2 * margin);
        this.titleLines = Ink.wrap(title, Ink.TITLE, width - 2.0 * margin);
        this.subtitle = Ink.wrap(subtitle, Ink.SUBTITLE, width - 2.0 * margin);
        this.legendLines = legend.isEmpty() ? 0 : layLegend(null, 0);
    }

    @Override
    public String getTitle() {
        return title;
    }

    /** The subtitle in one line. */
    public String subtitle() {
        return String.join(" ", subtitle);
    }

    @Override
    public int getWidth() {
        return width;
    }

    @Override
    public int getHeight() {
        IntStream heights = charts.stream().mapToInt(IChart::getHeight);
        int down = layout == Layout.WIDE ? heights.max().orElse(0) : heights.sum();
        return heading() + down + legendLines * LEGEND_LINE + margin;
    }

    private int heading() {
        return margin + 10 + TITLE_LINE * titleLines.size() + SUBTITLE_LINE * subtitle.size();
    }

    @Override
    public void paint(Graphics2D g, int width, int height) {
        Ink.smooth(g);
        g.setColor(Ink.PAPER);
        g.fill(new Rectangle2D.Double(0, 0, width, height));
        double baseline = margin + 13.0;
        for (String line : titleLines) {
            Ink.text(g, line, Ink.TITLE, Ink.TEXT, margin, baseline, Ink.Anchor.START);
            baseline += TITLE_LINE;
        }
        baseline += 1;
        for (String line : subtitle) {
            Ink.text(g, line, Ink.SUBTITLE, Ink.MUTED, margin, baseline, Ink.Anchor.START);
            baseline += SUBTITLE_LINE;
        }
        int x = margin;
        int y = heading();
        for (IChart chart : charts) {
            g.translate(x, y);
            chart.paint(g, chart.getWidth(), chart.getHeight());
            g.translate(-x, -y);
            x += layout == Layout.WIDE ? chart.getWidth() : 0;
            y += layout == Layout.WIDE ? 0 : chart.getHeight();
        }
        Ink.smooth(g);
        layLegend(g, height - margin - legendLines * LEGEND_LINE);
    }

    /** Lays the legend out in lines from {@code top}, drawing where there is something to draw on; returns the lines. */
    private int layLegend(Graphics2D g, int top) {
        double x = margin;
        int line = 1;
        for (Map.Entry<String, Mark> entry : legend.entrySet()) {
            String name = Ink.fit(entry.getKey(), Ink.TICK, width - 2.0 * margin - SAMPLE - 8);
            double needed = SAMPLE + 8 + Ink.width(name, Ink.TICK) + 20;
            if (x > margin && x + needed - 20 > width - margin) {
                x = margin;
                line++;
            }
            if (g != null) {
                drawEntry(g, name, entry.getValue(), x, top + line * LEGEND_LINE - 6.0);
            }
            x += needed;
        }
        return line;
    }

    private static void drawEntry(Graphics2D g, String name, Mark mark, double x, double baseline) {
        g.setStroke(mark.stroke(2.2f));
        g.setColor(mark.color());
        g.draw(new Line2D.Double(x, baseline - 4, x + SAMPLE, baseline - 4));
        g.setStroke(new BasicStroke(1));
        Ink.text(g, name, Ink.TICK, Ink.TEXT, x + SAMPLE + 8, baseline, Ink.Anchor.START);
    }
}
