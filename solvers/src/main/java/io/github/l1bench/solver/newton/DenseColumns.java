package io.github.l1bench.solver.newton;

import static io.github.l1bench.kernel.KernelChoice.KERNELS;

import io.github.l1bench.kernel.Segments;
import io.github.l1bench.kernel.Team;
import io.github.l1bench.kernel.Vectors;
import io.github.l1bench.problem.Design;
import java.util.Arrays;

/**
 * Columns of a {@link FloatLayout}. Their rounding does not limit the solution: they multiply differences to the
 * last exact gradient and changes of the weights, both of which vanish, and scores are made anew from the design at
 * every look at the certificate.
 *
 * <p>Gram products look at the first rows only, to begin with {@value #GRAM_ROWS} or an eighth: curvature need not be exact
 * where a line search follows. Diagonal entries are raised to their all-rows value, so that the model does not underestimate
 * the curvature along any coordinate.
 */
final class DenseColumns implements WorkingColumns {
    private static final int GRAM_ROWS = 2500;
    // Inner products that are dealt out together: vector kernels take eight at a time.
    private static final int DOTS_GRAIN = 8;
    // Where there are many rows, so many of them cost less than the sweeps that they save.
    private static final int GRAM_SHARE = 8;

    private final Design design;
    private final FloatLayout layout;
    private final Team team;
    private final Segments segments;
    private final Turned[] turned;
    private final double[] means;
    private final float[][][] columns;
    private final float[][] vector;
    private final float[][] weights;
    private final float[][] combination;
    private float[][][] terms = new float[0][][];
    private float[] factors = new float[0];
    private final boolean wholeDiagonal;
    private int gramSegments;

    DenseColumns(Design design, Team team, Rules rules) {
        this.wholeDiagonal = rules.has(Rule.WHOLE_DIAGONAL);
        int n = design.rows();
        int p = design.columns();
        this.design = design;
        this.team = team;
        this.layout = FloatLayout.of(design);
        this.segments = new Segments(n);
        this.means = new double[p + 1];
        this.columns = new float[p + 1][][];
        this.vector = segments.zeros();
        this.weights = segments.zeros();
        this.combination = segments.zeros();
        this.turned = new Turned[team.size()];
        for (int member = 0; member < turned.length; member++) {
            turned[member] = new Turned(n);
        }
        this.gramSegments = evenSegments(firstGramRows(n, rules));
        columns[p] = segments.zeros();
        segments.fill(columns[p], 1);
    }

    /** How many of n rows Gram products look at to begin with, if there are so many. */
    static int firstGramRows(int n, Rules rules) {
        return rules.has(Rule.FEW_GRAM_ROWS) ? Math.max(GRAM_ROWS, n / GRAM_SHARE) : n;
    }

    private int evenSegments(int rows) {
        int pairs = 1;
        while (segments.samples(2 * pairs) < Math.min(rows, design.rows())) {
            pairs++;
        }
        return 2 * pairs;
    }

    @Override
    public RowOrder order() {
        return layout.order();
    }

    @Override
    public void require(int[] features) {
        int[] missing = Arrays.stream(features).filter(j -> columns[j] == null).toArray();
        team.run(missing.length, 1, (from, to, member) -> {
            for (int q = from; q < to; q++) {
                FloatLayout.Column column = layout.column(design, missing[q]);
                columns[missing[q]] = column.values();
                means[missing[q]] = column.mean();
            }
        });
    }

    @Override
    public double mean(int j) {
        return means[j];
    }

    @Override
    public void setVector(double[] v, double[] minus) {
        team.run(segments.count(), 1, (from, to, member) -> segments.difference(v, minus, vector, from, to));
    }

    @Override
    public void dots(int[] features, int count, double[] out) {
        team.run(
                count,
                DOTS_GRAIN,
                (from, to, member) ->
                        turned[member].segments.dots(vector, columns, features, from, to, segments.count(), out));
    }

    @Override
    public void combine(int[] features, double[] by, double[] out) {
        if (terms.length < features.length + 4) {
            terms = new float[2 * features.length + 4][][];
            factors = new float[terms.length];
        }
        int taken = 0;
        for (int a = 0; a < features.length; a++) {
            if (by[a] != 0) {
                terms[taken] = columns[features[a]];
                factors[taken++] = (float) by[a];
            }
        }
        for (int q = taken; q % 4 != 0; q++) {
            terms[q] = columns[columns.length - 1];
            factors[q] = 0;
        }
        int count = taken;
        team.run(segments.count(), 1, (from, to, member) -> {
            segments.combine(factors, terms, count, combination, from, to);
            segments.widen(combination, out, from, to);
        });
    }

    @Override
    public void rows(int[] features, int from, int to, double[][] out) {
        int length = segments.samples(1);
        for (int a = 0; a < features.length; a++) {
            float[][] column = columns[features[a]];
            int segment = from / length;
            int place = from % length;
            for (int i = 0; i < to - from; i++) {
                if (place == length) {
                    segment++;
                    place = 0;
                }
                out[i][a] = column[segment][place++];
            }
        }
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
    public int gramColumns() {
        return KERNELS.weightedColumns();
    }

    @Override
    public void gram(int[] rows, int[] features, int count, int member, double[][] out, double[] diagonal) {
        if (rows.length == 1 || rows.length < gramColumns()) {
            WorkingColumns.super.gram(rows, features, count, member, out, diagonal);
            return;
        }
        float[][][] taken = Arrays.stream(rows).mapToObj(j -> columns[j]).toArray(float[][][]::new);
        turned[member].segments.weightedDots(weights, taken, columns, features, count, gramSegments, out);
        double samples = segments.samples(gramSegments);
        for (double[] products : out) {
            Vectors.scale(1 / samples, products, count);
        }
        for (int r = 0; r < rows.length; r++) {
            diagonal[r] = productsOf(rows[r], member).withItself();
        }
    }

    @Override
    public Products productsOf(int a, int member) {
        turned[member].to(columns[a]);
        return turned[member];
    }

    /** A column multiplied with the weights, and the work arrays of one member. */
    private final class Turned implements Products {
        private final Segments segments;
        private final float[][] weighted;
        private float[][] column;

        Turned(int samples) {
            this.segments = new Segments(samples);
            this.weighted = segments.zeros();
        }

        void to(float[][] next) {
            column = next;
            Segments.multiply(weights, column, weighted);
        }

        @Override
        public double with(int j) {
            return onGramRows(columns[j]);
        }

        @Override
        public void with(int[] features, int count, double[] out) {
            segments.dots(weighted, columns, features, 0, count, gramSegments, out);
            int rows = segments.samples(gramSegments);
            for (int q = 0; q < count; q++) {
                out[q] /= rows;
            }
        }

        private double onGramRows(float[][] other) {
            return segments.dot(weighted, other, gramSegments) / segments.samples(gramSegments);
        }

        @Override
        public double withItself() {
            if (!wholeDiagonal) {
                return onGramRows(column);
            }
            double all = segments.dot(weighted, column, segments.count()) / design.rows();
            return gramSegments < segments.count() ? Math.max(all, onGramRows(column)) : all;
        }
    }
}
