package io.github.l1bench.kernel.vector;

import static io.github.l1bench.kernel.vector.Lanes.F;
import static io.github.l1bench.kernel.vector.Lanes.FLOATS;
import static io.github.l1bench.kernel.vector.Lanes.floats;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * Inner products of one vector with many, in floats: eight at a time, so that a load of the vector serves eight
 * multiply-adds. Between segments the running sums lie in memory, a register's width for each product.
 */
final class ManyDots {
    private static final int GROUP = 8;

    private ManyDots() {}

    static void dots(
            float[][] v, float[][][] x, int[] index, int from, int to, int segments, float[] scratch, double[] out) {
        int a = from;
        for (; a <= to - GROUP; a += GROUP) {
            Arrays.fill(scratch, 0, GROUP * F, 0);
            for (int c = 0; c < segments; c++) {
                eight(v[c], x, index, a, c, scratch);
            }
            for (int q = 0; q < GROUP; q++) {
                out[a + q] = sum(scratch, q * F, (q + 1) * F);
            }
        }
        for (; a < to; a++) {
            Arrays.fill(scratch, 0, 4 * F, 0);
            for (int c = 0; c < segments; c++) {
                one(v[c], x[index[a]][c], scratch);
            }
            out[a] = sum(scratch, 0, 4 * F);
        }
    }

    private static void eight(float[] v, float[][][] x, int[] index, int a, int c, float[] sums) {
        float[] x0 = x[index[a]][c], x1 = x[index[a + 1]][c], x2 = x[index[a + 2]][c], x3 = x[index[a + 3]][c];
        float[] x4 = x[index[a + 4]][c], x5 = x[index[a + 5]][c], x6 = x[index[a + 6]][c], x7 = x[index[a + 7]][c];
        int n = v.length / F * F;
        addEight(v, x0, x1, x2, x3, x4, x5, x6, x7, n, sums);
        if (n < v.length) {
            float[][] all = {x0, x1, x2, x3, x4, x5, x6, x7};
            for (int q = 0; q < GROUP; q++) {
                sums[q * F] += rest(v, all[q], n);
            }
        }
    }

    private static void addEight(
            float[] v,
            float[] x0,
            float[] x1,
            float[] x2,
            float[] x3,
            float[] x4,
            float[] x5,
            float[] x6,
            float[] x7,
            int n,
            float[] sums) {
        FloatVector s0 = FloatVector.zero(FLOATS), s1 = s0, s2 = s0, s3 = s0, s4 = s0, s5 = s0, s6 = s0, s7 = s0;
        for (int i = 0; i < n; i += F) {
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

    private static void one(float[] v, float[] x, float[] sums) {
        FloatVector s0 = FloatVector.zero(FLOATS), s1 = s0, s2 = s0, s3 = s0;
        int n = v.length;
        int i = 0;
        for (; i <= n - 4 * F; i += 4 * F) {
            s0 = floats(v, i).fma(floats(x, i), s0);
            s1 = floats(v, i + F).fma(floats(x, i + F), s1);
            s2 = floats(v, i + 2 * F).fma(floats(x, i + 2 * F), s2);
            s3 = floats(v, i + 3 * F).fma(floats(x, i + 3 * F), s3);
        }
        s0.add(floats(sums, 0)).intoArray(sums, 0);
        s1.add(floats(sums, F)).intoArray(sums, F);
        s2.add(floats(sums, 2 * F)).intoArray(sums, 2 * F);
        s3.add(floats(sums, 3 * F)).intoArray(sums, 3 * F);
        sums[0] += rest(v, x, i);
    }

    private static float rest(float[] v, float[] x, int from) {
        float total = 0;
        for (int i = from; i < v.length; i++) {
            total += v[i] * x[i];
        }
        return total;
    }

    /** The sum of an even number of elements. */
    static float sum(float[] x, int from, int to) {
        float even = 0;
        float odd = 0;
        for (int i = from; i < to; i += 2) {
            even += x[i];
            odd += x[i + 1];
        }
        return even + odd;
    }
}
