package io.github.l1bench.kernel.vector;

import static io.github.l1bench.kernel.vector.Lanes.D;
import static io.github.l1bench.kernel.vector.Lanes.DOUBLES;
import static io.github.l1bench.kernel.vector.Lanes.doubles;
import static jdk.incubator.vector.VectorOperators.ADD;

import jdk.incubator.vector.DoubleVector;

/** Sums of doubles, which C2 leaves scalar: it may not change the order of additions. Four registers hide their latency. */
final class Sums {
    private Sums() {}

    static double sum(double[] x, int n) {
        DoubleVector a = DoubleVector.zero(DOUBLES), b = a, c = a, d = a;
        int i = 0;
        for (; i <= n - 4 * D; i += 4 * D) {
            a = a.add(doubles(x, i));
            b = b.add(doubles(x, i + D));
            c = c.add(doubles(x, i + 2 * D));
            d = d.add(doubles(x, i + 3 * D));
        }
        double total = a.add(b).add(c.add(d)).reduceLanes(ADD);
        for (; i < n; i++) {
            total += x[i];
        }
        return total;
    }

    static double dot(double[] x, double[] y, int n) {
        DoubleVector a = DoubleVector.zero(DOUBLES), b = a, c = a, d = a;
        int i = 0;
        for (; i <= n - 4 * D; i += 4 * D) {
            a = doubles(x, i).fma(doubles(y, i), a);
            b = doubles(x, i + D).fma(doubles(y, i + D), b);
            c = doubles(x, i + 2 * D).fma(doubles(y, i + 2 * D), c);
            d = doubles(x, i + 3 * D).fma(doubles(y, i + 3 * D), d);
        }
        double total = a.add(b).add(c.add(d)).reduceLanes(ADD);
        for (; i < n; i++) {
            total += x[i] * y[i];
        }
        return total;
    }

    static double dotOfDifferences(double[] a, double[] b, double[] c, double[] d, int n) {
        DoubleVector even = DoubleVector.zero(DOUBLES), odd = even;
        int i = 0;
        for (; i <= n - 2 * D; i += 2 * D) {
            even = doubles(a, i).sub(doubles(b, i)).fma(doubles(c, i).sub(doubles(d, i)), even);
            odd = doubles(a, i + D).sub(doubles(b, i + D)).fma(doubles(c, i + D).sub(doubles(d, i + D)), odd);
        }
        double total = even.add(odd).reduceLanes(ADD);
        for (; i < n; i++) {
            total += (a[i] - b[i]) * (c[i] - d[i]);
        }
        return total;
    }

    /** {@code out[k] = w[k] . x}: five at a time, two registers of each, so that x is read once for ten multiply-adds. */
    static void innerProducts(double[][] w, double[] x, int n, double[] out) {
        int k = 0;
        for (; k + 5 <= w.length; k += 5) {
            five(w[k], w[k + 1], w[k + 2], w[k + 3], w[k + 4], x, n, k, out);
        }
        for (; k < w.length; k++) {
            out[k] = dot(w[k], x, n);
        }
    }

    private static void five(
            double[] w0, double[] w1, double[] w2, double[] w3, double[] w4, double[] x, int n, int k, double[] out) {
        DoubleVector a0 = DoubleVector.zero(DOUBLES), a1 = a0, a2 = a0, a3 = a0, a4 = a0;
        DoubleVector b0 = a0, b1 = a0, b2 = a0, b3 = a0, b4 = a0;
        int i = 0;
        for (; i <= n - 2 * D; i += 2 * D) {
            DoubleVector u = doubles(x, i);
            DoubleVector v = doubles(x, i + D);
            a0 = u.fma(doubles(w0, i), a0);
            b0 = v.fma(doubles(w0, i + D), b0);
            a1 = u.fma(doubles(w1, i), a1);
            b1 = v.fma(doubles(w1, i + D), b1);
            a2 = u.fma(doubles(w2, i), a2);
            b2 = v.fma(doubles(w2, i + D), b2);
            a3 = u.fma(doubles(w3, i), a3);
            b3 = v.fma(doubles(w3, i + D), b3);
            a4 = u.fma(doubles(w4, i), a4);
            b4 = v.fma(doubles(w4, i + D), b4);
        }
        out[k] = a0.add(b0).reduceLanes(ADD) + rest(w0, x, i, n);
        out[k + 1] = a1.add(b1).reduceLanes(ADD) + rest(w1, x, i, n);
        out[k + 2] = a2.add(b2).reduceLanes(ADD) + rest(w2, x, i, n);
        out[k + 3] = a3.add(b3).reduceLanes(ADD) + rest(w3, x, i, n);
        out[k + 4] = a4.add(b4).reduceLanes(ADD) + rest(w4, x, i, n);
    }

    private static double rest(double[] w, double[] x, int from, int n) {
        double total = 0;
        for (int i = from; i < n; i++) {
            total += w[i] * x[i];
        }
        return total;
    }
}
