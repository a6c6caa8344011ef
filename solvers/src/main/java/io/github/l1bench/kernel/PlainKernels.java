package io.github.l1bench.kernel;

import org.ejml.data.DMatrixSparseCSC;

/** The kernels of this package: scalar Java, cut so that C2 makes vector code of it where it can. */
final class PlainKernels implements Kernels {
    @Override
    public String name() {
        return PLAIN_NAME;
    }

    @Override
    public String description() {
        return PLAIN_NAME;
    }

    @Override
    public double sum(double[] x, int n) {
        return Vectors.sum(x, n);
    }

    @Override
    public double dot(double[] x, double[] y, int n) {
        return Vectors.dot(x, y, n);
    }

    @Override
    public double dotOfDifferences(double[] a, double[] b, double[] c, double[] d, int n) {
        return Vectors.dotOfDifferences(a, b, c, d, n);
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
        for (int k = 0; k < w.length; k++) {
            AveragedStep.take(w[k], g[k], x, a[k], c, t, n);
        }
        InnerProducts.of(w, next, n, out);
    }

    @Override
    public void combineAll(double[][] a, double[][] x, int count, double[][] y, int from, int to) {
        Vectors.combineAll(a, x, count, y, from, to);
    }

    @Override
    public void exponentials(double[] z, double[] shift, double[] out, int from, int to) {
        Exponential.shifted(z, shift, out, from, to);
    }

    @Override
    public void softmax(double[][] z, double[] maxima, double[][] exponentials, double[] sums, int from, int to) {
        Softmax.exponentials(z, maxima, exponentials, sums, from, to);
    }

    @Override
    public int paddedWidth(int classes) {
        return SparseSums.paddedWidth(classes);
    }

    @Override
    public void gather(DMatrixSparseCSC matrix, int j, double[] v, int width, double[] out) {
        SparseSums.gather(matrix, j, v, width, out);
    }

    @Override
    public int segmentLength(int elements) {
        return elements;
    }

    @Override
    public void dots(
            float[][] v, float[][][] x, int[] index, int from, int to, int segments, float[][] scratch, double[] out) {
        PlainDots.dots(v, x, index, from, to, segments, scratch, out);
    }

    @Override
    public boolean favoursBytes() {
        return false;
    }

    @Override
    public void dotsWithBytes(
            float[] v, byte[][] x, int[] index, int from, int to, int n, float[] scratch, double[] out) {
        for (int a = from; a < to; a++) {
            out[a] = Bytes.dot(v, x[index[a]], n);
        }
    }

    @Override
    public void combineBytes(float[] a, byte[][] x, int terms, float[] y, int from, int to) {
        Bytes.combine(a, x, terms, y, from, to);
    }

    @Override
    public void combineAllBytes(double[][] a, byte[][] x, int count, double[][] y, int from, int to) {
        Bytes.combineAll(a, x, count, y, from, to);
    }

    @Override
    public void multiplyBytes(float[] w, float scale, byte[] x, float shift, float[] out, int n) {
        Bytes.multiply(w, scale, x, shift, out, n);
    }
}
