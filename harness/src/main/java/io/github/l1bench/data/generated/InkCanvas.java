package io.github.l1bench.data.generated;

import java.util.Arrays;

/**
 * A grey 28 x 28 picture of pen strokes, anti-aliased by distance: the ink of a pixel falls from full to none over the
 * pen's soft edge, as its distance from the nearest stroke grows.
 */
final class InkCanvas {
    static final int SIDE = 28;
    private static final double SOFTNESS = 1.6;

    private final double[] ink = new double[SIDE * SIDE];

    void clear() {
        Arrays.fill(ink, 0);
    }

    /** Draws from (x0, y0) to (x1, y1), in pixels, with a pen whose radius changes from r0 to r1. */
    void line(double x0, double y0, double r0, double x1, double y1, double r1) {
        double reach = Math.max(r0, r1) + SOFTNESS / 2;
        int left = first(Math.min(x0, x1) - reach);
        int right = last(Math.max(x0, x1) + reach);
        int top = first(Math.min(y0, y1) - reach);
        int bottom = last(Math.max(y0, y1) + reach);
        double dx = x1 - x0;
        double dy = y1 - y0;
        double squaredLength = dx * dx + dy * dy + 1e-12;
        for (int y = top; y <= bottom; y++) {
            double start = ((left - x0) * dx + (y - y0) * dy) / squaredLength;
            double step = dx / squaredLength;
            for (int x = left; x <= right; x++) {
                // the nearest point of the line is at the share t of its length
                double t = start + (x - left) * step;
                t = t < 0 ? 0 : t > 1 ? 1 : t;
                double ex = x - x0 - t * dx;
                double ey = y - y0 - t * dy;
                double squaredDistance = ex * ex + ey * ey;
                if (squaredDistance < reach * reach) {
                    double level = 0.5 + (r0 + t * (r1 - r0) - Math.sqrt(squaredDistance)) / SOFTNESS;
                    add(y * SIDE + x, level);
                }
            }
        }
    }

    private void add(int pixel, double level) {
        if (level > ink[pixel]) {
            ink[pixel] = level < 1 ? level : 1;
        }
    }

    private static int first(double coordinate) {
        return (int) Math.max(0, Math.ceil(coordinate));
    }

    private static int last(double coordinate) {
        return (int) Math.min(SIDE - 1, Math.floor(coordinate));
    }

    /** Ink of a pixel, from 0 to 1. */
    double ink(int pixel) {
        return ink[pixel];
    }
}
