package io.github.l1bench.kernel;

import static io.github.l1bench.kernel.KernelChoice.KERNELS;

import java.util.Arrays;

/**
 * Products of vectors that are cut into segments: n floats held as B arrays of L, padded with zeros.
 *
 * <p>C2 does not vectorise a sum over one long array. It does vectorise {@code out[i] += a[i] * b[i]}; so an inner
 * product adds up the products of its segments element by element, in an array of L that stays in the first-level
 * cache, and only that array is summed one by one: B L multiply-adds at full width and L scalar additions. Floats, twice
 * as many to a register as doubles, serve where the vector is a small difference whose rounding is small with it.
 */
public final class Segments {
    /** The aimed length of a segment: three or more of them fit the first-level cache. */
    private static final int LENGTH = 320;

    /** The least size of the work arrays of {@link Kernels#dots}. */
    public static final int SCRATCH = 256;

    private final int samples;
    private final int count;
    private final int length;
    private final float[][] sums;

    /** The cut of vectors of {@code samples} elements, with work arrays: one object serves one thread. */
    public Segments(int samples) {
        this.samples = samples;
        this.count = Math.max(2, 2 * ((samples + 2 * LENGTH - 1) / (2 * LENGTH)));
        this.length = KERNELS.segmentLength((samples + count - 1) / count);
        this.sums = new float[2][Math.max(length, SCRATCH)];
    }

    /** Number of segments B, even. */
    public int count() {
        return count;
    }

    /** Elements of the first {@code segments} segments that are not padding. */
    public int samples(int segments) {
        return Math.min(samples, segments * length);
    }

    /** A vector of zeros. */
    public float[][] zeros() {
        return new float[count][length];
    }

    /** {@code out = value} but for its padding. */
    public void fill(float[][] out, float value) {
        for (int c = 0; c < count; c++) {
            Arrays.fill(out[c], 0, size(c), value);
        }
    }

    /** {@code out = x - shift}, rounded to floats; {@code out} is modified except for its padding. */
    public void difference(double[] x, double shift, float[][] out) {
        for (int c = 0; c < count; c++) {
            int from = c * length;
            for (int i = 0, to = size(c); i < to; i++) {
                out[c][i] = (float) (x[from + i] - shift);
            }
        }
    }

    /**
     * {@code out = x - y}, rounded to floats, in the segments from {@code first} to {@code end - 1}; {@code out} is
     * modified except for its padding.
     */
    public void difference(double[] x, double[] y, float[][] out, int first, int end) {
        for (int c = first; c < end; c++) {
            differenceSegment(x, y, out[c], c * length, size(c));
        }
    }

    private static void differenceSegment(double[] x, double[] y, float[] out, int from, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = (float) (x[from + i] - y[from + i]);
        }
    }

    /**
     * {@code y = x}, as doubles, in the segments from {@code first} to {@code end - 1}, where {@code y} of n elements is
     * overwritten.
     */
    public void widen(float[][] x, double[] y, int first, int end) {
        for (int c = first; c < end; c++) {
            widenSegment(x[c], y, c * length, size(c));
        }
    }

    private static void widenSegment(float[] x, double[] y, int from, int n) {
        for (int i = 0; i < n; i++) {
            y[from + i] = x[i];
        }
    }

    private int size(int segment) {
        return Math.max(0, Math.min(length, samples - segment * length));
    }

    /** {@code out = a * b} element by element, in all segments of {@code out}. */
    public static void multiply(float[][] a, float[][] b, float[][] out) {
        for (int c = 0; c < out.length; c++) {
            multiplySegment(a[c], b[c], out[c], out[c].length);
        }
    }

    private static void multiplySegment(float[] a, float[] b, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] * b[i];
        }
    }

    /** The inner product of the first {@code segments} segments, an even number of them. */
    public double dot(float[][] a, float[][] b, int segments) {
        double[] out = new double[1];
        dots(a, new float[][][] {b}, new int[1], 0, 1, segments, out);
        return out[0];
    }

    /**
     * {@code out[a]} = the inner product of {@code v} and {@code x[index[a]]}, for a from {@code from} to {@code to - 1},
     * over the first {@code segments} segments, an even number of them.
     */
    public void dots(float[][] v, float[][][] x, int[] index, int from, int to, int segments, double[] out) {
        KERNELS.dots(v, x, index, from, to, segments, sums, out);
    }

    /**
     * The products of columns with many under the weights {@code w}: see {@link Kernels#weightedDots}.
     */
    public void weightedDots(
            float[][] w, float[][][] a, float[][][] x, int[] index, int count, int segments, double[][] out) {
        KERNELS.weightedDots(w, a, x, index, count, segments, sums, out);
    }

    /**
     * {@code y = sum_q a[q] x[q]} for q below {@code terms}, in the segments from {@code first} to {@code end - 1}.
     *
     * @param a factors, at least {@code terms} rounded up to four of them; those beyond {@code terms} are zero
     * @param x vectors, as many; those beyond {@code terms} may be any
     * @param y overwritten
     */
    public void combine(float[] a, float[][][] x, int terms, float[][] y, int first, int end) {
        for (int c = first; c < end; c++) {
            Arrays.fill(y[c], 0);
            for (int q = 0; q < terms; q += 4) {
                addFour(
                        y[c],
                        x[q][c],
                        x[q + 1][c],
                        x[q + 2][c],
                        x[q + 3][c],
                        a[q],
                        a[q + 1],
                        a[q + 2],
                        a[q + 3],
                        length);
            }
        }
    }

    // Not more than five: C2 leaves a loop over six or more vectors scalar where a register holds eight floats.
    private static void addFour(
            float[] y, float[] x0, float[] x1, float[] x2, float[] x3, float a0, float a1, float a2, float a3, int n) {
        for (int i = 0; i < n; i++) {
            y[i] += (a0 * x0[i] + a1 * x1[i]) + (a2 * x2[i] + a3 * x3[i]);
        }
    }
}
