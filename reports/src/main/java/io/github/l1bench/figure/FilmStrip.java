package io.github.l1bench.figure;

import java.awt.Graphics2D;
import java.util.List;
import org.knowm.xchart.internal.chartpart.IChart;

/** The weights at several moments, a row of pictures each, on one symmetric scale. */
public final class FilmStrip implements IChart {
    private static final double SIDE = 66;
    private static final double GAP = 6;
    private static final double HEAD = 24;
    private static final double WORDS = 140;
    private static final double BAR_ROOM = 76;

    /**
     * One moment.
     *
     * @param name when
     * @param lines what is to be said of it
     * @param weights K pictures of values, row by row; not modified
     */
    public record Frame(String name, List<String> lines, double[][] weights) {}

    private final String title;
    private final List<Frame> frames;
    private final List<String> captions;
    private final int columns;
    private final int rows;
    private final double limit;

    /**
     * @param title of the panel, for those who list figures
     * @param frames at least one, all with the same classes and pictures
     * @param captions what stands above each column of pictures, K texts; shortened where one is wider than it
     * @param columns width of a picture
     * @param rows height of a picture
     * @param limit the colour scale runs from {@code -limit} to {@code limit}; values beyond have the end's colour
     */
    public FilmStrip(String title, List<Frame> frames, List<String> captions, int columns, int rows, double limit) {
        this.title = title;
        this.frames = List.copyOf(frames);
        this.captions = List.copyOf(captions);
        this.columns = columns;
        this.rows = rows;
        this.limit = limit;
    }

    /** The pictures of one frame, for {@link WeightMaps#thumbnail}. */
    public WeightMaps maps(int frame) {
        return new WeightMaps(frames.get(frame).name(), frames.get(frame).weights(), captions, columns, rows, limit);
    }

    @Override
    public String getTitle() {
        return title;
    }

    @Override
    public int getWidth() {
        return (int) Math.ceil(WORDS + classes() * (SIDE + GAP) + BAR_ROOM);
    }

    @Override
    public int getHeight() {
        return (int) Math.ceil(HEAD + frames.size() * (SIDE + GAP));
    }

    private int classes() {
        return frames.get(0).weights().length;
    }

    @Override
    public void paint(Graphics2D g, int width, int height) {
        for (int k = 0; k < classes(); k++) {
            Ink.text(
                    g,
                    Ink.fit(captions.get(k), Ink.TICK, SIDE),
                    Ink.TICK,
                    Ink.MUTED,
                    left(k) + SIDE / 2,
                    HEAD - 9,
                    Ink.Anchor.MIDDLE);
        }
        for (int i = 0; i < frames.size(); i++) {
            double top = HEAD + i * (SIDE + GAP);
            drawWords(g, frames.get(i), top + 22);
            for (int k = 0; k < classes(); k++) {
                WeightMaps.drawMap(g, frames.get(i).weights()[k], left(k), top, SIDE, columns, rows, limit);
            }
        }
        WeightMaps.drawBar(g, left(classes()) + 6, HEAD, frames.size() * (SIDE + GAP) - GAP, limit);
    }

    private static double left(int k) {
        return WORDS + k * (SIDE + GAP);
    }

    private static void drawWords(Graphics2D g, Frame frame, double baseline) {
        Ink.text(g, frame.name(), Ink.AXIS, Ink.TEXT, 0, baseline, Ink.Anchor.START);
        double y = baseline;
        for (String line : frame.lines()) {
            y += 16;
            Ink.text(g, line, Ink.TICK, Ink.MUTED, 0, y, Ink.Anchor.START);
        }
    }
}
