package io.github.l1bench.figure;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.knowm.xchart.internal.chartpart.IChart;

/**
 * The published example's figure: each class's weights as a picture, in rows of five, with one symmetric colour bar.
 * XChart's heat map has neither square cells nor subplots.
 */
public final class WeightMaps implements IChart {
    private static final int ACROSS = 5;
    private static final double SIDE = 140;
    private static final double GAP = 14;
    private static final double CAPTION = 24;
    private static final double BAR = 16;
    private static final double BAR_ROOM = 76;

    private final String title;
    private final double[][] weights;
    private final List<String> captions;
    private final int columns;
    private final int rows;
    private final double limit;

    /**
     * @param title of the panel, for those who list figures
     * @param weights K pictures of {@code rows * columns} values, row by row; not modified
     * @param captions what stands above each picture, K texts; shortened where one is wider than its picture
     * @param columns width of a picture
     * @param rows height of a picture
     * @param limit the colour scale runs from {@code -limit} to {@code limit}
     */
    public WeightMaps(String title, double[][] weights, List<String> captions, int columns, int rows, double limit) {
        if (weights[0].length != columns * rows) {
            throw new IllegalArgumentException(weights[0].length + " weights do not fill a picture of " + columns
                    + " x " + rows + "; give the width and height of the data's images");
        }
        if (captions.size() != weights.length) {
            throw new IllegalArgumentException(
                    captions.size() + " captions do not fit " + weights.length + " pictures");
        }
        this.title = title;
        this.captions = List.copyOf(captions);
        this.weights = weights;
        this.columns = columns;
        this.rows = rows;
        this.limit = limit;
    }

    @Override
    public String getTitle() {
        return title;
    }

    @Override
    public int getWidth() {
        int across = Math.min(ACROSS, weights.length);
        return (int) Math.ceil(across * (SIDE + GAP) + BAR_ROOM);
    }

    @Override
    public int getHeight() {
        return (int) Math.ceil(lines() * (SIDE + CAPTION + GAP));
    }

    private int lines() {
        return (weights.length + ACROSS - 1) / ACROSS;
    }

    @Override
    public void paint(Graphics2D g, int width, int height) {
        for (int k = 0; k < weights.length; k++) {
            double x = k % ACROSS * (SIDE + GAP);
            double y = k / ACROSS * (SIDE + CAPTION + GAP);
            Ink.text(
                    g,
                    Ink.fit(captions.get(k), Ink.AXIS, SIDE),
                    Ink.AXIS,
                    Ink.TEXT,
                    x + SIDE / 2,
                    y + CAPTION - 8,
                    Ink.Anchor.MIDDLE);
            drawMap(g, weights[k], x, y + CAPTION, SIDE, columns, rows, limit);
        }
        drawBar(g, Math.min(ACROSS, weights.length) * (SIDE + GAP) + 4, CAPTION, height - CAPTION - 2 * GAP, limit);
    }

    static void drawMap(
            Graphics2D g, double[] map, double left, double top, double side, int columns, int rows, double limit) {
        double cell = side / Math.max(columns, rows);
        g.setColor(Diverging.color(0, 1));
        g.fill(new Rectangle2D.Double(left, top, cell * columns, cell * rows));
        for (int j = 0; j < map.length; j++) {
            if (map[j] != 0) {
                g.setColor(Diverging.color(map[j], limit));
                g.fill(new Rectangle2D.Double(left + j % columns * cell, top + j / columns * cell, cell, cell));
            }
        }
    }

    static void drawBar(Graphics2D g, double left, double top, double length, double limit) {
        int steps = 128;
        for (int i = 0; i < steps; i++) {
            double value = limit * (1 - (2 * i + 1.0) / steps);
            g.setColor(Diverging.color(value, limit));
            double y = top + i * length / steps;
            double end = Math.min(top + length, y + length / steps + 0.5);
            g.fill(new Rectangle2D.Double(left, y, BAR, end - y));
        }
        g.setStroke(new BasicStroke(0.7f));
        g.setColor(Ink.MUTED);
        g.draw(new Rectangle2D.Double(left, top, BAR, length));
        for (double tick : Ticks.linear(-limit, limit, 6)) {
            double y = top + length * (1 - tick / limit) / 2;
            Ink.text(g, signed(tick), Ink.TICK, Ink.MUTED, left + BAR + 6, y + 4, Ink.Anchor.START);
        }
        Ink.text(g, "weight", Ink.TICK, Ink.MUTED, left + BAR / 2, top - 8, Ink.Anchor.MIDDLE);
    }

    private static String signed(double value) {
        String text = Ticks.plain(Math.abs(value));
        return text.equals("0") ? "0" : (value < 0 ? "−" : "+") + text;
    }

    /** One class's picture at one pixel a weight, PNG: small enough to stand inside a page. */
    public byte[] thumbnail(int k) {
        BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
        for (int j = 0; j < weights[k].length; j++) {
            image.setRGB(
                    j % columns,
                    j / columns,
                    Diverging.color(weights[k][j], limit).getRGB());
        }
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
    }
}
