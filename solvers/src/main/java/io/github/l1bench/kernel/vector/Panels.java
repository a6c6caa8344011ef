package io.github.l1bench.kernel.vector;

import static io.github.l1bench.kernel.vector.Lanes.D;
import static io.github.l1bench.kernel.vector.Lanes.doubles;

import jdk.incubator.vector.DoubleVector;

/**
 * Products of a panel of vectors with K rows of factors, y[k] += sum_q a[k][q] x[q]: the gradient and the scores. Four
 * vectors at a time go, in blocks that stay in the first-level cache, into two rows of y at a time: six loads and two
 * stores for eight fused multiply-adds, where a plain loop has ten loads, two stores, eight products and eight sums.
 *
 * <p>A tile of y that stays in registers while many vectors are added to it would need no stores (Goto and van de Geijn,
 * 2008, ACM TOMS 34); but it reads a cache line of each of many arrays, each on a page of its own, and where the panel is
 * larger than the cache it was up to three times slower than this order, in which memory is read on end.
 */
final class Panels {
    /** Elements of a block: those of four vectors fill half of the first-level cache. */
    static final int BLOCK = 512;

    private Panels() {}

    static void combineAll(double[][] a, double[][] x, int count, double[][] y, int from, int to) {
        for (int i = from; i < to; i += BLOCK) {
            combineBlock(a, x, count, y, i, Math.min(to, i + BLOCK));
        }
    }

    private static void combineBlock(double[][] a, double[][] x, int count, double[][] y, int from, int to) {
        int q = 0;
        for (; q <= count - 4; q += 4) {
            addFour(a, q, x[q], x[q + 1], x[q + 2], x[q + 3], 0, y, from, to);
        }
        for (; q < count; q++) {
            addOne(a, q, x[q], 0, y, from, to);
        }
    }

    /**
     * Adds vectors q to q + 3.
     *
     * @param shift element i of y takes element i - shift of each
     */
    static void addFour(
            double[][] a,
            int q,
            double[] x0,
            double[] x1,
            double[] x2,
            double[] x3,
            int shift,
            double[][] y,
            int from,
            int to) {
        int k = 0;
        for (; k < y.length - 1; k += 2) {
            fourIntoTwo(x0, x1, x2, x3, shift, a[k], a[k + 1], q, y[k], y[k + 1], from, to);
        }
        if (k < y.length) {
            fourIntoOne(x0, x1, x2, x3, shift, a[k], q, y[k], from, to);
        }
    }

    /** The same for vector q alone. */
    static void addOne(double[][] a, int q, double[] x, int shift, double[][] y, int from, int to) {
        for (int k = 0; k < y.length; k++) {
            oneIntoOne(x, shift, a[k][q], y[k], from, to);
        }
    }

    private static void fourIntoTwo(
            double[] x0,
            double[] x1,
            double[] x2,
            double[] x3,
            int shift,
            double[] a,
            double[] b,
            int q,
            double[] y,
            double[] z,
            int from,
            int to) {
        DoubleVector a0 = doubles(a[q]), a1 = doubles(a[q + 1]), a2 = doubles(a[q + 2]), a3 = doubles(a[q + 3]);
        DoubleVector b0 = doubles(b[q]), b1 = doubles(b[q + 1]), b2 = doubles(b[q + 2]), b3 = doubles(b[q + 3]);
        int i = from;
        for (; i <= to - D; i += D) {
            DoubleVector u0 = doubles(x0, i - shift);
            DoubleVector u1 = doubles(x1, i - shift);
            DoubleVector u2 = doubles(x2, i - shift);
            DoubleVector u3 = doubles(x3, i - shift);
            u3.fma(a3, u2.fma(a2, u1.fma(a1, u0.fma(a0, doubles(y, i))))).intoArray(y, i);
            u3.fma(b3, u2.fma(b2, u1.fma(b1, u0.fma(b0, doubles(z, i))))).intoArray(z, i);
        }
        for (int j = i - shift; i < to; i++, j++) {
            y[i] += (a[q] * x0[j] + a[q + 1] * x1[j]) + (a[q + 2] * x2[j] + a[q + 3] * x3[j]);
            z[i] += (b[q] * x0[j] + b[q + 1] * x1[j]) + (b[q + 2] * x2[j] + b[q + 3] * x3[j]);
        }
    }

    private static void fourIntoOne(
            double[] x0,
            double[] x1,
            double[] x2,
            double[] x3,
            int shift,
            double[] a,
            int q,
            double[] y,
            int from,
            int to) {
        DoubleVector a0 = doubles(a[q]), a1 = doubles(a[q + 1]), a2 = doubles(a[q + 2]), a3 = doubles(a[q + 3]);
        int i = from;
        for (; i <= to - D; i += D) {
            DoubleVector sum = doubles(x0, i - shift).fma(a0, doubles(y, i));
            sum = doubles(x1, i - shift).fma(a1, sum);
            sum = doubles(x2, i - shift).fma(a2, sum);
            doubles(x3, i - shift).fma(a3, sum).intoArray(y, i);
        }
        for (int j = i - shift; i < to; i++, j++) {
            y[i] += (a[q] * x0[j] + a[q + 1] * x1[j]) + (a[q + 2] * x2[j] + a[q + 3] * x3[j]);
        }
    }

    private static void oneIntoOne(double[] x, int shift, double a, double[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] += a * x[i - shift];
        }
    }
}
