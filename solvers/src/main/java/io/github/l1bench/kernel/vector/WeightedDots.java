package io.github.l1bench.kernel.vector;

import static io.github.l1bench.kernel.vector.Lanes.F;
import static io.github.l1bench.kernel.vector.Lanes.FLOATS;
import static io.github.l1bench.kernel.vector.Lanes.floats;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * Weighted inner products of four columns with many, in tiles of four by four: nine loads serve twenty operations. Sixteen
 * running sums want thirty-two registers, which come with a width of 512 bits; narrower machines have half as many and
 * are better served by {@link ManyDots}.
 */
final class WeightedDots {
    /** Columns that are taken together. */
    static final int SIDE = 4;

    private WeightedDots() {}

    static void of(
            float[][] w,
            float[][][] a,
            float[][][] x,
            int[] index,
            int count,
            int segments,
            float[] scratch,
            double[][] out) {
        for (int q = 0; q < count; q += SIDE) {
            int last = count - 1;
            float[][] x0 = x[index[q]];
            float[][] x1 = x[index[Math.min(q + 1, last)]];
            float[][] x2 = x[index[Math.min(q + 2, last)]];
            float[][] x3 = x[index[Math.min(q + 3, last)]];
            Arrays.fill(scratch, 0, SIDE * SIDE * F, 0);
            for (int c = 0; c < segments; c++) {
                addTile(w[c], a[0][c], a[1][c], a[2][c], a[3][c], x0[c], x1[c], x2[c], x3[c], scratch);
            }
            for (int r = 0; r < SIDE; r++) {
                for (int s = 0; s < Math.min(SIDE, count - q); s++) {
                    out[r][q + s] = ManyDots.sum(scratch, (SIDE * r + s) * F, (SIDE * r + s + 1) * F);
                }
            }
        }
    }

    // scratch[4 r + s] += sum_i w_i a_ri x_si, lane by lane.
    private static void addTile(
            float[] w,
            float[] a0,
            float[] a1,
            float[] a2,
            float[] a3,
            float[] x0,
            float[] x1,
            float[] x2,
            float[] x3,
            float[] sums) {
        FloatVector s00 = FloatVector.zero(FLOATS), s01 = s00, s02 = s00, s03 = s00;
        FloatVector s10 = s00, s11 = s00, s12 = s00, s13 = s00;
        FloatVector s20 = s00, s21 = s00, s22 = s00, s23 = s00;
        FloatVector s30 = s00, s31 = s00, s32 = s00, s33 = s00;
        int n = w.length / F * F;
        for (int i = 0; i < n; i += F) {
            FloatVector f = floats(w, i);
            FloatVector f0 = floats(a0, i).mul(f), f1 = floats(a1, i).mul(f);
            FloatVector f2 = floats(a2, i).mul(f), f3 = floats(a3, i).mul(f);
            FloatVector v = floats(x0, i);
            s00 = f0.fma(v, s00);
            s10 = f1.fma(v, s10);
            s20 = f2.fma(v, s20);
            s30 = f3.fma(v, s30);
            v = floats(x1, i);
            s01 = f0.fma(v, s01);
            s11 = f1.fma(v, s11);
            s21 = f2.fma(v, s21);
            s31 = f3.fma(v, s31);
            v = floats(x2, i);
            s02 = f0.fma(v, s02);
            s12 = f1.fma(v, s12);
            s22 = f2.fma(v, s22);
            s32 = f3.fma(v, s32);
            v = floats(x3, i);
            s03 = f0.fma(v, s03);
            s13 = f1.fma(v, s13);
            s23 = f2.fma(v, s23);
            s33 = f3.fma(v, s33);
        }
        s00.add(floats(sums, 0)).intoArray(sums, 0);
        s01.add(floats(sums, F)).intoArray(sums, F);
        s02.add(floats(sums, 2 * F)).intoArray(sums, 2 * F);
        s03.add(floats(sums, 3 * F)).intoArray(sums, 3 * F);
        s10.add(floats(sums, 4 * F)).intoArray(sums, 4 * F);
        s11.add(floats(sums, 5 * F)).intoArray(sums, 5 * F);
        s12.add(floats(sums, 6 * F)).intoArray(sums, 6 * F);
        s13.add(floats(sums, 7 * F)).intoArray(sums, 7 * F);
        s20.add(floats(sums, 8 * F)).intoArray(sums, 8 * F);
        s21.add(floats(sums, 9 * F)).intoArray(sums, 9 * F);
        s22.add(floats(sums, 10 * F)).intoArray(sums, 10 * F);
        s23.add(floats(sums, 11 * F)).intoArray(sums, 11 * F);
        s30.add(floats(sums, 12 * F)).intoArray(sums, 12 * F);
        s31.add(floats(sums, 13 * F)).intoArray(sums, 13 * F);
        s32.add(floats(sums, 14 * F)).intoArray(sums, 14 * F);
        s33.add(floats(sums, 15 * F)).intoArray(sums, 15 * F);
        float[][] columns = {a0, a1, a2, a3};
        float[][] others = {x0, x1, x2, x3};
        for (int i = n; i < w.length; i++) {
            for (int q = 0; q < SIDE * SIDE; q++) {
                sums[q * F] += w[i] * columns[q / SIDE][i] * others[q % SIDE][i];
            }
        }
    }
}
