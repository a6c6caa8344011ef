package io.github.l1bench.figure;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.knowm.xchart.internal.chartpart.IChart;

/**
 * A title, a subtitle, one or more charts beside each other and one legend for all of them; XChart has no such
 * layout.
 */
public final class Figure implements IChart {
    private static final int NARROWEST = 560;
    private static final int MARGIN = 16;
    private static final int LEGEND_LINE = 20;
    private static final int SAMPLE = 26;
    private static final int SUBTITLE_LINE = 16;
    private static final int TITLE_LINE = 18;

    private final String title;
    private final List<String> titleLines;
    private final List<String> subtitle;
    private final List<IChart> charts;
    private final Map<String, Mark> legend;
    private final int width;
    private final int legendLines;

    /**
     * @param title what the figure shows
     * @param subtitle of which data; also the place of what must be said about them
     * @param charts drawn one after another at their own sizes
     * @param legend names and marks; empty for none
     */
    public Figure(String title, String subtitle, List<? extends IChart> charts, Map<String, Mark> legend) {
        this.title = title;
        this.charts = List.copyOf(charts);
        this.legend = legend;
        IntStream widths = charts.stream().mapToInt(IChart::getWidth);
        this.width = Math.max(NARROWEST, widths.sum() + 2 * MARGIN);
        this.titleLines = Ink.wrap(title, Ink.TITLE, width - 2.0 * MARGIN);
        this.subtitle = Ink.wrap(subtitle, Ink.SUBTITLE, width - 2.0 * MARGIN);
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
        return heading() + heights.max().orElse(0) + legendLines * LEGEND_LINE + MARGIN;
    }

    /**
     * What a page draws of it, see {@link Chart#data}; empty unless every chart is one that pages draw.
     */
    public Optional<Map<String, Object>> data() {
        if (!charts.stream().allMatch(Chart.class::isInstance)) {
            return Optional.empty();
        }
        List<Map<String, Object>> drawn =
                charts.stream().map(chart -> ((Chart) chart).data()).toList();
        List<Map<String, Object>> entries = legend.entrySet().stream()
                .map(entry ->
                        Map.of("name", entry.getKey(), "mark", entry.getValue().data()))
                .toList();
        return Optional.of(Map.of("charts", drawn, "legend", entries));
    }

    private int heading() {
        return MARGIN + 10 + TITLE_LINE * titleLines.size() + SUBTITLE_LINE * subtitle.size();
    }

    @Override
    public void paint(Graphics2D g, int width, int height) {
        Ink.smooth(g);
        g.setColor(Ink.PAPER);
        g.fill(new Rectangle2D.Double(0, 0, width, height));
        double baseline = MARGIN + 13.0;
        for (String line : titleLines) {
            Ink.text(g, line, Ink.TITLE, Ink.TEXT, MARGIN, baseline, Ink.Anchor.START);
            baseline += TITLE_LINE;
        }
        baseline += 1;
        for (String line : subtitle) {
            Ink.text(g, line, Ink.SUBTITLE, Ink.MUTED, MARGIN, baseline, Ink.Anchor.START);
            baseline += SUBTITLE_LINE;
        }
        int x = MARGIN;
        int top = heading();
        for (IChart chart : charts) {
            g.translate(x, top);
            chart.paint(g, chart.getWidth(), chart.getHeight());
            g.translate(-x, -top);
            x += chart.getWidth();
        }
        Ink.smooth(g);
        layLegend(g, height - MARGIN - legendLines * LEGEND_LINE);
    }

    /** Lays the legend out in lines from {@code top}, drawing where there is something to draw on; returns the lines. */
    private int layLegend(Graphics2D g, int top) {
        double x = MARGIN;
        int line = 1;
        for (Map.Entry<String, Mark> entry : legend.entrySet()) {
            String name = Ink.fit(entry.getKey(), Ink.TICK, width - 2.0 * MARGIN - SAMPLE - 8);
            double needed = SAMPLE + 8 + Ink.width(name, Ink.TICK) + 20;
            if (x > MARGIN && x + needed - 20 > width - MARGIN) {
                x = MARGIN;
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
