package io.github.l1bench.kernel;

/**
 * Inner products of one vector with many, cut into {@link Segments}, in loops that C2 vectorises: two at a time, so that
 * a load of the vector serves two multiply-adds.
 */
final class PlainDots {
    private PlainDots() {}

    static void dots(
            float[][] v, float[][][] x, int[] index, int from, int to, int segments, float[][] scratch, double[] out) {
        int n = v[0].length;
        int a = from;
        for (; a < to - 1; a += 2) {
            two(v, x[index[a]], x[index[a + 1]], segments, scratch[0], scratch[1]);
            out[a] = sum(scratch[0], n);
            out[a + 1] = sum(scratch[1], n);
        }
        if (a < to) {
            out[a] = one(v, x[index[a]], segments, scratch[0]);
        }
    }

    private static void two(float[][] v, float[][] x, float[][] y, int segments, float[] sums, float[] others) {
        int n = v[0].length;
        setBoth(sums, others, v[0], x[0], y[0], n);
        for (int c = 1; c < segments; c++) {
            addBoth(sums, others, v[c], x[c], y[c], n);
        }
    }

    private static void setBoth(float[] sums, float[] others, float[] v, float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            float f = v[i];
            sums[i] = f * x[i];
            others[i] = f * y[i];
        }
    }

    private static void addBoth(float[] sums, float[] others, float[] v, float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            float f = v[i];
            sums[i] += f * x[i];
            others[i] += f * y[i];
        }
    }

    private static float one(float[][] v, float[][] x, int segments, float[] sums) {
        int n = v[0].length;
        setPair(sums, v[0], x[0], v[1], x[1], n);
        for (int c = 2; c < segments; c += 2) {
            addPair(sums, v[c], x[c], v[c + 1], x[c + 1], n);
        }
        return sum(sums, n);
    }

    private static void setPair(float[] out, float[] a, float[] b, float[] c, float[] d, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] * b[i] + c[i] * d[i];
        }
    }

    private static void addPair(float[] out, float[] a, float[] b, float[] c, float[] d, int n) {
        for (int i = 0; i < n; i++) {
            out[i] += a[i] * b[i] + c[i] * d[i];
        }
    }

    // The limit is written as n - 7 because C2 keeps its range checks where it is i + 8 <= n: a fifth of a whole dot.
    private static float sum(float[] x, int n) {
        float a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0;
        int i = 0;
        for (; i < n - 7; i += 8) {
            a += x[i];
            b += x[i + 1];
            c += x[i + 2];
            d += x[i + 3];
            e += x[i + 4];
            f += x[i + 5];
            g += x[i + 6];
            h += x[i + 7];
        }
        for (; i < n; i++) {
            a += x[i];
        }
        return ((a + b) + (c + d)) + ((e + f) + (g + h));
    }
}
