package io.github.l1bench.kernel;

/** Inner products of one vector with several. */
public final class InnerProducts {
    private InnerProducts() {}

    /**
     * {@code out[k] = sum_i w[k][i] x[i]} for each k, over the first {@code n} elements. Two vectors and two running sums
     * of each at a time: C2 does not vectorise sums, four of them hide the latency of the additions, and more of either
     * gain nothing. The loop is not cut into chunks, for callers come back for every sample.
     *
     * @param out one value for each vector of {@code w}, overwritten
     */
    public static void of(double[][] w, double[] x, int n, double[] out) {
        int k = 0;
        for (; k + 2 <= w.length; k += 2) {
            two(w[k], w[k + 1], x, n, k, out);
        }
        if (k < w.length) {
            out[k] = Vectors.dot(w[k], x, n);
        }
    }

    // The limit is written as n - 1 because C2 keeps its range checks where it is i + 2 <= n.
    private static void two(double[] u, double[] v, double[] x, int n, int k, double[] out) {
        double uEven = 0, uOdd = 0, vEven = 0, vOdd = 0;
        int i = 0;
        for (; i < n - 1; i += 2) {
            double even = x[i];
            double odd = x[i + 1];
            uEven += even * u[i];
            uOdd += odd * u[i + 1];
            vEven += even * v[i];
            vOdd += odd * v[i + 1];
        }
        if (i < n) {
            uEven += x[i] * u[i];
            vEven += x[i] * v[i];
        }
        out[k] = uEven + uOdd;
        out[k + 1] = vEven + vOdd;
    }
}
