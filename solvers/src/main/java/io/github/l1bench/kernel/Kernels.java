package io.github.l1bench.kernel;

import org.ejml.data.DMatrixSparseCSC;

/**
 * The coarse operations that the time of a solve goes into, each a loop over whole columns, rows or panels. There are two
 * implementations, {@link #PLAIN} and one by the Vector API; {@link KernelChoice} says which one this process has. They
 * differ in the order of additions and in fused multiply-adds, so results agree to rounding, not to the bit.
 *
 * <p>Loops that C2 turns into vector code by itself and that wait for memory, such as {@link Vectors#axpy} and {@link
 * Vectors#combine}, are not among them: there is nothing to gain.
 */
public interface Kernels {
    /** What is added to a byte that stands for a number from 0 to 255. */
    int EXCESS = 128;

    /** The name of {@link #PLAIN}. */
    String PLAIN_NAME = "plain";

    /** Loops that C2 compiles as well as it can. */
    Kernels PLAIN = new PlainKernels();

    /** What users call them by. */
    String name();

    /** The same name with what it depends on, such as the width of a register. */
    String description();

    /** The sum of the first {@code n} elements of {@code x}. */
    double sum(double[] x, int n);

    /** The inner product of the first {@code n} elements of {@code x} and {@code y}. */
    double dot(double[] x, double[] y, int n);

    /** {@code sum_i (a_i - b_i) (c_i - d_i)} over the first {@code n} elements. */
    double dotOfDifferences(double[] a, double[] b, double[] c, double[] d, int n);

    /**
     * Steps along one new gradient and the average of those remembered, on the first {@code n} elements:
     * {@code w[k] = soft(w[k] - (a[k] x + c g[k]), t)}, then {@code g[k] += a[k] x}, for each k. Then, as the next step
     * asks for them, the inner products of the new w: {@code out[k] = sum_i w[k][i] next[i]}.
     *
     * @param w modified
     * @param g modified
     * @param a one factor for each vector of {@code w}
     * @param t the threshold, not negative
     * @param out one value for each vector of {@code w}, overwritten
     */
    void averagedSteps(
            double[][] w, double[][] g, double[] x, double[] a, double c, double t, int n, double[] next, double[] out);

    /**
     * {@code y[k] += sum_q a[k][q] x[q]} for all k, on the elements from {@code from} to {@code to - 1}.
     *
     * @param a K rows of factors, {@code count} in each
     * @param x {@code count} vectors of at least {@code to} elements
     * @param y K results of at least {@code to} elements, modified
     */
    void combineAll(double[][] a, double[][] x, int count, double[][] y, int from, int to);

    /**
     * {@code out[i] = exp(z[i] - shift[i])} for the elements from {@code from} to {@code to - 1}, for differences in
     * [-60, 16]; smaller ones count as -60, and NaN stays NaN. The relative error is within the bound of {@link
     * Exponential}.
     *
     * @param out modified; may not be {@code z} or {@code shift}
     */
    void exponentials(double[] z, double[] shift, double[] out, int from, int to);

    /**
     * Row maxima c, E = exp(z - c) and row sums s of the scores {@code z} for the samples from {@code from} to
     * {@code to - 1}; see {@link Softmax}.
     *
     * @param z K rows of n, not modified
     * @param maxima c, n values, overwritten
     * @param exponentials E, K rows of n, overwritten
     * @param sums s, n values, overwritten
     */
    void softmax(double[][] z, double[] maxima, double[][] exponentials, double[] sums, int from, int to);

    /** The length of a group of {@code classes} numbers for {@link #gather}. */
    int paddedWidth(int classes);

    /**
     * {@code out[k] = sum_t value[t] v[width * index[t] + k]} over the nonzeros t of column j, for k below
     * {@code width}.
     *
     * @param v groups of {@code width}, one for each row of {@code matrix}
     * @param width of {@link #paddedWidth}
     * @param out {@code width} values, overwritten
     */
    void gather(DMatrixSparseCSC matrix, int j, double[] v, int width, double[] out);

    /** The length of a segment for {@code elements} elements of it, the rest being zeros; see {@link Segments}. */
    int segmentLength(int elements);

    /**
     * {@code out[a]} = the inner product of {@code v} and {@code x[index[a]]}, for a from {@code from} to {@code to - 1},
     * over the first {@code segments} segments, an even number of them.
     *
     * @param scratch two arrays of {@link Segments#SCRATCH} elements, or the length of a segment if that is more; modified
     */
    void dots(float[][] v, float[][][] x, int[] index, int from, int to, int segments, float[][] scratch, double[] out);

    /** How many columns {@link #weightedDots} takes at a time: 1 where nothing is gained by more than {@link #dots}. */
    default int weightedColumns() {
        return 1;
    }

    /**
     * {@code out[r][q] = sum_i w_i a_ri x_qi}: the products of each column of {@code a} with {@code x[index[q]]}, for q
     * below {@code count}, over the first {@code segments} segments.
     *
     * @param a {@link #weightedColumns} columns
     * @param scratch of {@link #dots}
     * @param out as many rows of at least {@code count} values, which are overwritten
     */
    default void weightedDots(
            float[][] w,
            float[][][] a,
            float[][][] x,
            int[] index,
            int count,
            int segments,
            float[][] scratch,
            double[][] out) {
        float[][] weighted = new float[segments][w[0].length];
        for (int r = 0; r < a.length; r++) {
            Segments.multiply(w, a[r], weighted);
            dots(weighted, x, index, 0, count, segments, scratch, out[r]);
        }
    }

    /** Whether products with bytes are faster than those with floats. */
    boolean favoursBytes();

    /**
     * {@code out[a]} = the inner product of the first {@code n} elements of {@code v} and {@code x[index[a]]}, for a from
     * {@code from} to {@code to - 1}.
     *
     * @param scratch {@link Segments#SCRATCH} elements, modified
     */
    void dotsWithBytes(float[] v, byte[][] x, int[] index, int from, int to, int n, float[] scratch, double[] out);

    /**
     * {@code y[i] = sum_q a[q] x[q][i]} for q below {@code terms}, on the elements from {@code from} to {@code to - 1}.
     *
     * @param y overwritten there
     */
    void combineBytes(float[] a, byte[][] x, int terms, float[] y, int from, int to);

    /**
     * {@code y[k] += sum_q a[k][q] (x[q] + }{@link #EXCESS}{@code )} for all k, on the elements from {@code from} to {@code to - 1}: {@link
     * #combineAll} for numbers from 0 to 255, an eighth of the memory of doubles.
     *
     * @param a K rows of factors, {@code count} in each
     * @param x {@code count} vectors of at least {@code to} elements
     * @param y K results of at least {@code to} elements, modified
     */
    void combineAllBytes(double[][] a, byte[][] x, int count, double[][] y, int from, int to);

    /** {@code out[i] = w[i] (scale x[i] - shift)} for the first {@code n} elements. */
    void multiplyBytes(float[] w, float scale, byte[] x, float shift, float[] out, int n);
}
