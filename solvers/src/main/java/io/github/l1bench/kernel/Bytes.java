package io.github.l1bench.kernel;

import java.util.Arrays;

/**
 * Products with vectors of signed bytes, a quarter of the memory of floats: what the kernels on bytes compute,
 * number by number. C2 has no vector code for bytes that become floats, so that these lose to {@link Segments}.
 */
final class Bytes {
    private Bytes() {}

    static double dot(float[] v, byte[] x, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += v[i] * x[i];
        }
        return sum;
    }

    static void combine(float[] a, byte[][] x, int terms, float[] y, int from, int to) {
        Arrays.fill(y, from, to, 0);
        for (int q = 0; q < terms; q++) {
            add(a[q], x[q], y, from, to);
        }
    }

    private static void add(float a, byte[] x, float[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] += a * x[i];
        }
    }

    static void combineAll(double[][] a, byte[][] x, int count, double[][] y, int from, int to) {
        for (int q = 0; q < count; q++) {
            for (int k = 0; k < y.length; k++) {
                add(a[k][q], x[q], y[k], from, to);
            }
        }
    }

    private static void add(double a, byte[] x, double[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] += a * (x[i] + Kernels.EXCESS);
        }
    }

    static void multiply(float[] w, float scale, byte[] x, float shift, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = w[i] * (scale * x[i] - shift);
        }
    }
}
