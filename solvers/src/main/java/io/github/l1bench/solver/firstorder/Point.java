package io.github.l1bench.solver.firstorder;

import io.github.l1bench.kernel.Vectors;
import io.github.l1bench.problem.Coefficients;
import java.util.Arrays;

/** A vector of the space of weights and intercepts, with the arithmetic of vectors. */
final class Point {
    /** K rows of p. */
    final double[][] weights;

    /** K values. */
    final double[] intercept;

    // The same arrays, as what they are to vector arithmetic: K + 1 rows.
    private final double[][] rows;

    private Point(double[][] weights, double[] intercept) {
        this.weights = weights;
        this.intercept = intercept;
        this.rows = Arrays.copyOf(weights, weights.length + 1);
        this.rows[weights.length] = intercept;
    }

    /** The origin, for K classes and p features. */
    static Point zero(int classes, int features) {
        return new Point(new double[classes][features], new double[classes]);
    }

    /** A copy of {@code coefficients}. */
    static Point of(Coefficients coefficients) {
        Coefficients copy = coefficients.copy();
        return new Point(copy.weights(), copy.intercept());
    }

    /** These values as coefficients, copied. */
    Coefficients coefficients() {
        return new Coefficients(weights, intercept).copy();
    }

    /** sum_jk |W_jk|. */
    double l1Norm() {
        return new Coefficients(weights, intercept).l1Norm();
    }

    /** A copy. */
    Point copy() {
        return of(new Coefficients(weights, intercept));
    }

    /** x - y, a new point. */
    static Point difference(Point x, Point y) {
        Point difference = x.copy();
        difference.add(-1, y);
        return difference;
    }

    /** this = x. */
    void copyFrom(Point x) {
        for (int r = 0; r < rows.length; r++) {
            System.arraycopy(x.rows[r], 0, rows[r], 0, rows[r].length);
        }
    }

    /** The inner product. */
    double dot(Point other) {
        double total = 0;
        for (int r = 0; r < rows.length; r++) {
            total += Vectors.dot(rows[r], other.rows[r], rows[r].length);
        }
        return total;
    }

    /** (a - b) . (c - d). */
    static double dotOfDifferences(Point a, Point b, Point c, Point d) {
        double total = 0;
        for (int r = 0; r < a.rows.length; r++) {
            total += Vectors.dotOfDifferences(a.rows[r], b.rows[r], c.rows[r], d.rows[r], a.rows[r].length);
        }
        return total;
    }

    /** this += a x. */
    void add(double a, Point x) {
        for (int r = 0; r < rows.length; r++) {
            Vectors.axpy(a, x.rows[r], rows[r], rows[r].length);
        }
    }

    /** this = a this. */
    void scale(double a) {
        for (double[] row : rows) {
            Vectors.scale(a, row, row.length);
        }
    }

    /** this = x + a (x - y). */
    void extrapolate(double a, Point x, Point y) {
        for (int r = 0; r < rows.length; r++) {
            Vectors.extrapolate(a, x.rows[r], y.rows[r], rows[r], rows[r].length);
        }
    }
}
