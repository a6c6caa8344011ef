package io.github.l1bench.solver.newton;

import io.github.l1bench.kernel.Vectors;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Minimises the model of a joint step,
 *
 * <pre>
 *   g' d + (1/2) d' H d + lambda |w + d|_1,    intercepts not penalised,
 * </pre>
 *
 * by coordinate descent. Rounds over all coordinates find out which are zero; between two of them are rounds over the
 * others, every few of them extrapolated by {@link Anderson}, whose sums of points have the same sums of gradients. Where
 * these creep all the same, as they do where columns are nearly dependent, linear systems are solved.
 *
 * <p>What the softmax cannot see, the same number added to all weights of a feature, H does not see either; coordinates
 * would creep along it, so that after each round over all the median is taken off.
 */
final class JointDescent {
    private static final int MAX_ROUNDS = 100;
    private static final int INNER_ROUNDS = 50;
    private static final int MEMORY = 5;
    private static final int MAX_SOLVES = 20;
    // Keeps the factorisation going along what H does not see.
    private static final double RIDGE = 1e-9;

    private final WorkingSet set;
    private double lambda;
    private final double[][] h;
    private final boolean[] free;
    private final int[][] shared;
    private final Anderson anderson = new Anderson(MEMORY);
    private final double[] scale;
    private double multiplied;

    /** @param h M x M, in the order of {@link JointHessian} */
    JointDescent(WorkingSet set, double[][] h) {
        this.set = set;
        this.h = h;
        this.free = set.intercepts();
        this.shared = set.shared();
        this.scale = new double[2 * h.length];
        for (int a = 0; a < h.length; a++) {
            scale[a] = Math.sqrt(h[a][a]);
        }
    }

    /** Multiply-adds so far. */
    double multiplied() {
        return multiplied;
    }

    /**
     * @param g gradient at d = 0; becomes the gradient of the model's smooth part at d
     * @param w current values, M; overwritten with w + d, zeros exact
     * @param penalty lambda
     * @param enough the largest violation of the model's optimality conditions that is good enough
     */
    void minimize(double[] g, double[] w, double penalty, double enough) {
        lambda = penalty;
        for (int round = 0; round < MAX_ROUNDS; round++) {
            for (int a = w.length - 1; a >= 0; a--) {
                step(a, g, w);
            }
            subtractMedians(w);
            if (violation(g, w, free, lambda) <= enough) {
                return;
            }
            if (!settleNonzeros(g, w, enough)) {
                solveForNonzeros(g, w);
            }
        }
    }

    // Returns false if they creep.
    private boolean settleNonzeros(double[] g, double[] w, double enough) {
        int[] nonzeros = nonzeros(w);
        anderson.restart();
        for (int inner = 1; inner <= INNER_ROUNDS; inner++) {
            double[] before = joined(w, g);
            for (int q = nonzeros.length - 1; q >= 0; q--) {
                step(nonzeros[q], g, w);
            }
            anderson.add(before, joined(w, g), scale);
            if (inner % MEMORY == 0 && (!extrapolate(g, w) || violation(g, w, nonzeros) <= enough)) {
                return true;
            }
        }
        return false;
    }

    private static double[] joined(double[] w, double[] g) {
        double[] both = Arrays.copyOf(w, w.length + g.length);
        System.arraycopy(g, 0, both, w.length, g.length);
        return both;
    }

    // Goes to Anderson's point if the model is smaller there; returns whether no coordinate became zero.
    private boolean extrapolate(double[] g, double[] w) {
        double[] c = anderson.coefficients();
        double[] both = c == null ? null : anderson.combine(c);
        anderson.restart();
        if (both == null) {
            return true;
        }
        int m = w.length;
        double[] gradient = Arrays.copyOfRange(both, m, 2 * m);
        double[] point = w.clone();
        boolean same = true;
        double change = 0;
        for (int a = 0; a < m; a++) {
            double next = both[a];
            if (!free[a] && next != 0 && (w[a] == 0 || next * w[a] < 0)) {
                move(a, -next, gradient);
                same &= w[a] == 0;
                next = 0;
            }
            point[a] = next;
        }
        for (int a = 0; a < m; a++) {
            change += (g[a] + gradient[a]) / 2 * (point[a] - w[a]);
            change += free[a] ? 0 : lambda * (Math.abs(point[a]) - Math.abs(w[a]));
        }
        if (change < 0) {
            System.arraycopy(point, 0, w, 0, m);
            System.arraycopy(gradient, 0, g, 0, m);
            return same;
        }
        return true;
    }

    // Newton's step on the coordinates that are not zero, as far as to the first that becomes zero; then anew, without
    // it.
    private void solveForNonzeros(double[] g, double[] w) {
        double length = 0;
        for (int it = 0; it < MAX_SOLVES && length < 1; it++) {
            int[] moving = nonzeros(w);
            double[] d = newtonStep(moving, g, w);
            if (d == null) {
                return;
            }
            int first = -1;
            length = 1;
            for (int q = 0; q < d.length; q++) {
                double toZero = free[moving[q]] ? 1 : -w[moving[q]] / d[q];
                if (toZero > 0 && toZero < length) {
                    length = toZero;
                    first = q;
                }
            }
            for (int q = 0; q < d.length; q++) {
                double next = q == first ? 0 : w[moving[q]] + length * d[q];
                move(moving[q], next - w[moving[q]], g);
                w[moving[q]] = next;
            }
        }
    }

    // The solution of H d = -(g + lambda sign w) in the coordinates of `moving`, or null where it is not finite.
    private double[] newtonStep(int[] moving, double[] g, double[] w) {
        int m = moving.length;
        DMatrixRMaj matrix = new DMatrixRMaj(m, m);
        DMatrixRMaj right = new DMatrixRMaj(m, 1);
        for (int a = 0; a < m; a++) {
            for (int b = 0; b < m; b++) {
                matrix.unsafe_set(a, b, h[moving[a]][moving[b]]);
            }
            matrix.unsafe_set(a, a, matrix.unsafe_get(a, a) * (1 + RIDGE) + Double.MIN_NORMAL);
            double penalty = free[moving[a]] ? 0 : lambda * Math.signum(w[moving[a]]);
            right.data[a] = -g[moving[a]] - penalty;
        }
        multiplied += m * (double) m * m / 6;
        LinearSolverDense<DMatrixRMaj> cholesky = LinearSolverFactory_DDRM.symmPosDef(m);
        if (!cholesky.setA(matrix)) {
            return null;
        }
        DMatrixRMaj d = new DMatrixRMaj(m, 1);
        cholesky.solve(right, d);
        return Arrays.stream(d.data).allMatch(Double::isFinite) ? d.data : null;
    }

    private int[] nonzeros(double[] w) {
        int[] nonzeros = new int[w.length];
        int count = 0;
        for (int a = 0; a < w.length; a++) {
            if (w[a] != 0 || free[a]) {
                nonzeros[count++] = a;
            }
        }
        return Arrays.copyOf(nonzeros, count);
    }

    // Moves one coordinate to its minimum.
    private void step(int a, double[] g, double[] w) {
        double curvature = h[a][a] + Double.MIN_NORMAL;
        double next = Vectors.softThreshold(w[a] - g[a] / curvature, free[a] ? 0 : lambda / curvature);
        double change = next - w[a];
        if (change == 0 || !Double.isFinite(change)) {
            return;
        }
        move(a, change, g);
        w[a] = next;
    }

    private void move(int a, double change, double[] g) {
        Vectors.axpy(change, h[a], g, g.length);
        multiplied += g.length;
    }

    private double violation(double[] g, double[] w, int[] of) {
        double worst = 0;
        for (int a : of) {
            worst = Math.max(worst, violation(g[a], w[a], free[a] ? 0 : lambda));
        }
        return worst;
    }

    /**
     * The largest violation of the optimality conditions.
     *
     * @param g gradient of the smooth part
     * @param w values
     * @param free which are not penalised
     */
    static double violation(double[] g, double[] w, boolean[] free, double lambda) {
        double worst = 0;
        for (int a = 0; a < w.length; a++) {
            worst = Math.max(worst, violation(g[a], w[a], free[a] ? 0 : lambda));
        }
        return worst;
    }

    private static double violation(double g, double w, double lambda) {
        return w == 0 ? Math.abs(g) - lambda : Math.abs(g + lambda * Math.signum(w));
    }

    private void subtractMedians(double[] w) {
        double[] values = new double[set.features().length];
        for (int[] places : shared) {
            double median = median(w, places, values);
            if (median != 0) {
                for (int place : places) {
                    w[place] -= median;
                }
            }
        }
    }

    // Of the medians the one nearest to zero.
    private static double median(double[] w, int[] places, double[] values) {
        for (int k = 0; k < places.length; k++) {
            values[k] = w[places[k]];
        }
        Arrays.sort(values);
        double low = values[(values.length - 1) / 2];
        double high = values[values.length / 2];
        return low > 0 ? low : high < 0 ? high : 0;
    }
}
