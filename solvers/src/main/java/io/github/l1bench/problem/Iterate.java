package io.github.l1bench.problem;

import static io.github.l1bench.kernel.KernelChoice.KERNELS;

import io.github.l1bench.kernel.Vectors;
import java.util.Arrays;

/**
 * W and b that a solver moves, with the arithmetic of vectors; gradients and steps are vectors of the same space. What is
 * shown and returned is {@link #coefficients}, a copy.
 */
public final class Iterate {
    private final double[][] weights;
    private final double[] intercept;

    // The same arrays, as what they are to vector arithmetic: K + 1 rows.
    private final double[][] rows;

    private Iterate(double[][] weights, double[] intercept) {
        this.weights = weights;
        this.intercept = intercept;
        this.rows = Arrays.copyOf(weights, weights.length + 1);
        this.rows[weights.length] = intercept;
    }

    /** The origin, for K classes and p features. */
    public static Iterate zero(int classes, int features) {
        return new Iterate(new double[classes][features], new double[classes]);
    }

    /** A copy of {@code coefficients}, which are not modified. */
    public static Iterate of(Coefficients coefficients) {
        Coefficients copy = coefficients.copy();
        return new Iterate(copy.weights(), copy.intercept());
    }

    /** W, K rows of p, to be modified. */
    public double[][] weights() {
        return weights;
    }

    /** b, K values, to be modified. */
    public double[] intercept() {
        return intercept;
    }

    /** These values as coefficients, copied. */
    public Coefficients coefficients() {
        return new Coefficients(weights, intercept).copy();
    }

    /** sum_jk |W_jk|. */
    public double l1Norm() {
        return new Coefficients(weights, intercept).l1Norm();
    }

    /** A copy. */
    public Iterate copy() {
        return of(new Coefficients(weights, intercept));
    }

    /** x - y, a new point. */
    public static Iterate difference(Iterate x, Iterate y) {
        Iterate difference = x.copy();
        difference.add(-1, y);
        return difference;
    }

    /** this = x. */
    public void copyFrom(Iterate x) {
        for (int r = 0; r < rows.length; r++) {
            System.arraycopy(x.rows[r], 0, rows[r], 0, rows[r].length);
        }
    }

    /** The inner product. */
    public double dot(Iterate other) {
        double total = 0;
        for (int r = 0; r < rows.length; r++) {
            total += KERNELS.dot(rows[r], other.rows[r], rows[r].length);
        }
        return total;
    }

    /** (a - b) . (c - d). */
    public static double dotOfDifferences(Iterate a, Iterate b, Iterate c, Iterate d) {
        double total = 0;
        for (int r = 0; r < a.rows.length; r++) {
            total += KERNELS.dotOfDifferences(a.rows[r], b.rows[r], c.rows[r], d.rows[r], a.rows[r].length);
        }
        return total;
    }

    /** this += a x. */
    public void add(double a, Iterate x) {
        for (int r = 0; r < rows.length; r++) {
            Vectors.axpy(a, x.rows[r], rows[r], rows[r].length);
        }
    }

    /** this = a this. */
    public void scale(double a) {
        for (double[] row : rows) {
            Vectors.scale(a, row, row.length);
        }
    }

    /** this = x + a (x - y). */
    public void extrapolate(double a, Iterate x, Iterate y) {
        for (int r = 0; r < rows.length; r++) {
            Vectors.extrapolate(a, x.rows[r], y.rows[r], rows[r], rows[r].length);
        }
    }
}
