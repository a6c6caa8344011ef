package io.github.l1bench.solver.newton;

import io.github.l1bench.kernel.Kernels;
import io.github.l1bench.kernel.Segments;
import io.github.l1bench.kernel.Team;
import io.github.l1bench.problem.Design;
import io.github.l1bench.problem.Levels;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Columns of a {@link ByteLayout}: bytes, a quarter of the memory of floats, where each is at most 256 evenly spaced
 * {@link Levels}. They are centred outside the sums: with x_ij = step_j b_ij - c_j,
 *
 * <pre>
 *   x_j'v = step_j b_j'v - c_j sum(v),    sum_j f_j x_j = sum_j (f_j step_j) b_j - sum_j f_j c_j.
 * </pre>
 *
 * The column of ones is b = 1 with step 1 and c = 0. Gram products look at the first rows, as in {@link DenseColumns}.
 */
final class ByteColumns implements WorkingColumns {
    // Inner products that are dealt out together: vector kernels take eight at a time.
    private static final int DOTS_GRAIN = 8;
    // Rows of a combination that are dealt out together: the sums of so many stay in the first-level cache.
    private static final int BLOCK = 2048;

    private final Design design;
    private final Kernels kernels;
    private final Team team;
    private final RowOrder order;
    private final ByteLayout layout;
    private final boolean wholeDiagonal;
    private final int samples;
    private final int length;
    private final byte[][] columns;
    private final double[] steps;
    private final double[] centers;
    private final double[] means;
    private final double[] difference;
    private final float[] vector;
    private final float[] weights;
    private final float[] combination;
    private final Member[] members;
    private byte[][] terms = new byte[0][];
    private float[] factors = new float[0];
    private double vectorSum;
    private int gramRows;

    ByteColumns(Design design, Team team, Rules rules, Kernels kernels) {
        this.design = design;
        this.kernels = kernels;
        this.team = team;
        this.wholeDiagonal = rules.has(Rule.WHOLE_DIAGONAL);
        this.samples = design.rows();
        this.order = RowOrder.spread(samples);
        this.layout = ByteLayout.of(design);
        this.length = kernels.segmentLength(samples);
        int p = design.columns();
        this.columns = new byte[p + 1][];
        this.steps = new double[p + 1];
        this.centers = new double[p + 1];
        this.means = new double[p + 1];
        this.difference = new double[samples];
        this.vector = new float[length];
        this.weights = new float[length];
        this.combination = new float[length];
        this.members = new Member[team.size()];
        Arrays.setAll(members, member -> new Member());
        this.gramRows = wholeRows(DenseColumns.firstGramRows(samples, rules));
        columns[p] = new byte[length];
        Arrays.fill(columns[p], (byte) 1);
        steps[p] = 1;
    }

    // So many that they end with a register, or all, behind which all arrays are padded with zeros.
    private int wholeRows(int rows) {
        return Math.min(samples, kernels.segmentLength(rows));
    }

    @Override
    public RowOrder order() {
        return order;
    }

    @Override
    public void require(int[] features) {
        if (!encode(features)) {
            throw new IllegalArgumentException("a column is not at most 256 evenly spaced levels");
        }
    }

    /** Makes the columns of {@code features} ready, if all of them are bytes; returns whether they are. */
    boolean encode(int[] features) {
        int[] missing = Arrays.stream(features).filter(j -> columns[j] == null).toArray();
        AtomicBoolean all = new AtomicBoolean(true);
        team.run(missing.length, 1, (from, to, member) -> {
            for (int q = from; q < to && all.get(); q++) {
                if (!members[member].take(missing[q])) {
                    all.set(false);
                }
            }
        });
        return all.get();
    }

    @Override
    public double mean(int j) {
        return means[j];
    }

    @Override
    public void setVector(double[] v, double[] minus) {
        team.run(blocks(), 1, (from, to, member) -> {
            for (int i = from * BLOCK, end = Math.min(samples, to * BLOCK); i < end; i++) {
                difference[i] = v[i] - minus[i];
                vector[i] = (float) difference[i];
            }
        });
        vectorSum = kernels.sum(difference, samples);
    }

    private int blocks() {
        return (samples + BLOCK - 1) / BLOCK;
    }

    @Override
    public void dots(int[] features, int count, double[] out) {
        team.run(
                count,
                DOTS_GRAIN,
                (from, to, member) -> members[member].dots(vector, features, from, to, samples, vectorSum, out));
    }

    @Override
    public void combine(int[] features, double[] by, double[] out) {
        if (terms.length < features.length) {
            terms = new byte[2 * features.length][];
            factors = new float[terms.length];
        }
        int taken = 0;
        double constant = 0;
        for (int a = 0; a < features.length; a++) {
            if (by[a] != 0) {
                int j = features[a];
                terms[taken] = columns[j];
                factors[taken++] = (float) (by[a] * steps[j]);
                constant += by[a] * centers[j];
            }
        }
        int count = taken;
        double shift = constant;
        team.run(blocks(), 1, (from, to, member) -> {
            for (int block = from; block < to; block++) {
                int first = block * BLOCK;
                kernels.combineBytes(factors, terms, count, combination, first, Math.min(length, first + BLOCK));
                widen(combination, shift, out, first, Math.min(samples, first + BLOCK));
            }
        });
    }

    private static void widen(float[] x, double shift, double[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] = x[i] - shift;
        }
    }

    @Override
    public void rows(int[] features, int from, int to, double[][] out) {
        for (int a = 0; a < features.length; a++) {
            int j = features[a];
            byte[] column = columns[j];
            for (int i = from; i < to; i++) {
                out[i - from][a] = steps[j] * column[i] - centers[j];
            }
        }
    }

    @Override
    public double gramShare() {
        return gramRows / (double) samples;
    }

    @Override
    public boolean growGram() {
        int before = gramRows;
        gramRows = wholeRows(2 * gramRows);
        return gramRows > before;
    }

    @Override
    public void setWeights(double[] w, int[] features) {
        for (int i = 0; i < samples; i++) {
            weights[i] = (float) w[i];
        }
    }

    @Override
    public Products productsOf(int a, int member) {
        members[member].multiply(a);
        return members[member];
    }

    /** A column multiplied with the weights, and the work arrays of one member. */
    private final class Member implements Products {
        private final float[] weighted = new float[length];
        private final float[] scratch = new float[Segments.SCRATCH];
        private final int[] one = new int[1];
        private final double[] product = new double[1];
        private int column;
        private double weightedSum;
        private ByteEncoder encoder;

        boolean take(int j) {
            ByteLayout.Column column = layout.column(j, length);
            column = column == null ? encode(j) : column;
            if (column == ByteLayout.NONE) {
                return false;
            }
            means[j] = column.mean();
            steps[j] = column.step();
            centers[j] = column.center();
            columns[j] = column.values();
            return true;
        }

        private ByteLayout.Column encode(int j) {
            encoder = encoder == null ? new ByteEncoder(design, order.rowOfSample()) : encoder;
            byte[] rows = new byte[length];
            ByteLayout.Column column = encoder.encode(j, rows) ? column(rows, encoder.levels()) : ByteLayout.NONE;
            layout.keep(j, column);
            return column;
        }

        private static ByteLayout.Column column(byte[] rows, Levels levels) {
            return new ByteLayout.Column(rows, levels.step(), levels.mean() - levels.origin(), levels.mean());
        }

        void dots(float[] v, int[] features, int from, int to, int rows, double sum, double[] out) {
            kernels.dotsWithBytes(v, columns, features, from, to, kernels.segmentLength(rows), scratch, out);
            for (int q = from; q < to; q++) {
                int j = features[q];
                out[q] = steps[j] * out[q] - centers[j] * sum;
            }
        }

        void multiply(int a) {
            column = a;
            kernels.multiplyBytes(weights, (float) steps[a], columns[a], (float) centers[a], weighted, length);
            weightedSum = sumOfWeighted(gramRows);
        }

        private double sumOfWeighted(int rows) {
            return dot(columns.length - 1, rows, 0);
        }

        private double dot(int j, int rows, double sum) {
            one[0] = j;
            dots(weighted, one, 0, 1, rows, sum, product);
            return product[0];
        }

        @Override
        public double with(int j) {
            return dot(j, gramRows, weightedSum) / gramRows;
        }

        @Override
        public void with(int[] features, int count, double[] out) {
            dots(weighted, features, 0, count, gramRows, weightedSum, out);
            for (int q = 0; q < count; q++) {
                out[q] /= gramRows;
            }
        }

        @Override
        public double withItself() {
            if (!wholeDiagonal) {
                return with(column);
            }
            double all = dot(column, samples, sumOfWeighted(samples)) / samples;
            return gramRows < samples ? Math.max(all, with(column)) : all;
        }
    }
}
