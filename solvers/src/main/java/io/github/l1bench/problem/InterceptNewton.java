package io.github.l1bench.problem;

import static io.github.l1bench.kernel.KernelChoice.KERNELS;

import io.github.l1bench.kernel.Vectors;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Newton's direction for the intercept: H step = gradient with H = diag(mean p) - mean p p', K x K. Up to a hundred
 * classes H is factorised, for n K^2 / 2 multiply-adds; beyond that conjugate gradients take 2 n K for each of their few
 * steps, preconditioned by diag(mean p).
 */
final class InterceptNewton {
    private static final int FACTORIZED_UP_TO = 100;
    private static final double ACCURACY = 1e-6;

    private final int classes;
    private final int samples;
    private final LinearSolverDense<DMatrixRMaj> cholesky;

    InterceptNewton(int classes, int samples) {
        this.classes = classes;
        this.samples = samples;
        this.cholesky = LinearSolverFactory_DDRM.symmPosDef(Math.min(classes, FACTORIZED_UP_TO));
    }

    /**
     * Writes the direction into {@code step}.
     *
     * @param probabilities K rows of n, not modified
     * @param gradient K values that sum to zero, not modified
     * @return whether there is one, in finite numbers
     */
    boolean solve(double[][] probabilities, double[] gradient, double[] step) {
        boolean solved = classes <= FACTORIZED_UP_TO
                ? factorized(probabilities, gradient, step)
                : conjugateGradients(probabilities, gradient, step);
        return solved && Arrays.stream(step).allMatch(Double::isFinite);
    }

    // H made definite along the all-ones direction and damped a little.
    private boolean factorized(double[][] probabilities, double[] gradient, double[] step) {
        DMatrixRMaj hessian = new DMatrixRMaj(classes, classes);
        double trace = 0;
        for (int k = 0; k < classes; k++) {
            for (int l = 0; l <= k; l++) {
                double h = -KERNELS.dot(probabilities[k], probabilities[l], samples) / samples;
                if (k == l) {
                    h += KERNELS.sum(probabilities[k], samples) / samples;
                    trace += h;
                }
                hessian.set(k, l, h);
                hessian.set(l, k, h);
            }
        }
        for (int k = 0; k < classes; k++) {
            for (int l = 0; l < classes; l++) {
                hessian.add(k, l, trace / classes / classes);
            }
            hessian.add(k, k, 1e-10 * trace + Double.MIN_NORMAL);
        }
        if (!cholesky.setA(hessian)) {
            return false;
        }
        DMatrixRMaj right = DMatrixRMaj.wrap(classes, 1, gradient.clone());
        cholesky.solve(right, DMatrixRMaj.wrap(classes, 1, step));
        return true;
    }

    // The gradient has no part along the all-ones direction, where H is singular, so that H need not be mended.
    private boolean conjugateGradients(double[][] probabilities, double[] gradient, double[] step) {
        double[] mean = new double[classes];
        for (int k = 0; k < classes; k++) {
            mean[k] = KERNELS.sum(probabilities[k], samples) / samples + Double.MIN_NORMAL;
        }
        Arrays.fill(step, 0);
        double[] residual = gradient.clone();
        double[] scaled = divide(residual, mean);
        double[] direction = scaled.clone();
        double product = KERNELS.dot(residual, scaled, classes);
        double enough = ACCURACY * ACCURACY * product;
        for (int it = 0; it < classes && product > enough; it++) {
            double[] image = times(probabilities, mean, direction);
            double length = product / KERNELS.dot(direction, image, classes);
            Vectors.axpy(length, direction, step, classes);
            Vectors.axpy(-length, image, residual, classes);
            scaled = divide(residual, mean);
            double next = KERNELS.dot(residual, scaled, classes);
            Vectors.scale(next / product, direction, classes);
            Vectors.axpy(1, scaled, direction, classes);
            product = next;
        }
        return true;
    }

    private double[] divide(double[] a, double[] b) {
        double[] out = new double[classes];
        for (int k = 0; k < classes; k++) {
            out[k] = a[k] / b[k];
        }
        return out;
    }

    // H v = mean p v - mean_i p_i (p_i . v)
    private double[] times(double[][] probabilities, double[] mean, double[] v) {
        double[] expected = new double[samples];
        for (int k = 0; k < classes; k++) {
            Vectors.axpy(v[k], probabilities[k], expected, samples);
        }
        double[] out = new double[classes];
        for (int k = 0; k < classes; k++) {
            out[k] = mean[k] * v[k] - KERNELS.dot(probabilities[k], expected, samples) / samples;
        }
        return out;
    }
}
