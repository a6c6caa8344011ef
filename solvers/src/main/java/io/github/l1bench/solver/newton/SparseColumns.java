package io.github.l1bench.solver.newton;

import static io.github.l1bench.kernel.KernelChoice.KERNELS;

import io.github.l1bench.kernel.SparseSums;
import io.github.l1bench.kernel.Team;
import io.github.l1bench.problem.Design;
import java.util.Arrays;
import org.ejml.data.DMatrixSparseCSC;

/**
 * Columns read from the nonzeros of U in place, centred implicitly: x_j = u_j - c_j with c_j the mean of u_j, so that
 *
 * <pre>
 *   x_a' D x_b = u_a' D u_b - c_a w'u_b - c_b w'u_a + c_a c_b sum(w),    D = diag(w).
 * </pre>
 *
 * The column of ones is the one without nonzeros and with c = -1. Nothing is densified and Gram products look at all
 * rows.
 */
final class SparseColumns implements WorkingColumns {
    /** Beyond this share of nonzeros, vector instructions on gathered columns win. */
    private static final double MAX_DENSITY = 0.08;

    // Columns that are dealt out together.
    private static final int GRAIN = 8;

    private final DMatrixSparseCSC matrix;
    private final double[] centers;
    private final double[] shift;
    private final boolean[] ready;
    private final int samples;
    private final int features;
    private final double[] vector;
    private final Team team;
    private final Turned[] turned;
    private final double[] weightedSums;
    private double vectorSum;
    private double[] weights;
    private double weightSum;

    /** Whether the columns of {@code design} are few nonzeros, so that these are the ones for it. */
    static boolean suit(Design design) {
        return design.density() < MAX_DENSITY;
    }

    SparseColumns(Design design, Team team) {
        this.team = team;
        this.matrix = design.uncenteredColumns();
        this.samples = design.rows();
        this.features = design.columns();
        this.shift = design.shift();
        this.centers = new double[features + 1];
        this.ready = new boolean[features + 1];
        this.vector = new double[samples];
        this.turned = new Turned[team.size()];
        for (int member = 0; member < turned.length; member++) {
            turned[member] = new Turned(samples);
        }
        this.weightedSums = new double[features + 1];
        centers[features] = -1;
        ready[features] = true;
    }

    @Override
    public RowOrder order() {
        return RowOrder.natural(samples);
    }

    @Override
    public void require(int[] wanted) {
        for (int j : wanted) {
            if (!ready[j]) {
                ready[j] = true;
                centers[j] = mean(matrix.nz_values, matrix.col_idx[j], matrix.col_idx[j + 1]);
            }
        }
    }

    private double mean(double[] values, int from, int to) {
        double sum = 0;
        for (int t = from; t < to; t++) {
            sum += values[t];
        }
        return sum / samples;
    }

    @Override
    public double mean(int j) {
        return j == features ? 0 : centers[j] - shift[j];
    }

    @Override
    public void setVector(double[] v, double[] minus) {
        for (int i = 0; i < samples; i++) {
            vector[i] = v[i] - minus[i];
        }
        vectorSum = KERNELS.sum(vector, samples);
    }

    private double sparseDot(int j, double[] v) {
        return j == features ? 0 : SparseSums.dot(matrix, j, v);
    }

    @Override
    public void dots(int[] wanted, int count, double[] out) {
        team.run(count, GRAIN, (from, to, member) -> {
            for (int a = from; a < to; a++) {
                int j = wanted[a];
                out[a] = sparseDot(j, vector) - centers[j] * vectorSum;
            }
        });
    }

    @Override
    public void combine(int[] wanted, double[] by, double[] out) {
        double constant = 0;
        for (int a = 0; a < wanted.length; a++) {
            constant -= by[a] * centers[wanted[a]];
        }
        Arrays.fill(out, constant);
        for (int a = 0; a < wanted.length; a++) {
            if (by[a] != 0 && wanted[a] != features) {
                SparseSums.scatter(by[a], matrix, wanted[a], out);
            }
        }
    }

    @Override
    public void rows(int[] wanted, int from, int to, double[][] out) {
        for (int a = 0; a < wanted.length; a++) {
            int j = wanted[a];
            for (int i = 0; i < to - from; i++) {
                out[i][a] = -centers[j];
            }
            if (j != features) {
                int end = matrix.col_idx[j + 1];
                int found = Arrays.binarySearch(matrix.nz_rows, matrix.col_idx[j], end, from);
                for (int t = found >= 0 ? found : -found - 1; t < end && matrix.nz_rows[t] < to; t++) {
                    out[matrix.nz_rows[t] - from][a] += matrix.nz_values[t];
                }
            }
        }
    }

    @Override
    public double gramShare() {
        return 1;
    }

    @Override
    public boolean growGram() {
        return false;
    }

    @Override
    public void setWeights(double[] w, int[] wanted) {
        weights = w;
        weightSum = KERNELS.sum(w, samples);
        team.run(wanted.length, GRAIN, (from, to, member) -> {
            for (int a = from; a < to; a++) {
                weightedSums[wanted[a]] = sparseDot(wanted[a], w);
            }
        });
    }

    @Override
    public Products productsOf(int a, int member) {
        turned[member].to(a);
        return turned[member];
    }

    /** A column multiplied with the weights, for one member. */
    private final class Turned implements Products {
        private final double[] weighted;
        private int column = -1;

        Turned(int samples) {
            this.weighted = new double[samples];
        }

        void to(int next) {
            clear();
            column = next;
            if (next != features) {
                for (int t = matrix.col_idx[next]; t < matrix.col_idx[next + 1]; t++) {
                    int i = matrix.nz_rows[t];
                    weighted[i] = weights[i] * matrix.nz_values[t];
                }
            }
        }

        private void clear() {
            if (column >= 0 && column != features) {
                for (int t = matrix.col_idx[column]; t < matrix.col_idx[column + 1]; t++) {
                    weighted[matrix.nz_rows[t]] = 0;
                }
            }
        }

        @Override
        public double with(int j) {
            int a = column;
            double correction =
                    centers[a] * weightedSums[j] + centers[j] * weightedSums[a] - centers[a] * centers[j] * weightSum;
            return (sparseDot(j, weighted) - correction) / samples;
        }

        @Override
        public double withItself() {
            return with(column);
        }
    }
}
