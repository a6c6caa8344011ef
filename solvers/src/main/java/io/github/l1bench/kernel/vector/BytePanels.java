package io.github.l1bench.kernel.vector;

import static io.github.l1bench.kernel.Kernels.EXCESS;
import static io.github.l1bench.kernel.vector.Lanes.D;
import static io.github.l1bench.kernel.vector.Lanes.DOUBLES;
import static io.github.l1bench.kernel.vector.Lanes.F;
import static io.github.l1bench.kernel.vector.Lanes.READ_BYTES;
import static io.github.l1bench.kernel.vector.Lanes.doubles;
import static io.github.l1bench.kernel.vector.Lanes.floats;
import static jdk.incubator.vector.VectorOperators.F2D;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;

/**
 * {@link Panels} of bytes that stand for the numbers from 0 to 255. For many rows of y a block of four vectors becomes
 * doubles once, in the first-level cache; for a single one bytes become doubles in registers. The sum with 128 is exact.
 * Halves of floats are written out: named by methods, which C2 left as calls in places, they cost FISTA 1.4 times its time.
 */
final class BytePanels {
    private BytePanels() {}

    static void combineAll(double[][] a, byte[][] x, int count, double[][] y, int from, int to) {
        if (y.length == 1) {
            combine(a[0], x, count, y[0], from, to);
            return;
        }
        double[][] wide = new double[4][Math.min(Panels.BLOCK, Math.max(0, to - from))];
        for (int i = from; i < to; i += Panels.BLOCK) {
            combineBlock(a, x, count, wide, y, i, Math.min(to, i + Panels.BLOCK));
        }
    }

    private static void combineBlock(
            double[][] a, byte[][] x, int count, double[][] wide, double[][] y, int from, int to) {
        int q = 0;
        for (; q <= count - 4; q += 4) {
            for (int t = 0; t < 4; t++) {
                widen(x[q + t], from, to, wide[t]);
            }
            Panels.addFour(a, q, wide[0], wide[1], wide[2], wide[3], from, y, from, to);
        }
        for (; q < count; q++) {
            widen(x[q], from, to, wide[0]);
            Panels.addOne(a, q, wide[0], from, y, from, to);
        }
    }

    private static void widen(byte[] x, int from, int to, double[] out) {
        FloatVector excess = floats(EXCESS);
        int i = from;
        for (; i <= to - READ_BYTES; i += F) {
            FloatVector f = floats(x, i).add(excess);
            ((DoubleVector) f.convertShape(F2D, DOUBLES, 0)).intoArray(out, i - from);
            ((DoubleVector) f.convertShape(F2D, DOUBLES, 1)).intoArray(out, i - from + D);
        }
        for (; i < to; i++) {
            out[i - from] = x[i] + EXCESS;
        }
    }

    private static void combine(double[] a, byte[][] x, int count, double[] y, int from, int to) {
        int q = 0;
        for (; q <= count - 4; q += 4) {
            four(x[q], x[q + 1], x[q + 2], x[q + 3], a, q, y, from, to);
        }
        for (; q < count; q++) {
            one(x[q], a[q], y, from, to);
        }
    }

    private static void four(
            byte[] x0, byte[] x1, byte[] x2, byte[] x3, double[] a, int q, double[] y, int from, int to) {
        FloatVector excess = floats(EXCESS);
        DoubleVector a0 = doubles(a[q]), a1 = doubles(a[q + 1]), a2 = doubles(a[q + 2]), a3 = doubles(a[q + 3]);
        int i = from;
        for (; i <= to - READ_BYTES; i += F) {
            FloatVector f = floats(x0, i).add(excess);
            DoubleVector low = ((DoubleVector) f.convertShape(F2D, DOUBLES, 0)).fma(a0, doubles(y, i));
            DoubleVector high = ((DoubleVector) f.convertShape(F2D, DOUBLES, 1)).fma(a0, doubles(y, i + D));
            f = floats(x1, i).add(excess);
            low = ((DoubleVector) f.convertShape(F2D, DOUBLES, 0)).fma(a1, low);
            high = ((DoubleVector) f.convertShape(F2D, DOUBLES, 1)).fma(a1, high);
            f = floats(x2, i).add(excess);
            low = ((DoubleVector) f.convertShape(F2D, DOUBLES, 0)).fma(a2, low);
            high = ((DoubleVector) f.convertShape(F2D, DOUBLES, 1)).fma(a2, high);
            f = floats(x3, i).add(excess);
            ((DoubleVector) f.convertShape(F2D, DOUBLES, 0)).fma(a3, low).intoArray(y, i);
            ((DoubleVector) f.convertShape(F2D, DOUBLES, 1)).fma(a3, high).intoArray(y, i + D);
        }
        for (; i < to; i++) {
            y[i] += (a[q] * (x0[i] + EXCESS) + a[q + 1] * (x1[i] + EXCESS))
                    + (a[q + 2] * (x2[i] + EXCESS) + a[q + 3] * (x3[i] + EXCESS));
        }
    }

    private static void one(byte[] x, double a, double[] y, int from, int to) {
        FloatVector excess = floats(EXCESS);
        DoubleVector factor = doubles(a);
        int i = from;
        for (; i <= to - READ_BYTES; i += F) {
            FloatVector f = floats(x, i).add(excess);
            ((DoubleVector) f.convertShape(F2D, DOUBLES, 0))
                    .fma(factor, doubles(y, i))
                    .intoArray(y, i);
            ((DoubleVector) f.convertShape(F2D, DOUBLES, 1))
                    .fma(factor, doubles(y, i + D))
                    .intoArray(y, i + D);
        }
        for (; i < to; i++) {
            y[i] += a * (x[i] + EXCESS);
        }
    }
}
