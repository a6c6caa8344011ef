package io.github.l1bench.solver.newton;

import io.github.l1bench.kernel.Segments;
import io.github.l1bench.kernel.Vectors;
import io.github.l1bench.problem.Design;
import java.util.Arrays;

/**
 * Columns gathered on first use, as floats. Their rounding does not limit the solution: they multiply differences to the
 * last exact gradient and changes of the weights, both of which vanish, and scores are made anew from the design at
 * every look at the certificate.
 *
 * <p>Gram products look at the first rows only, to begin with {@value #GRAM_ROWS}: curvature need not be exact where a
 * line search follows. Diagonal entries are raised to their all-rows value, so that the model does not underestimate
 * the curvature along any coordinate.
 */
final class DenseColumns implements WorkingColumns {
    private static final int GRAM_ROWS = 1920;
    private static final int SMALLEST_SET = 250;

    private final Design design;
    private final RowOrder order;
    private final Segments segments;
    private final double[] means;
    private final float[][][] columns;
    private final float[][] vector;
    private final float[][] weights;
    private final float[][] weighted;
    private final float[][] combination;
    private final double[] natural;
    private final double[] ordered;
    private float[][][] terms = new float[0][][];
    private float[] factors = new float[0];
    private int gramSegments;
    private int turnedTo;

    DenseColumns(Design design) {
        int n = design.rows();
        int p = design.columns();
        this.design = design;
        this.order = RowOrder.spread(n);
        this.segments = new Segments(n);
        this.means = new double[p + 1];
        this.columns = new float[p + 1][][];
        this.vector = segments.zeros();
        this.weights = segments.zeros();
        this.weighted = segments.zeros();
        this.combination = segments.zeros();
        this.natural = new double[n];
        this.ordered = new double[n];
        this.gramSegments = evenSegments(GRAM_ROWS);
        columns[p] = segments.zeros();
        Arrays.fill(ordered, 1);
        segments.difference(ordered, 0, columns[p]);
    }

    private int evenSegments(int rows) {
        int pairs = 1;
        while (segments.samples(2 * pairs) < Math.min(rows, design.rows())) {
            pairs++;
        }
        return 2 * pairs;
    }

    @Override
    public int smallestSet() {
        return SMALLEST_SET;
    }

    @Override
    public RowOrder order() {
        return order;
    }

    @Override
    public void require(int[] features) {
        for (int j : features) {
            if (columns[j] == null) {
                columns[j] = gather(j);
            }
        }
    }

    private float[][] gather(int j) {
        design.column(j, natural);
        means[j] = Vectors.sum(natural, natural.length) / natural.length;
        order.toRows(natural, ordered);
        float[][] column = segments.zeros();
        segments.difference(ordered, means[j], column);
        return column;
    }

    @Override
    public double mean(int j) {
        return means[j];
    }

    @Override
    public void setVector(double[] v, double[] minus) {
        segments.difference(v, minus, vector);
    }

    @Override
    public double dot(int j) {
        return segments.dot(vector, columns[j], segments.count());
    }

    @Override
    public void combine(int[] features, double[] by, double[] out) {
        if (terms.length < features.length + 8) {
            terms = new float[2 * features.length + 8][][];
            factors = new float[terms.length];
        }
        int count = 0;
        for (int a = 0; a < features.length; a++) {
            if (by[a] != 0) {
                terms[count] = columns[features[a]];
                factors[count++] = (float) by[a];
            }
        }
        for (int q = count; q % 8 != 0; q++) {
            terms[q] = columns[columns.length - 1];
            factors[q] = 0;
        }
        segments.combine(factors, terms, count, combination);
        segments.widen(combination, out);
    }

    @Override
    public double gramShare() {
        return segments.samples(gramSegments) / (double) design.rows();
    }

    @Override
    public boolean growGram() {
        int before = gramSegments;
        gramSegments = Math.min(2 * gramSegments, segments.count());
        return gramSegments > before;
    }

    @Override
    public void setWeights(double[] w, int[] features) {
        segments.difference(w, 0, weights);
    }

    @Override
    public void turnTo(int j) {
        turnedTo = j;
        segments.multiply(weights, columns[j], weighted, segments.count());
    }

    @Override
    public double gram(int j) {
        return segments.dot(weighted, columns[j], gramSegments) / segments.samples(gramSegments);
    }

    @Override
    public double gramDiagonal() {
        double all = segments.dot(weighted, columns[turnedTo], segments.count()) / design.rows();
        return gramSegments < segments.count() ? Math.max(all, gram(turnedTo)) : all;
    }
}
