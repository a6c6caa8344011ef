package io.github.l1bench.kernel.vector;

import static io.github.l1bench.kernel.vector.Lanes.F;
import static io.github.l1bench.kernel.vector.Lanes.FLOATS;
import static io.github.l1bench.kernel.vector.Lanes.READ_BYTES;
import static io.github.l1bench.kernel.vector.Lanes.floats;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/** Combinations of vectors of bytes, eight at a time, and their products with floats element by element. */
final class ByteSums {
    private static final int GROUP = 8;

    private ByteSums() {}

    static void combine(float[] a, byte[][] x, int terms, float[] y, int from, int to) {
        Arrays.fill(y, from, to, 0);
        int whole = end(from, to);
        int q = 0;
        for (; q <= terms - GROUP; q += GROUP) {
            addEight(y, a, q, x[q], x[q + 1], x[q + 2], x[q + 3], x[q + 4], x[q + 5], x[q + 6], x[q + 7], from, whole);
            for (int t = q; t < q + GROUP; t++) {
                addRest(a[t], x[t], y, whole, to);
            }
        }
        for (; q < terms; q++) {
            addOne(y, a[q], x[q], from, whole);
            addRest(a[q], x[q], y, whole, to);
        }
    }

    // Where registers end that do not read beyond `to`.
    private static int end(int from, int to) {
        return to - from < READ_BYTES ? from : from + (to - from - READ_BYTES) / F * F + F;
    }

    private static void addEight(
            float[] y,
            float[] a,
            int q,
            byte[] x0,
            byte[] x1,
            byte[] x2,
            byte[] x3,
            byte[] x4,
            byte[] x5,
            byte[] x6,
            byte[] x7,
            int from,
            int to) {
        FloatVector a0 = floats(a[q]);
        FloatVector a1 = floats(a[q + 1]);
        FloatVector a2 = floats(a[q + 2]);
        FloatVector a3 = floats(a[q + 3]);
        FloatVector a4 = floats(a[q + 4]);
        FloatVector a5 = floats(a[q + 5]);
        FloatVector a6 = floats(a[q + 6]);
        FloatVector a7 = floats(a[q + 7]);
        for (int i = from; i < to; i += F) {
            FloatVector even = floats(y, i), odd = FloatVector.zero(FLOATS);
            even = a0.fma(floats(x0, i), even);
            odd = a1.fma(floats(x1, i), odd);
            even = a2.fma(floats(x2, i), even);
            odd = a3.fma(floats(x3, i), odd);
            even = a4.fma(floats(x4, i), even);
            odd = a5.fma(floats(x5, i), odd);
            even = a6.fma(floats(x6, i), even);
            odd = a7.fma(floats(x7, i), odd);
            even.add(odd).intoArray(y, i);
        }
    }

    private static void addOne(float[] y, float a, byte[] x, int from, int to) {
        FloatVector factor = floats(a);
        for (int i = from; i < to; i += F) {
            factor.fma(floats(x, i), floats(y, i)).intoArray(y, i);
        }
    }

    private static void addRest(float a, byte[] x, float[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] += a * x[i];
        }
    }

    static void multiply(float[] w, float scale, byte[] x, float shift, float[] out, int n) {
        FloatVector by = floats(scale), minus = floats(-shift);
        int i = 0;
        for (; i <= n - READ_BYTES; i += F) {
            by.fma(floats(x, i), minus).mul(floats(w, i)).intoArray(out, i);
        }
        for (; i < n; i++) {
            out[i] = w[i] * (scale * x[i] - shift);
        }
    }
}
