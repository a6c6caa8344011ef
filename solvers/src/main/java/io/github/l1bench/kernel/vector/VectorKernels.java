package io.github.l1bench.kernel.vector;

import io.github.l1bench.kernel.KernelChoice;
import io.github.l1bench.kernel.Kernels;
import org.ejml.data.DMatrixSparseCSC;

/** The kernels by the Vector API. Without state; the width is that of {@link Lanes}. */
public final class VectorKernels implements Kernels {
    private static final int LEAST_BITS = 256;
    // Floats of the widest register that there is.
    private static final int SEGMENT_UNIT = 16;

    /**
     * Them, if the machine's registers are wide enough or a width is asked for.
     *
     * @throws UnsupportedOperationException in one sentence
     */
    public VectorKernels() {
        if (Lanes.preferredBits() < LEAST_BITS && Integer.getInteger(Lanes.PROPERTY) == null) {
            throw new UnsupportedOperationException("registers here have " + Lanes.preferredBits()
                    + " bits, and less than " + LEAST_BITS + " gain nothing");
        }
    }

    @Override
    public String name() {
        return KernelChoice.VECTOR_NAME;
    }

    @Override
    public String description() {
        return name() + ", " + Lanes.bits() + " bits";
    }

    @Override
    public double sum(double[] x, int n) {
        return Sums.sum(x, n);
    }

    @Override
    public double dot(double[] x, double[] y, int n) {
        return Sums.dot(x, y, n);
    }

    @Override
    public double dotOfDifferences(double[] a, double[] b, double[] c, double[] d, int n) {
        return Sums.dotOfDifferences(a, b, c, d, n);
    }

    @Override
    public void averagedSteps(
            double[][] w,
            double[][] g,
            double[] x,
            double[] a,
            double c,
            double t,
            int n,
            double[] next,
            double[] out) {
        Steps.averaged(w, g, x, a, c, t, n, next, out);
    }

    @Override
    public void combineAll(double[][] a, double[][] x, int count, double[][] y, int from, int to) {
        Panels.combineAll(a, x, count, y, from, to);
    }

    @Override
    public void exponentials(double[] z, double[] shift, double[] out, int from, int to) {
        Exponentials.exponentials(z, shift, out, from, to);
    }

    @Override
    public void softmax(double[][] z, double[] maxima, double[][] exponentials, double[] sums, int from, int to) {
        Exponentials.softmax(z, maxima, exponentials, sums, from, to);
    }

    @Override
    public int paddedWidth(int classes) {
        return Gathers.paddedWidth(classes);
    }

    @Override
    public void gather(DMatrixSparseCSC matrix, int j, double[] v, int width, double[] out) {
        Gathers.gather(matrix.nz_rows, matrix.nz_values, matrix.col_idx[j], matrix.col_idx[j + 1], v, width, out);
    }

    @Override
    public int segmentLength(int elements) {
        return (elements + SEGMENT_UNIT - 1) / SEGMENT_UNIT * SEGMENT_UNIT;
    }

    @Override
    public void dots(
            float[][] v, float[][][] x, int[] index, int from, int to, int segments, float[][] scratch, double[] out) {
        ManyDots.dots(v, x, index, from, to, segments, scratch[0], out);
    }

    @Override
    public int weightedColumns() {
        return Lanes.F == SEGMENT_UNIT ? WeightedDots.SIDE : 1;
    }

    @Override
    public void weightedDots(
            float[][] w,
            float[][][] a,
            float[][][] x,
            int[] index,
            int count,
            int segments,
            float[][] scratch,
            double[][] out) {
        if (a.length == WeightedDots.SIDE) {
            WeightedDots.of(w, a, x, index, count, segments, scratch[0], out);
        } else {
            Kernels.super.weightedDots(w, a, x, index, count, segments, scratch, out);
        }
    }

    @Override
    public boolean favoursBytes() {
        return true;
    }

    @Override
    public void dotsWithBytes(
            float[] v, byte[][] x, int[] index, int from, int to, int n, float[] scratch, double[] out) {
        ByteDots.dots(v, x, index, from, to, n, scratch, out);
    }

    @Override
    public void combineBytes(float[] a, byte[][] x, int terms, float[] y, int from, int to) {
        ByteSums.combine(a, x, terms, y, from, to);
    }

    @Override
    public void combineAllBytes(double[][] a, byte[][] x, int count, double[][] y, int from, int to) {
        BytePanels.combineAll(a, x, count, y, from, to);
    }

    @Override
    public void multiplyBytes(float[] w, float scale, byte[] x, float shift, float[] out, int n) {
        ByteSums.multiply(w, scale, x, shift, out, n);
    }
}
