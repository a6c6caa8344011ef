package io.github.l1bench.data.generated;

/** Draws handwritten digits, one a call; one object per thread. */
public final class DigitPainter {
    private static final int PIECES = 3;

    private final InkCanvas canvas = new InkCanvas();
    private final double[] previous = new double[3];

    /** Draws row {@code row} of seed {@code seed}, 784 bytes, into {@code out}, and returns the digit it shows. */
    public int paint(long seed, long row, byte[] out) {
        RowRandom random = new RowRandom(seed, row);
        int digit = random.below(10);
        double[][] strokes = DigitShapes.strokes(digit, random.below(DigitShapes.count(digit)));
        Handwriting hand = new Handwriting(random);
        double radius = random.uniform(0.75, 1.45);
        double pressure = random.bell(0.12);
        canvas.clear();
        for (double[] stroke : strokes) {
            double[] points = new double[stroke.length];
            for (int t = 0; t < stroke.length; t += 2) {
                hand.place(stroke[t], stroke[t + 1], points, t);
            }
            draw(points, radius, pressure);
        }
        for (int pixel = 0; pixel < out.length; pixel++) {
            double ink = canvas.ink(pixel);
            out[pixel] = ink == 0 ? 0 : (byte) (int) (255 * ink * random.uniform(0.85, 1));
        }
        return digit;
    }

    // Catmull and Rom's spline: through every point, with the tangent that its neighbours give.
    private void draw(double[] points, double radius, double pressure) {
        int count = points.length / 2;
        for (int i = 0; i + 1 < count; i++) {
            for (int piece = i == 0 ? 0 : 1; piece <= PIECES; piece++) {
                double t = piece / (double) PIECES;
                double x = spline(points, 0, i, count, t);
                double y = spline(points, 1, i, count, t);
                double along = (i + t) / (count - 1);
                double r = radius * (1 + pressure * (2 * along - 1));
                if (i > 0 || piece > 0) {
                    canvas.line(previous[0], previous[1], previous[2], x, y, r);
                }
                previous[0] = x;
                previous[1] = y;
                previous[2] = r;
            }
        }
    }

    private static double spline(double[] points, int axis, int i, int count, double t) {
        double p1 = points[2 * i + axis];
        double p2 = points[2 * i + 2 + axis];
        double p0 = i > 0 ? points[2 * i - 2 + axis] : 2 * p1 - p2;
        double p3 = i + 2 < count ? points[2 * i + 4 + axis] : 2 * p2 - p1;
        double m1 = (p2 - p0) / 2;
        double m2 = (p3 - p1) / 2;
        double d = p2 - p1;
        return p1 + t * (m1 + t * (3 * d - 2 * m1 - m2 + t * (m1 + m2 - 2 * d)));
    }
}
