package io.github.l1bench.data.generated;

/**
 * How one person once wrote one digit: a random affine map (size, aspect, slant, rotation, place), a random smooth
 * displacement of the paper (two waves), a random pen.
 */
final class Handwriting {
    private static final double MIDDLE = 13.5;
    private static final double HEIGHT = 18.5;
    private static final int WAVES = 2;

    private final RowRandom random;
    private final double xx;
    private final double xy;
    private final double yx;
    private final double yy;
    private final double left;
    private final double top;
    private final double[][] waves = new double[WAVES][];
    private final double wobble;

    Handwriting(RowRandom random) {
        this.random = random;
        double height = HEIGHT * (1 + random.bell(0.07));
        double width = height * (0.76 + random.bell(0.13));
        double slant = random.bell(0.20);
        double angle = random.bell(0.12);
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        // rotation * shear * scale
        this.xx = cos * width;
        this.xy = (-cos * slant - sin) * height;
        this.yx = sin * width;
        this.yy = (-sin * slant + cos) * height;
        this.left = MIDDLE + random.bell(0.8);
        this.top = MIDDLE + random.bell(0.8);
        for (int w = 0; w < WAVES; w++) {
            waves[w] = wave();
        }
        this.wobble = 0.025;
    }

    // direction and frequency (cycles per unit), phase, amplitude in x and y
    private double[] wave() {
        double full = 2 * Math.PI;
        double turn = random.uniform(0, full);
        double frequency = full * random.uniform(0.4, 1.1);
        return new double[] {
            frequency * StrictMath.cos(turn),
            frequency * StrictMath.sin(turn),
            random.uniform(0, full),
            random.bell(0.045),
            random.bell(0.045)
        };
    }

    /** Where the point (x, y) of the unit square lands on the 28 x 28 paper: written to {@code out}[at] and [at + 1]. */
    void place(double x, double y, double[] out, int at) {
        double u = x - 0.5 + random.bell(wobble);
        double v = y - 0.5 + random.bell(wobble);
        double du = 0;
        double dv = 0;
        for (double[] wave : waves) {
            double s = StrictMath.sin(wave[0] * u + wave[1] * v + wave[2]);
            du += wave[3] * s;
            dv += wave[4] * s;
        }
        u += du;
        v += dv;
        out[at] = left + xx * u + xy * v;
        out[at + 1] = top + yx * u + yy * v;
    }
}
