package io.github.l1bench.kernel.vector;

import static io.github.l1bench.kernel.vector.Lanes.F;
import static io.github.l1bench.kernel.vector.Lanes.FLOATS;
import static io.github.l1bench.kernel.vector.Lanes.READ_BYTES;
import static io.github.l1bench.kernel.vector.Lanes.floats;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * Inner products of one vector of floats with many of bytes, eight at a time as in {@link ManyDots}. Where the vectors are
 * larger than the cache a quarter of the memory is what counts, and a conversion costs no more than it hides.
 */
final class ByteDots {
    private static final int GROUP = 8;
    // Numbers that the lanes of a register share and add up before their sums go to memory: sums of sums round less.
    private static final int BLOCK = 2048;

    private ByteDots() {}

    static void dots(float[] v, byte[][] x, int[] index, int from, int to, int n, float[] scratch, double[] out) {
        int whole = n < READ_BYTES ? 0 : (n - READ_BYTES) / F * F + F;
        int a = from;
        for (; a <= to - GROUP; a += GROUP) {
            Arrays.fill(scratch, 0, GROUP * F, 0);
            for (int i = 0; i < whole; i += BLOCK) {
                eight(v, x, index, a, i, Math.min(whole, i + BLOCK), scratch);
            }
            for (int q = 0; q < GROUP; q++) {
                out[a + q] = ManyDots.sum(scratch, q * F, (q + 1) * F) + rest(v, x[index[a + q]], whole, n);
            }
        }
        for (; a < to; a++) {
            Arrays.fill(scratch, 0, 2 * F, 0);
            for (int i = 0; i < whole; i += BLOCK) {
                one(v, x[index[a]], i, Math.min(whole, i + BLOCK), scratch);
            }
            out[a] = ManyDots.sum(scratch, 0, 2 * F) + rest(v, x[index[a]], whole, n);
        }
    }

    private static void eight(float[] v, byte[][] x, int[] index, int a, int from, int to, float[] sums) {
        byte[] x0 = x[index[a]], x1 = x[index[a + 1]], x2 = x[index[a + 2]], x3 = x[index[a + 3]];
        byte[] x4 = x[index[a + 4]], x5 = x[index[a + 5]], x6 = x[index[a + 6]], x7 = x[index[a + 7]];
        addEight(v, x0, x1, x2, x3, x4, x5, x6, x7, from, to, sums);
    }

    private static void addEight(
            float[] v,
            byte[] x0,
            byte[] x1,
            byte[] x2,
            byte[] x3,
            byte[] x4,
            byte[] x5,
            byte[] x6,
            byte[] x7,
            int from,
            int to,
            float[] sums) {
        FloatVector s0 = FloatVector.zero(FLOATS), s1 = s0, s2 = s0, s3 = s0, s4 = s0, s5 = s0, s6 = s0, s7 = s0;
        for (int i = from; i < to; i += F) {
            FloatVector f = floats(v, i);
            s0 = f.fma(floats(x0, i), s0);
            s1 = f.fma(floats(x1, i), s1);
            s2 = f.fma(floats(x2, i), s2);
            s3 = f.fma(floats(x3, i), s3);
            s4 = f.fma(floats(x4, i), s4);
            s5 = f.fma(floats(x5, i), s5);
            s6 = f.fma(floats(x6, i), s6);
            s7 = f.fma(floats(x7, i), s7);
        }
        s0.add(floats(sums, 0)).intoArray(sums, 0);
        s1.add(floats(sums, F)).intoArray(sums, F);
        s2.add(floats(sums, 2 * F)).intoArray(sums, 2 * F);
        s3.add(floats(sums, 3 * F)).intoArray(sums, 3 * F);
        s4.add(floats(sums, 4 * F)).intoArray(sums, 4 * F);
        s5.add(floats(sums, 5 * F)).intoArray(sums, 5 * F);
        s6.add(floats(sums, 6 * F)).intoArray(sums, 6 * F);
        s7.add(floats(sums, 7 * F)).intoArray(sums, 7 * F);
    }

    private static void one(float[] v, byte[] x, int from, int to, float[] sums) {
        FloatVector even = FloatVector.zero(FLOATS), odd = even;
        int i = from;
        for (; i < to - F; i += 2 * F) {
            even = floats(v, i).fma(floats(x, i), even);
            odd = floats(v, i + F).fma(floats(x, i + F), odd);
        }
        if (i < to) {
            floats(v, i).fma(floats(x, i), floats(sums, 0)).intoArray(sums, 0);
        }
        even.add(floats(sums, 0)).intoArray(sums, 0);
        odd.add(floats(sums, F)).intoArray(sums, F);
    }

    private static float rest(float[] v, byte[] x, int from, int to) {
        float total = 0;
        for (int i = from; i < to; i++) {
            total += v[i] * x[i];
        }
        return total;
    }
}
