package io.github.l1bench.kernel.vector;

import static io.github.l1bench.kernel.vector.Lanes.D;
import static io.github.l1bench.kernel.vector.Lanes.DOUBLES;
import static io.github.l1bench.kernel.vector.Lanes.doubles;

import jdk.incubator.vector.DoubleVector;

/** Sums over the nonzeros of a sparse column of groups of numbers, a group being one to three registers at a time. */
final class Gathers {
    private Gathers() {}

    static int paddedWidth(int classes) {
        return (classes + D - 1) / D * D;
    }

    static void gather(int[] index, double[] value, int from, int to, double[] v, int width, double[] out) {
        int k = 0;
        for (; k <= width - 3 * D; k += 3 * D) {
            three(index, value, from, to, v, width, k, out);
        }
        if (k <= width - 2 * D) {
            two(index, value, from, to, v, width, k, out);
            k += 2 * D;
        }
        for (; k < width; k += D) {
            one(index, value, from, to, v, width, k, out);
        }
    }

    // Two nonzeros at a time: six sums hide the latency of the multiply-adds.
    private static void three(
            int[] index, double[] value, int from, int to, double[] v, int width, int k, double[] out) {
        DoubleVector a0 = DoubleVector.zero(DOUBLES), a1 = a0, a2 = a0, b0 = a0, b1 = a0, b2 = a0;
        int t = from;
        for (; t < to - 1; t += 2) {
            DoubleVector x = doubles(value[t]);
            int o = index[t] * width + k;
            a0 = x.fma(doubles(v, o), a0);
            a1 = x.fma(doubles(v, o + D), a1);
            a2 = x.fma(doubles(v, o + 2 * D), a2);
            DoubleVector y = doubles(value[t + 1]);
            int p = index[t + 1] * width + k;
            b0 = y.fma(doubles(v, p), b0);
            b1 = y.fma(doubles(v, p + D), b1);
            b2 = y.fma(doubles(v, p + 2 * D), b2);
        }
        if (t < to) {
            DoubleVector x = doubles(value[t]);
            int o = index[t] * width + k;
            a0 = x.fma(doubles(v, o), a0);
            a1 = x.fma(doubles(v, o + D), a1);
            a2 = x.fma(doubles(v, o + 2 * D), a2);
        }
        a0.add(b0).intoArray(out, k);
        a1.add(b1).intoArray(out, k + D);
        a2.add(b2).intoArray(out, k + 2 * D);
    }

    private static void two(int[] index, double[] value, int from, int to, double[] v, int width, int k, double[] out) {
        DoubleVector a0 = DoubleVector.zero(DOUBLES), a1 = a0, b0 = a0, b1 = a0, c0 = a0, c1 = a0, d0 = a0, d1 = a0;
        int t = from;
        for (; t < to - 3; t += 4) {
            DoubleVector x = doubles(value[t]);
            int o = index[t] * width + k;
            a0 = x.fma(doubles(v, o), a0);
            a1 = x.fma(doubles(v, o + D), a1);
            x = doubles(value[t + 1]);
            o = index[t + 1] * width + k;
            b0 = x.fma(doubles(v, o), b0);
            b1 = x.fma(doubles(v, o + D), b1);
            x = doubles(value[t + 2]);
            o = index[t + 2] * width + k;
            c0 = x.fma(doubles(v, o), c0);
            c1 = x.fma(doubles(v, o + D), c1);
            x = doubles(value[t + 3]);
            o = index[t + 3] * width + k;
            d0 = x.fma(doubles(v, o), d0);
            d1 = x.fma(doubles(v, o + D), d1);
        }
        for (; t < to; t++) {
            DoubleVector x = doubles(value[t]);
            int o = index[t] * width + k;
            a0 = x.fma(doubles(v, o), a0);
            a1 = x.fma(doubles(v, o + D), a1);
        }
        a0.add(b0).add(c0.add(d0)).intoArray(out, k);
        a1.add(b1).add(c1.add(d1)).intoArray(out, k + D);
    }

    private static void one(int[] index, double[] value, int from, int to, double[] v, int width, int k, double[] out) {
        DoubleVector a = DoubleVector.zero(DOUBLES), b = a, c = a, d = a;
        int t = from;
        for (; t < to - 3; t += 4) {
            a = doubles(value[t]).fma(doubles(v, index[t] * width + k), a);
            b = doubles(value[t + 1]).fma(doubles(v, index[t + 1] * width + k), b);
            c = doubles(value[t + 2]).fma(doubles(v, index[t + 2] * width + k), c);
            d = doubles(value[t + 3]).fma(doubles(v, index[t + 3] * width + k), d);
        }
        for (; t < to; t++) {
            a = doubles(value[t]).fma(doubles(v, index[t] * width + k), a);
        }
        a.add(b).add(c.add(d)).intoArray(out, k);
    }
}
