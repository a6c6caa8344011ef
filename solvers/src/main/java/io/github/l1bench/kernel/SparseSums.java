package io.github.l1bench.kernel;

import org.ejml.data.DMatrixSparseCSC;

/** Sums over the nonzeros of one column of a compressed sparse matrix. */
public final class SparseSums {
    private static final int LANES = 5;

    private SparseSums() {}

    /** {@code classes} rounded up to what {@link #gather} handles at a time. */
    public static int paddedWidth(int classes) {
        return (classes + LANES - 1) / LANES * LANES;
    }

    /**
     * {@code out[k] = sum_t value[t] v[width * index[t] + k]} over the nonzeros t of column j, for k below
     * {@code width}. Ten sums at a time hide the latency of the multiply-adds, and each is a scalar of its own: a short
     * inner loop over k would not be vectorised.
     *
     * @param v groups of {@code width}, one for each row of {@code matrix}
     * @param width a multiple of five, see {@link #paddedWidth}
     * @param out {@code width} values, overwritten
     */
    public static void gather(DMatrixSparseCSC matrix, int j, double[] v, int width, double[] out) {
        int from = matrix.col_idx[j];
        int to = matrix.col_idx[j + 1];
        int k = 0;
        for (; k + 2 * LANES <= width; k += 2 * LANES) {
            gatherTen(matrix.nz_rows, matrix.nz_values, from, to, v, width, k, out);
        }
        if (k < width) {
            gatherFive(matrix.nz_rows, matrix.nz_values, from, to, v, width, k, out);
        }
    }

    private static void gatherTen(
            int[] index, double[] value, int from, int to, double[] v, int width, int k, double[] out) {
        for (int q = k; q < k + 2 * LANES; q++) {
            out[q] = 0;
        }
        for (int t = from; t < to; t += Vectors.CHUNK) {
            tenChunk(index, value, t, Math.min(to, t + Vectors.CHUNK), v, width, k, out);
        }
    }

    private static void tenChunk(
            int[] index, double[] value, int from, int to, double[] v, int width, int k, double[] out) {
        double a0 = 0, a1 = 0, a2 = 0, a3 = 0, a4 = 0, a5 = 0, a6 = 0, a7 = 0, a8 = 0, a9 = 0;
        for (int t = from; t < to; t++) {
            double x = value[t];
            int o = index[t] * width + k;
            a0 += x * v[o];
            a1 += x * v[o + 1];
            a2 += x * v[o + 2];
            a3 += x * v[o + 3];
            a4 += x * v[o + 4];
            a5 += x * v[o + 5];
            a6 += x * v[o + 6];
            a7 += x * v[o + 7];
            a8 += x * v[o + 8];
            a9 += x * v[o + 9];
        }
        out[k] += a0;
        out[k + 1] += a1;
        out[k + 2] += a2;
        out[k + 3] += a3;
        out[k + 4] += a4;
        out[k + 5] += a5;
        out[k + 6] += a6;
        out[k + 7] += a7;
        out[k + 8] += a8;
        out[k + 9] += a9;
    }

    private static void gatherFive(
            int[] index, double[] value, int from, int to, double[] v, int width, int k, double[] out) {
        double a0 = 0, a1 = 0, a2 = 0, a3 = 0, a4 = 0;
        for (int t = from; t < to; t++) {
            double x = value[t];
            int o = index[t] * width + k;
            a0 += x * v[o];
            a1 += x * v[o + 1];
            a2 += x * v[o + 2];
            a3 += x * v[o + 3];
            a4 += x * v[o + 4];
        }
        out[k] = a0;
        out[k + 1] = a1;
        out[k + 2] = a2;
        out[k + 3] = a3;
        out[k + 4] = a4;
    }

    /** {@code y[i] += a x_ij} over the nonzeros of column j. {@code y} is modified. */
    public static void scatter(double a, DMatrixSparseCSC matrix, int j, double[] y) {
        int from = matrix.col_idx[j];
        int to = matrix.col_idx[j + 1];
        for (int t = from; t < to; t += Vectors.CHUNK) {
            scatterChunk(a, matrix.nz_rows, matrix.nz_values, t, Math.min(to, t + Vectors.CHUNK), y);
        }
    }

    private static void scatterChunk(double a, int[] index, double[] value, int from, int to, double[] y) {
        for (int t = from; t < to; t++) {
            y[index[t]] += a * value[t];
        }
    }

    /** {@code y[i] += a x_ij d[i]} over the nonzeros of column j. {@code y} is modified. */
    public static void scatterWeighted(double a, DMatrixSparseCSC matrix, int j, double[] d, double[] y) {
        int from = matrix.col_idx[j];
        int to = matrix.col_idx[j + 1];
        for (int t = from; t < to; t += Vectors.CHUNK) {
            scatterWeightedChunk(a, matrix.nz_rows, matrix.nz_values, t, Math.min(to, t + Vectors.CHUNK), d, y);
        }
    }

    private static void scatterWeightedChunk(
            double a, int[] index, double[] value, int from, int to, double[] d, double[] y) {
        for (int t = from; t < to; t++) {
            int i = index[t];
            y[i] += a * value[t] * d[i];
        }
    }

    /**
     * Weighted moments of column j: {@code out[0] = sum_i x_ij d_i} and {@code out[1] = sum_i x_ij^2 d_i}.
     *
     * @param out two values, overwritten
     */
    public static void moments(DMatrixSparseCSC matrix, int j, double[] d, double[] out) {
        out[0] = 0;
        out[1] = 0;
        int to = matrix.col_idx[j + 1];
        for (int t = matrix.col_idx[j]; t < to; t += Vectors.CHUNK) {
            momentsChunk(matrix.nz_rows, matrix.nz_values, t, Math.min(to, t + Vectors.CHUNK), d, out);
        }
    }

    private static void momentsChunk(int[] index, double[] value, int from, int to, double[] d, double[] out) {
        double a = 0, b = 0, aa = 0, bb = 0;
        int t = from;
        for (; t + 2 <= to; t += 2) {
            double x = value[t] * d[index[t]];
            double y = value[t + 1] * d[index[t + 1]];
            a += x;
            b += y;
            aa += x * value[t];
            bb += y * value[t + 1];
        }
        if (t < to) {
            double x = value[t] * d[index[t]];
            a += x;
            aa += x * value[t];
        }
        out[0] += a + b;
        out[1] += aa + bb;
    }

    /** {@code sum_i x_ij y_i} over the nonzeros of column j. */
    public static double dot(DMatrixSparseCSC matrix, int j, double[] y) {
        int from = matrix.col_idx[j];
        int to = matrix.col_idx[j + 1];
        double total = 0;
        for (int t = from; t < to; t += Vectors.CHUNK) {
            total += dotChunk(matrix.nz_rows, matrix.nz_values, t, Math.min(to, t + Vectors.CHUNK), y);
        }
        return total;
    }

    private static double dotChunk(int[] index, double[] value, int from, int to, double[] y) {
        double a = 0, b = 0, c = 0, d = 0;
        int t = from;
        for (; t + 4 <= to; t += 4) {
            a += value[t] * y[index[t]];
            b += value[t + 1] * y[index[t + 1]];
            c += value[t + 2] * y[index[t + 2]];
            d += value[t + 3] * y[index[t + 3]];
        }
        for (; t < to; t++) {
            a += value[t] * y[index[t]];
        }
        return (a + b) + (c + d);
    }
}
