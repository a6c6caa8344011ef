package io.github.l1bench.solver.newton;

import io.github.l1bench.kernel.Team;
import java.util.Arrays;

/**
 * The second-order model of the loss along the working columns of one class: H = X_S' diag(p (1 - p)) X_S / n, the
 * intercept's column of ones being the last of S.
 *
 * <p>The weights p (1 - p) are frozen when a model is first made and kept when the working set changes, so that only new
 * rows and columns of H are computed. Entries of different weights, or of products on other rows of the design, are never
 * mixed: H would be indefinite.
 */
final class BlockModel {
    // Most shortened steps are halved once; less than twice the curvature is what they lacked.
    private static final double CAUTION = 1.5;
    // A model costs as much as many sweeps do, so that it is kept where one or two steps were too long.
    private static final int MOST_SHORTENED = 3;

    private double[] curvature;
    private final boolean kept;
    private boolean frozen;
    private boolean cautious;
    private int shortened;
    private double share;
    private int[] features;
    private double[][] hessian;

    BlockModel(boolean kept) {
        this.kept = kept;
    }

    /** H, as large as S. */
    double[][] hessian() {
        return hessian;
    }

    /** Forgets the weights, so that the next {@link #update} takes new ones. */
    void renew() {
        frozen = false;
        cautious = false;
        shortened = 0;
    }

    /** What H is to be multiplied with: more than one after a step that had to be shortened, as H was too small for it. */
    double factor() {
        return cautious ? CAUTION : 1;
    }

    /** Takes note of a step along the direction of this model. One that has been too small for several is made anew. */
    void afterStep(boolean wasShortened) {
        cautious = wasShortened;
        shortened += wasShortened ? 1 : 0;
        if (shortened == MOST_SHORTENED) {
            renew();
        }
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
        frozen &= kept && share == columns.gramShare();
        share = columns.gramShare();
        int[] old = frozen ? features : new int[0];
        if (!frozen) {
            curvature = curvature == null ? new double[state.samples()] : curvature;
            state.curvature(k, curvature);
            renew();
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
        for (int a = 0; a < m; a++) {
            if (known[a] >= 0) {
                copyKnown(known, a, h[a]);
            }
        }
        int[] fresh = fresh(known);
        int group = columns.gramColumns();
        team.run((fresh.length + group - 1) / group, 1, (from, to, member) -> {
            for (int g = from; g < to; g++) {
                int[] rows = Arrays.copyOfRange(fresh, g * group, Math.min(fresh.length, (g + 1) * group));
                compute(columns, member, wanted, known, rows, h);
            }
        });
        hessian = h;
        int added = fresh.length;
        int old = m - added;
        return added + columns.gramShare() * (added * (added - 1.0) / 2 + (double) added * old);
    }

    // These rows and columns of H, but for the new columns before them, each of which computes its own.
    private static void compute(
            WorkingColumns columns, int member, int[] wanted, int[] known, int[] rows, double[][] h) {
        int[] places = new int[wanted.length];
        int[] features = new int[wanted.length];
        int count = 0;
        for (int b = 0; b < wanted.length; b++) {
            if (b > rows[0] || known[b] >= 0) {
                features[count] = wanted[b];
                places[count++] = b;
            }
        }
        int[] own = new int[rows.length];
        for (int r = 0; r < rows.length; r++) {
            own[r] = wanted[rows[r]];
        }
        double[][] products = new double[rows.length][count];
        double[] diagonal = new double[rows.length];
        columns.gram(own, features, count, member, products, diagonal);
        for (int r = 0; r < rows.length; r++) {
            for (int q = 0; q < count; q++) {
                h[rows[r]][places[q]] = h[places[q]][rows[r]] = products[r][q];
            }
            h[rows[r]][rows[r]] = diagonal[r];
        }
    }

    private static int[] fresh(int[] known) {
        int[] fresh = new int[known.length];
        int count = 0;
        for (int a = 0; a < known.length; a++) {
            if (known[a] < 0) {
                fresh[count++] = a;
            }
        }
        return Arrays.copyOf(fresh, count);
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
