package io.github.l1bench.solver.newton;

import static io.github.l1bench.kernel.KernelChoice.KERNELS;

import io.github.l1bench.kernel.Vectors;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * The second-order model of the objective in all nonzero weights and the intercepts, where it is smooth:
 *
 * <pre>
 *   (H d)_k = X_k' u_k / n,    u_ik = p_ik (dz_ik - sum_l p_il dz_il),    dz_k = X_k d_k,
 * </pre>
 *
 * with X_k the nonzero weights' columns of class k and the column of ones. Vectors have a row for each class. The
 * preconditioner is the block of H that belongs to one class, from its {@link BlockModel}.
 */
final class JointModel {
    // Keeps the factorisation going where columns are nearly dependent.
    private static final double RIDGE = 1e-9;

    private final State state;
    private final WorkingColumns columns;
    private final Block[] blocks;
    private final double[][] dz;
    private final double[] mean;
    private final double[] zeros;
    private double columnsRead;

    JointModel(State state, WorkingColumns columns, ClassStep classStep, WorkingSet set) {
        this.state = state;
        this.columns = columns;
        this.dz = new double[state.classes()][state.samples()];
        this.mean = new double[state.samples()];
        this.zeros = new double[state.samples()];
        this.blocks = new Block[state.classes()];
        for (int k = 0; k < blocks.length; k++) {
            blocks[k] = new Block(k, set.features()[k], classStep);
            columnsRead += set.features()[k].length;
        }
    }

    /** Products with columns so far, in columns of n entries. */
    double columnsRead() {
        return columnsRead;
    }

    /** The downhill gradient, -(g + lambda sign w), and 0 for the penalty's part of an intercept. */
    double[][] descent() {
        double[][] descent = new double[blocks.length][];
        for (int k = 0; k < blocks.length; k++) {
            descent[k] = blocks[k].descent.clone();
        }
        return descent;
    }

    /**
     * The solution of the system of each class alone, for vectors whose intercepts sum to zero: the same number added to
     * all of them changes no softmax, and where H is zero, conjugate gradients would run away on rounding.
     */
    double[][] precondition(double[][] r) {
        double[][] z = new double[r.length][];
        double mean = meanIntercept(r);
        for (int k = 0; k < r.length; k++) {
            double[] right = r[k].clone();
            right[right.length - 1] -= mean;
            z[k] = blocks[k].solve(right);
        }
        mean = meanIntercept(z);
        for (double[] row : z) {
            row[row.length - 1] -= mean;
        }
        return z;
    }

    private static double meanIntercept(double[][] x) {
        double sum = 0;
        for (double[] row : x) {
            sum += row[row.length - 1];
        }
        return sum / x.length;
    }

    /** H d. */
    double[][] times(double[][] d) {
        int n = state.samples();
        for (int k = 0; k < blocks.length; k++) {
            columns.combine(blocks[k].features, d[k], dz[k]);
            columnsRead += 2.0 * blocks[k].features.length;
        }
        state.team().run(n, State.GRAIN, this::toResiduals);
        double[][] product = new double[d.length][];
        for (int k = 0; k < blocks.length; k++) {
            int last = blocks[k].features.length - 1;
            product[k] = new double[last + 1];
            columns.setVector(dz[k], zeros);
            columns.dots(blocks[k].features, last, product[k]);
            product[k][last] = KERNELS.sum(dz[k], n);
            Vectors.scale(1.0 / n, product[k], last + 1);
        }
        return product;
    }

    // dz becomes u.
    private void toResiduals(int from, int to, int member) {
        double[] s = state.sums();
        for (int i = from; i < to; i++) {
            mean[i] = 0;
        }
        for (int k = 0; k < dz.length; k++) {
            addProduct(state.exponentials(k), dz[k], mean, from, to);
        }
        for (int i = from; i < to; i++) {
            mean[i] /= s[i];
        }
        for (int k = 0; k < dz.length; k++) {
            weighDifference(state.exponentials(k), s, mean, dz[k], from, to);
        }
    }

    private static void addProduct(double[] a, double[] b, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] += a[i] * b[i];
        }
    }

    private static void weighDifference(double[] e, double[] s, double[] mean, double[] dz, int from, int to) {
        for (int i = from; i < to; i++) {
            dz[i] = e[i] / s[i] * (dz[i] - mean[i]);
        }
    }

    /** {@code d} in the order of the working set's features, zero where the weight is. */
    double[][] spread(double[][] d, WorkingSet set) {
        double[][] spread = new double[d.length][];
        for (int k = 0; k < d.length; k++) {
            spread[k] = new double[set.features()[k].length];
            for (int a = 0; a < d[k].length; a++) {
                spread[k][blocks[k].places[a]] = d[k][a];
            }
        }
        return spread;
    }

    /** One class: its nonzero weights, at these places of the working set, and last its intercept. */
    private final class Block {
        private final int[] places;
        private final int[] features;
        private final double[] descent;
        private final DMatrixRMaj matrix;
        private final LinearSolverDense<DMatrixRMaj> cholesky;
        private final boolean factorized;

        Block(int k, int[] all, ClassStep classStep) {
            double[] g = classStep.gradient(k, all);
            double[] w = state.weights()[k];
            this.places = nonzeros(w, all);
            int m = places.length;
            this.features = new int[m];
            this.descent = new double[m];
            for (int a = 0; a < m; a++) {
                features[a] = all[places[a]];
                double penalty = a == m - 1 ? 0 : state.lambda() * Math.signum(w[features[a]]);
                descent[a] = -g[places[a]] - penalty;
            }
            this.matrix = select(classStep.model(k).hessian());
            this.cholesky = LinearSolverFactory_DDRM.symmPosDef(m);
            this.factorized = cholesky.setA(matrix.copy());
        }

        private static int[] nonzeros(double[] w, int[] all) {
            int[] places = new int[all.length];
            int count = 0;
            for (int a = 0; a < all.length; a++) {
                if (a == all.length - 1 || w[all[a]] != 0) {
                    places[count++] = a;
                }
            }
            return Arrays.copyOf(places, count);
        }

        private DMatrixRMaj select(double[][] hessian) {
            DMatrixRMaj selected = new DMatrixRMaj(places.length, places.length);
            for (int a = 0; a < places.length; a++) {
                for (int b = 0; b < places.length; b++) {
                    selected.set(a, b, hessian[places[a]][places[b]]);
                }
                selected.set(a, a, selected.get(a, a) * (1 + RIDGE) + Double.MIN_NORMAL);
            }
            return selected;
        }

        double[] solve(double[] r) {
            double[] z = new double[r.length];
            if (factorized) {
                cholesky.solve(DMatrixRMaj.wrap(r.length, 1, r), DMatrixRMaj.wrap(r.length, 1, z));
            } else {
                for (int a = 0; a < r.length; a++) {
                    z[a] = r[a] / matrix.get(a, a);
                }
            }
            return z;
        }
    }
}
