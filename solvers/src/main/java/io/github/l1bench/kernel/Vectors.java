package io.github.l1bench.kernel;

/** Sums, inner products and linear combinations of vectors that are arrays of their own. */
public final class Vectors {
    /** Elements handled by one call of an inner kernel. */
    static final int CHUNK = 128;

    // Of sums of several vectors: long enough to amortise a call of nine arguments, four pieces fill 16 KB.
    private static final int BLOCK = 512;

    private Vectors() {}

    /** The sum of the first {@code n} elements of {@code x}. */
    public static double sum(double[] x, int n) {
        double total = 0;
        for (int i = 0; i < n; i += CHUNK) {
            total += sumChunk(x, i, Math.min(n, i + CHUNK));
        }
        return total;
    }

    // Limits are written as to - 3 because C2 keeps its range checks where it is i + 4 <= to.
    private static double sumChunk(double[] x, int from, int to) {
        double a = 0, b = 0, c = 0, d = 0;
        int i = from;
        for (; i < to - 3; i += 4) {
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
        for (; i < to - 3; i += 4) {
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

    /** {@code sum_i (a_i - b_i) (c_i - d_i)} over the first {@code n} elements. */
    public static double dotOfDifferences(double[] a, double[] b, double[] c, double[] d, int n) {
        double total = 0;
        for (int i = 0; i < n; i += CHUNK) {
            total += dotOfDifferencesChunk(a, b, c, d, i, Math.min(n, i + CHUNK));
        }
        return total;
    }

    private static double dotOfDifferencesChunk(double[] a, double[] b, double[] c, double[] d, int from, int to) {
        double even = 0, odd = 0;
        int i = from;
        for (; i < to - 1; i += 2) {
            even += (a[i] - b[i]) * (c[i] - d[i]);
            odd += (a[i + 1] - b[i + 1]) * (c[i + 1] - d[i + 1]);
        }
        for (; i < to; i++) {
            even += (a[i] - b[i]) * (c[i] - d[i]);
        }
        return even + odd;
    }

    /** {@code y += a x} on the first {@code n} elements. {@code y} is modified. */
    public static void axpy(double a, double[] x, double[] y, int n) {
        axpy(a, x, y, 0, n);
    }

    /** {@code y += a x} on the elements from {@code from} to {@code to - 1}. {@code y} is modified. */
    public static void axpy(double a, double[] x, double[] y, int from, int to) {
        for (int i = from; i < to; i += CHUNK) {
            axpyChunk(a, x, y, i, Math.min(to, i + CHUNK));
        }
    }

    private static void axpyChunk(double a, double[] x, double[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] += a * x[i];
        }
    }

    /** {@code out = x + y} on the first {@code n} elements. {@code out} is modified. */
    public static void add(double[] x, double[] y, double[] out, int n) {
        for (int i = 0; i < n; i += CHUNK) {
            addChunk(x, y, out, i, Math.min(n, i + CHUNK));
        }
    }

    private static void addChunk(double[] x, double[] y, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = x[i] + y[i];
        }
    }

    /** {@code out = x + a (x - y)} on the first {@code n} elements. {@code out} is modified. */
    public static void extrapolate(double a, double[] x, double[] y, double[] out, int n) {
        for (int i = 0; i < n; i += CHUNK) {
            extrapolateChunk(a, x, y, out, i, Math.min(n, i + CHUNK));
        }
    }

    private static void extrapolateChunk(double a, double[] x, double[] y, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = x[i] + a * (x[i] - y[i]);
        }
    }

    /** {@code x *= a} on the first {@code n} elements. {@code x} is modified. */
    public static void scale(double a, double[] x, int n) {
        for (int i = 0; i < n; i++) {
            x[i] *= a;
        }
    }

    /** {@code y = max(x, y)} on the elements from {@code from} to {@code to - 1}. {@code y} is modified. */
    public static void maximum(double[] x, double[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] = Math.max(x[i], y[i]);
        }
    }

    /** The largest |x_i| of the first {@code n} elements. */
    public static double maxAbs(double[] x, int n) {
        return maxAbs(x, 0, n);
    }

    /** The largest |x_i| of the elements from {@code from} to {@code to - 1}. */
    public static double maxAbs(double[] x, int from, int to) {
        double largest = 0;
        for (int i = from; i < to; i++) {
            largest = Math.max(largest, Math.abs(x[i]));
        }
        return largest;
    }

    /** {@code y += a} on the first {@code n} elements. {@code y} is modified. */
    public static void add(double a, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] += a;
        }
    }

    /**
     * {@code y += sum_q a[q] x[index[q]]} for q below {@code count}: four vectors at a time, so that {@code y} is read
     * and written once for four multiply-adds an element. (C2 leaves a loop over more than five vectors scalar.)
     *
     * @param a the factors, {@code count} of them
     * @param x the vectors, each of at least {@code n} elements
     * @param index which vectors to combine, {@code count} of them
     * @param y the result, modified
     */
    public static void combine(double[] a, double[][] x, int[] index, int count, double[] y, int n) {
        int q = 0;
        for (; q + 4 <= count; q += 4) {
            double[] x0 = x[index[q]], x1 = x[index[q + 1]], x2 = x[index[q + 2]], x3 = x[index[q + 3]];
            for (int i = 0; i < n; i += BLOCK) {
                fourBlock(x0, x1, x2, x3, a[q], a[q + 1], a[q + 2], a[q + 3], y, i, Math.min(n, i + BLOCK));
            }
        }
        for (; q < count; q++) {
            axpy(a[q], x[index[q]], y, n);
        }
    }

    /**
     * {@code y[k] += sum_q a[k][q] x[q]} for all k, on the elements from {@code from} to {@code to - 1}, in blocks, so
     * that four pieces of vectors stay in the first-level cache while they are added to every y.
     *
     * @param a K rows of factors, {@code count} in each
     * @param x {@code count} vectors of at least {@code to} elements
     * @param y K results of at least {@code to} elements, modified
     */
    public static void combineAll(double[][] a, double[][] x, int count, double[][] y, int from, int to) {
        for (int i = from; i < to; i += BLOCK) {
            combineBlock(a, x, count, y, i, Math.min(to, i + BLOCK));
        }
    }

    private static void combineBlock(double[][] a, double[][] x, int count, double[][] y, int from, int to) {
        int q = 0;
        for (; q + 4 <= count; q += 4) {
            double[] x0 = x[q], x1 = x[q + 1], x2 = x[q + 2], x3 = x[q + 3];
            for (int k = 0; k < y.length; k++) {
                double[] f = a[k];
                fourBlock(x0, x1, x2, x3, f[q], f[q + 1], f[q + 2], f[q + 3], y[k], from, to);
            }
        }
        for (; q < count; q++) {
            for (int k = 0; k < y.length; k++) {
                axpyChunk(a[k][q], x[q], y[k], from, to);
            }
        }
    }

    private static void fourBlock(
            double[] x0,
            double[] x1,
            double[] x2,
            double[] x3,
            double a0,
            double a1,
            double a2,
            double a3,
            double[] y,
            int from,
            int to) {
        for (int i = from; i < to; i++) {
            y[i] += (a0 * x0[i] + a1 * x1[i]) + (a2 * x2[i] + a3 * x3[i]);
        }
    }

    /** The soft threshold of Donoho: sign(v) max(|v| - t, 0), the proximal operator of t |.|, for t >= 0. */
    public static double softThreshold(double v, double t) {
        return v > t ? v - t : v < -t ? v + t : v != v ? v : 0;
    }
}
