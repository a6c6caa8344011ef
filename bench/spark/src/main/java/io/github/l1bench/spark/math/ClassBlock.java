package io.github.l1bench.spark.math;

import io.github.l1bench.problem.Design;
import java.util.Arrays;
import org.ejml.data.DMatrixSparseCSC;

/**
 * The pairs of one class and its intercept, on the rows that the driver holds: products with their columns, and their
 * block of the curvature,
 *
 * <pre>
 *   h = X' diag(q) X / m,    q = p_k (1 - p_k), the intercept's column of ones last.
 * </pre>
 *
 * Columns are as the design stores them, x_j = u_j - shift_j 1, and never densified.
 */
final class ClassBlock {
    private final DMatrixSparseCSC u;
    private final int[] features;
    private final double[] shift;
    private final double[][] h;

    /**
     * @param features of the class's pairs, ascending; kept
     * @param q of m rows
     */
    ClassBlock(Design design, int[] features, double[] q) {
        this.u = design.uncenteredColumns();
        this.features = features;
        this.shift = Arrays.stream(features).mapToDouble(j -> design.shift()[j]).toArray();
        this.h = new double[features.length + 1][features.length + 1];
        addRows(q);
        centre();
    }

    /** Pairs. */
    int size() {
        return features.length;
    }

    /** The block, symmetric; the caller may add to its diagonal. */
    double[][] curvature() {
        return h;
    }

    // Row after row, whose nonzeros are few where there are many columns; the lower triangle.
    private void addRows(double[] q) {
        int m = u.numRows;
        int[] ends = new int[m + 1];
        for (int j : features) {
            for (int t = u.col_idx[j]; t < u.col_idx[j + 1]; t++) {
                ends[u.nz_rows[t] + 1]++;
            }
        }
        for (int i = 0; i < m; i++) {
            ends[i + 1] += ends[i];
        }
        int[] place = new int[ends[m]];
        double[] value = new double[ends[m]];
        int[] next = ends.clone();
        for (int s = 0; s < features.length; s++) {
            for (int t = u.col_idx[features[s]]; t < u.col_idx[features[s] + 1]; t++) {
                int at = next[u.nz_rows[t]]++;
                place[at] = s;
                value[at] = u.nz_values[t];
            }
        }
        double[] ones = h[features.length];
        for (int i = 0; i < m; i++) {
            double weight = q[i] / m;
            for (int a = ends[i]; a < ends[i + 1]; a++) {
                double v = weight * value[a];
                double[] row = h[place[a]];
                for (int b = ends[i]; b <= a; b++) {
                    row[place[b]] += v * value[b];
                }
                ones[place[a]] += v;
            }
            ones[features.length] += weight;
        }
    }

    // (u_j - s_j)' diag(q) (u_l - s_l) = u_j'q u_l - s_j (1'q u_l) - s_l (1'q u_j) + s_j s_l 1'q.
    private void centre() {
        int size = features.length;
        double[] ones = h[size];
        double mass = ones[size];
        for (int s = 0; s < size; s++) {
            for (int l = 0; l <= s; l++) {
                h[s][l] += shift[s] * (shift[l] * mass - ones[l]) - shift[l] * ones[s];
            }
        }
        for (int s = 0; s < size; s++) {
            ones[s] -= shift[s] * mass;
        }
        for (int s = 0; s <= size; s++) {
            for (int l = 0; l < s; l++) {
                h[l][s] = h[s][l];
            }
        }
    }

    /** {@code out} = X'e / m, the intercept's last. */
    void products(double[] e, double[] out) {
        int m = u.numRows;
        double ofOnes = 0;
        for (int i = 0; i < m; i++) {
            ofOnes += e[i];
        }
        for (int s = 0; s < features.length; s++) {
            double sum = 0;
            for (int t = u.col_idx[features[s]]; t < u.col_idx[features[s] + 1]; t++) {
                sum += u.nz_values[t] * e[u.nz_rows[t]];
            }
            out[s] = (sum - shift[s] * ofOnes) / m;
        }
        out[features.length] = ofOnes / m;
    }

    /** {@code out} = X change, the intercept's last. */
    void scores(double[] change, double[] out) {
        double constant = change[features.length];
        for (int s = 0; s < features.length; s++) {
            constant -= shift[s] * change[s];
        }
        Arrays.fill(out, 0, u.numRows, constant);
        for (int s = 0; s < features.length; s++) {
            if (change[s] != 0) {
                for (int t = u.col_idx[features[s]]; t < u.col_idx[features[s] + 1]; t++) {
                    out[u.nz_rows[t]] += change[s] * u.nz_values[t];
                }
            }
        }
    }
}
