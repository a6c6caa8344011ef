package io.github.l1bench.solver.newton;

import io.github.l1bench.kernel.Team;
import java.util.Arrays;

/**
 * The second-order model of the loss along the working columns of one class: H = X_S' diag(p (1 - p)) X_S / n, the
 * intercept's column of ones being the last of S.
 *
 * <p>The weights p (1 - p) are frozen when a model is first made and kept when the working set changes, so that only new
 * rows and columns of H are computed. Entries of different weights are never mixed: H would be indefinite.
 */
final class BlockModel {
    private double[] curvature;
    private final boolean kept;
    private boolean frozen;
    private int[] features;
    private double[][] hessian;

    BlockModel(boolean kept) {
        this.kept = kept;
    }

    /** S: features, and the column of ones. */
    int[] features() {
        return features;
    }

    /** H, as large as S. */
    double[][] hessian() {
        return hessian;
    }

    /** Forgets the weights, so that the next {@link #update} takes new ones. */
    void renew() {
        frozen = false;
    }

    /**
     * Makes H for {@code wanted}; does nothing where it has it.
     *
     * @return the number of inner products computed, in columns of n entries
     */
    double update(int[] wanted, State state, int k, WorkingColumns columns) {
        if (frozen && features == wanted) {
            return 0;
        }
        frozen &= kept;
        int[] old = frozen ? features : new int[0];
        if (!frozen) {
            curvature = curvature == null ? new double[state.samples()] : curvature;
            state.curvature(k, curvature);
            frozen = true;
        }
        double work = fill(wanted, positions(wanted, old), columns, state.team());
        features = wanted;
        return work;
    }

    // For each wanted feature its place in the old, ascending list, or -1.
    private static int[] positions(int[] wanted, int[] old) {
        int[] positions = new int[wanted.length];
        int u = 0;
        for (int a = 0; a < wanted.length; a++) {
            while (u < old.length && old[u] < wanted[a]) {
                u++;
            }
            positions[a] = u < old.length && old[u] == wanted[a] ? u : -1;
        }
        return positions;
    }

    private double fill(int[] wanted, int[] known, WorkingColumns columns, Team team) {
        int m = wanted.length;
        double[][] h = new double[m][m];
        columns.setWeights(curvature, wanted);
        team.run(m, 1, (from, to, member) -> {
            for (int a = from; a < to; a++) {
                if (known[a] >= 0) {
                    copyKnown(known, a, h[a]);
                } else {
                    compute(columns.productsOf(wanted[a], member), wanted, known, a, h);
                }
            }
        });
        hessian = h;
        int old = (int) Arrays.stream(known).filter(position -> position >= 0).count();
        int added = m - old;
        return added + columns.gramShare() * (added * (added - 1.0) / 2 + (double) added * old);
    }

    // Row and column a of H, but for the new columns before it, each of which computes its own.
    private static void compute(WorkingColumns.Products a, int[] wanted, int[] known, int row, double[][] h) {
        h[row][row] = a.withItself();
        int[] places = new int[wanted.length];
        int[] features = new int[wanted.length];
        int count = 0;
        for (int b = 0; b < wanted.length; b++) {
            if (b > row || known[b] >= 0) {
                features[count] = wanted[b];
                places[count++] = b;
            }
        }
        double[] products = new double[count];
        a.with(features, count, products);
        for (int q = 0; q < count; q++) {
            h[row][places[q]] = h[places[q]][row] = products[q];
        }
    }

    private void copyKnown(int[] known, int a, double[] row) {
        double[] old = hessian[known[a]];
        for (int b = 0; b < known.length; b++) {
            if (known[b] >= 0) {
                row[b] = old[known[b]];
            }
        }
    }
}
