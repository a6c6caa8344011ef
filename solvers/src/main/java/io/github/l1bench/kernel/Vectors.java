package io.github.l1bench.kernel;

/** Sums, inner products and linear combinations of vectors that are arrays of their own. */
public final class Vectors {
    /** Elements handled by one call of an inner kernel. */
    static final int CHUNK = 128;

    private Vectors() {}

    /** The sum of the first {@code n} elements of {@code x}. */
    public static double sum(double[] x, int n) {
        double total = 0;
        for (int i = 0; i < n; i += CHUNK) {
            total += sumChunk(x, i, Math.min(n, i + CHUNK));
        }
        return total;
    }

    private static double sumChunk(double[] x, int from, int to) {
        double a = 0, b = 0, c = 0, d = 0;
        int i = from;
        for (; i + 4 <= to; i += 4) {
            a += x[i];
            b += x[i + 1];
            c += x[i + 2];
            d += x[i + 3];
        }
        for (; i < to; i++) {
            a += x[i];
        }
        return (a + b) + (c + d);
    }

    /** The inner product of the first {@code n} elements of {@code x} and {@code y}. */
    public static double dot(double[] x, double[] y, int n) {
        double total = 0;
        for (int i = 0; i < n; i += CHUNK) {
            total += dotChunk(x, y, i, Math.min(n, i + CHUNK));
        }
        return total;
    }

    private static double dotChunk(double[] x, double[] y, int from, int to) {
        double a = 0, b = 0, c = 0, d = 0;
        int i = from;
        for (; i + 4 <= to; i += 4) {
            a += x[i] * y[i];
            b += x[i + 1] * y[i + 1];
            c += x[i + 2] * y[i + 2];
            d += x[i + 3] * y[i + 3];
        }
        for (; i < to; i++) {
            a += x[i] * y[i];
        }
        return (a + b) + (c + d);
    }

    /** {@code y += a x} on the first {@code n} elements. {@code y} is modified. */
    public static void axpy(double a, double[] x, double[] y, int n) {
        for (int i = 0; i < n; i += CHUNK) {
            axpyChunk(a, x, y, i, Math.min(n, i + CHUNK));
        }
    }

    private static void axpyChunk(double a, double[] x, double[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] += a * x[i];
        }
    }

    /** {@code a[i] = max(a[i], b[i])} on the first {@code n} elements. {@code a} is modified. */
    public static void maximum(double[] a, double[] b, int n) {
        for (int i = 0; i < n; i++) {
            a[i] = Math.max(a[i], b[i]);
        }
    }

    /** {@code y += a} on the first {@code n} elements. {@code y} is modified. */
    public static void add(double a, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] += a;
        }
    }

    /**
     * {@code y += sum_q a[q] x[index[q]]} for q below {@code count}: eight vectors at a time, so that {@code y} is read
     * and written once for eight multiply-adds an element.
     *
     * @param a the factors, {@code count} of them
     * @param x the vectors, each of at least {@code n} elements
     * @param index which vectors to combine, {@code count} of them
     * @param y the result, modified
     */
    public static void combine(double[] a, double[][] x, int[] index, int count, double[] y, int n) {
        int q = 0;
        for (; q + 8 <= count; q += 8) {
            combineEight(a, x, index, q, y, n);
        }
        for (; q < count; q++) {
            axpy(a[q], x[index[q]], y, n);
        }
    }

    private static void combineEight(double[] a, double[][] x, int[] index, int q, double[] y, int n) {
        double[] x0 = x[index[q]], x1 = x[index[q + 1]], x2 = x[index[q + 2]], x3 = x[index[q + 3]];
        double[] x4 = x[index[q + 4]], x5 = x[index[q + 5]], x6 = x[index[q + 6]], x7 = x[index[q + 7]];
        double a0 = a[q], a1 = a[q + 1], a2 = a[q + 2], a3 = a[q + 3];
        double a4 = a[q + 4], a5 = a[q + 5], a6 = a[q + 6], a7 = a[q + 7];
        for (int i = 0; i < n; i += CHUNK) {
            int to = Math.min(n, i + CHUNK);
            eightChunk(y, x0, x1, x2, x3, x4, x5, x6, x7, a0, a1, a2, a3, a4, a5, a6, a7, i, to);
        }
    }

    private static void eightChunk(
            double[] y,
            double[] x0,
            double[] x1,
            double[] x2,
            double[] x3,
            double[] x4,
            double[] x5,
            double[] x6,
            double[] x7,
            double a0,
            double a1,
            double a2,
            double a3,
            double a4,
            double a5,
            double a6,
            double a7,
            int from,
            int to) {
        for (int i = from; i < to; i++) {
            y[i] += ((a0 * x0[i] + a1 * x1[i]) + (a2 * x2[i] + a3 * x3[i]))
                    + ((a4 * x4[i] + a5 * x5[i]) + (a6 * x6[i] + a7 * x7[i]));
        }
    }

    /** The soft threshold of Donoho: sign(v) max(|v| - t, 0), the proximal operator of t |.|, for t >= 0. */
    public static double softThreshold(double v, double t) {
        return v > t ? v - t : v < -t ? v + t : v != v ? v : 0;
    }
}
