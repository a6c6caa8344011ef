package io.github.l1bench.kernel;

/** exp(x) for the x of a softmax by scaling and squaring, in a form that C2 turns into vector code. */
public final class Exponential {
    /** Arguments below this are taken as this: exp(-60) = 8.8e-27 is nothing beside the 1 in a softmax's sum. */
    static final double FLOOR = -60;

    /** Up to here a Taylor polynomial of degree nine is exact to rounding. */
    public static final double SMALL = 0.117;

    private Exponential() {}

    /**
     * {@code out[i] = exp(z[i] - shift[i])} for the first {@code n} elements, for differences in [-60, 16]: relative
     * error 1e-14 near 0 and 1e-13 at -60. Smaller differences count as -60, larger ones lose accuracy; NaN stays NaN.
     *
     * <p>From t = x / 512, where a Taylor polynomial of degree nine is exact to rounding, expm1 is doubled five times by
     * expm1(2t) = q (q + 2) with q = expm1(t), which adds no error near 0; then exp is squared four times, which keeps
     * the relative accuracy of small values that q = -1 + exp would have lost.
     *
     * @param out modified; may not be {@code z} or {@code shift}
     */
    public static void shifted(double[] z, double[] shift, double[] out, int n) {
        shifted(z, shift, out, 0, n);
    }

    /** The same for the elements from {@code from} to {@code to - 1}. */
    public static void shifted(double[] z, double[] shift, double[] out, int from, int to) {
        for (int i = from; i < to; i += Vectors.CHUNK) {
            chunk(z, shift, out, i, Math.min(to, i + Vectors.CHUNK));
        }
    }

    /**
     * {@code out[i] = exp(a x[i]) - 1} for the elements from {@code from} to {@code to - 1}, for products within {@value
     * #SMALL}: relative error 1e-15 where it is largest.
     *
     * @param out modified
     */
    public static void minusOneOfSmall(double a, double[] x, double[] out, int from, int to) {
        for (int i = from; i < to; i += Vectors.CHUNK) {
            smallChunk(a, x, out, i, Math.min(to, i + Vectors.CHUNK));
        }
    }

    private static void smallChunk(double a, double[] x, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = small(a * x[i]);
        }
    }

    // exp(t) - 1 by Taylor's polynomial of degree nine.
    private static double small(double t) {
        double q = 2.7557319223985893e-6;
        q = q * t + 2.48015873015873e-5;
        q = q * t + 1.984126984126984e-4;
        q = q * t + 1.388888888888889e-3;
        q = q * t + 8.333333333333333e-3;
        q = q * t + 4.1666666666666664e-2;
        q = q * t + 0.16666666666666666;
        q = q * t + 0.5;
        q = q * t + 1;
        return q * t;
    }

    // Two loops, because C2 leaves the body of one scalar: it is too large to be unrolled.
    private static void chunk(double[] z, double[] shift, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = small(Math.max(z[i] - shift[i], FLOOR) * (1.0 / 512));
        }
        for (int i = from; i < to; i++) {
            double q = out[i];
            q = q * (q + 2);
            q = q * (q + 2);
            q = q * (q + 2);
            q = q * (q + 2);
            q = q * (q + 2);
            double e = q + 1;
            e = e * e;
            e = e * e;
            e = e * e;
            out[i] = e * e;
        }
    }
}
