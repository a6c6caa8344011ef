package io.github.l1bench.solver.newton;

import io.github.l1bench.kernel.Vectors;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Iterator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Anderson's extrapolation (1965) of a fixed-point iteration x -> f(x): of the last few results, the affine combination
 * whose combined step sum_i c_i (f(x_i) - x_i), sum_i c_i = 1, is smallest.
 */
final class Anderson {

    private static final double REGULARIZATION = 1e-10;
    private static final double MAX_COEFFICIENT = 1e4;

    private final int memory;
    private final ArrayDeque<double[]> results = new ArrayDeque<>();
    private final ArrayDeque<double[]> steps = new ArrayDeque<>();
    // Of the steps with each other, oldest first: each new one adds a row, and no product is computed twice.
    private final double[][] products;

    /** Combines up to {@code memory} iterations. */
    Anderson(int memory) {
        this.memory = memory;
        this.products = new double[memory][memory];
    }

    /** Forgets all iterations. */
    void restart() {
        results.clear();
        steps.clear();
    }

    /**
     * Takes one iteration.
     *
     * @param before x
     * @param after f(x), kept
     * @param scale factors of the coordinates of a step, in which its size is measured
     */
    void add(double[] before, double[] after, double[] scale) {
        if (results.size() == memory) {
            forgetOldest();
        }
        double[] step = new double[after.length];
        for (int q = 0; q < step.length; q++) {
            step[q] = scale[q] * (after[q] - before[q]);
        }
        results.addLast(after);
        steps.addLast(step);
        int newest = steps.size() - 1;
        int i = 0;
        for (double[] other : steps) {
            double product = Vectors.dot(other, step, step.length);
            products[i][newest] = product;
            products[newest][i++] = product;
        }
    }

    private void forgetOldest() {
        results.removeFirst();
        steps.removeFirst();
        for (int i = 1; i < memory; i++) {
            System.arraycopy(products[i], 1, products[i - 1], 0, memory - 1);
        }
    }

    /**
     * The c_i, oldest first, that minimise |sum_i c_i step_i|, by the normal equations scaled to a unit diagonal; null
     * while there is nothing to combine.
     */
    double[] coefficients() {
        if (results.size() < 2) {
            return null;
        }
        int m = steps.size();
        double[] norm = new double[m];
        for (int i = 0; i < m; i++) {
            norm[i] = Math.sqrt(products[i][i]);
            if (norm[i] == 0) {
                return null;
            }
        }
        DMatrixRMaj gram = new DMatrixRMaj(m, m);
        DMatrixRMaj right = new DMatrixRMaj(m, 1);
        for (int i = 0; i < m; i++) {
            for (int l = 0; l < m; l++) {
                gram.set(i, l, products[i][l] / norm[i] / norm[l] + (i == l ? REGULARIZATION : 0));
            }
            right.set(i, 0, norm[m - 1] / norm[i]);
        }
        LinearSolverDense<DMatrixRMaj> cholesky = LinearSolverFactory_DDRM.symmPosDef(m);
        if (!cholesky.setA(gram)) {
            return null;
        }
        DMatrixRMaj solution = new DMatrixRMaj(m, 1);
        cholesky.solve(right, solution);
        return normalized(solution.data, norm);
    }

    private static double[] normalized(double[] solution, double[] norm) {
        double[] c = new double[norm.length];
        double sum = 0;
        for (int i = 0; i < c.length; i++) {
            c[i] = solution[i] / norm[i];
            sum += c[i];
        }
        for (int i = 0; i < c.length; i++) {
            c[i] /= sum;
        }
        return Arrays.stream(c).allMatch(v -> Math.abs(v) < MAX_COEFFICIENT) ? c : null;
    }

    /** sum_i c_i f(x_i). */
    double[] combine(double[] c) {
        double[] sum = new double[results.getLast().length];
        Iterator<double[]> result = results.iterator();
        for (double factor : c) {
            Vectors.axpy(factor, result.next(), sum, sum.length);
        }
        return sum;
    }
}
