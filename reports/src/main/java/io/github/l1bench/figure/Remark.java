package io.github.l1bench.figure;

import java.awt.Graphics2D;
import org.knowm.xchart.internal.chartpart.IChart;

/** A sentence in place of a chart that has nothing to draw. */
record Remark(String getTitle, int getWidth, int getHeight) implements IChart {
    @Override
    public void paint(Graphics2D g, int width, int height) {
        Ink.text(g, getTitle, Ink.AXIS, Ink.MUTED, width / 2.0, height / 2.0, Ink.Anchor.MIDDLE);
    }
}
