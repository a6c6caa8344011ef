package io.github.l1bench.figure;

/** For what room a figure is drawn. Text has the same size in both, so that it stays readable. */
public enum Layout {
    /** For files and wide windows: charts side by side, names left of their rows. */
    WIDE(560, 16, 440, 340),
    /** For a phone: charts below each other, names above their rows. */
    NARROW(374, 8, 358, 290);

    final int figureWidth;
    final int margin;
    final int chartWidth;
    final int chartHeight;

    Layout(int figureWidth, int margin, int chartWidth, int chartHeight) {
        this.figureWidth = figureWidth;
        this.margin = margin;
        this.chartWidth = chartWidth;
        this.chartHeight = chartHeight;
    }

    /** The width of the only chart in a row. */
    public int chartWidth() {
        return chartWidth;
    }

    /** Whether the rows of a chart need names of their own, though the chart before it has the same rows. */
    public boolean repeatsNames() {
        return this == NARROW;
    }
}
