package io.github.l1bench.kernel;

/** Inner products of one vector with several. */
public final class InnerProducts {
    private static final int BLOCK = 5;

    private InnerProducts() {}

    /**
     * {@code out[k] = sum_i w[k][i] x[i]} for each k, over the first {@code n} elements. Five at a time: C2 does not
     * vectorise sums, and five running sums hide the latency of the additions while all pointers stay in registers,
     * which ten do not. The loop is not cut into chunks, for callers come back for every sample.
     *
     * @param out one value for each vector of {@code w}, overwritten
     */
    public static void of(double[][] w, double[] x, int n, double[] out) {
        int k = 0;
        for (; k + BLOCK <= w.length; k += BLOCK) {
            five(w, x, n, k, out);
        }
        for (; k < w.length; k++) {
            out[k] = Vectors.dot(w[k], x, n);
        }
    }

    private static void five(double[][] w, double[] x, int n, int k, double[] out) {
        double[] w0 = w[k], w1 = w[k + 1], w2 = w[k + 2], w3 = w[k + 3], w4 = w[k + 4];
        double a0 = 0, a1 = 0, a2 = 0, a3 = 0, a4 = 0;
        for (int i = 0; i < n; i++) {
            double v = x[i];
            a0 += v * w0[i];
            a1 += v * w1[i];
            a2 += v * w2[i];
            a3 += v * w3[i];
            a4 += v * w4[i];
        }
        out[k] = a0;
        out[k + 1] = a1;
        out[k + 2] = a2;
        out[k + 3] = a3;
        out[k + 4] = a4;
    }
}
