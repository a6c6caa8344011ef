package io.github.l1bench.problem;

import static io.github.l1bench.kernel.KernelChoice.KERNELS;

import io.github.l1bench.kernel.Softmax;
import io.github.l1bench.kernel.Vectors;
import java.util.Arrays;

/**
 * Minimises the loss over the intercept alone, at fixed weights: a convex problem in K dimensions.
 *
 * <p>Newton steps with a line search do the work. The Hessian is singular along the all-ones direction and nearly so
 * when a class has almost no mass; where its step does not descend, one step of generalised iterative scaling
 * (Darroch and Ratcliff, 1972), b_k += log(n_k / sum_i p_ik), is taken instead, which descends always.
 */
final class InterceptFit {
    private static final int MAX_STEPS = 200;
    // What is left shifts the gradients and so the dual value; below, it is lost in their rounding.
    private static final double TOLERANCE = 1e-15;
    // Rounding may leave more behind; then steps end where they no longer halve it.
    private static final double ACCEPTED = 1e-11;

    private final MultinomialProblem problem;
    private final Softmax softmax;
    private final int classes;
    private final int samples;
    private final double[][] probabilities;
    private final double[] gradient;
    private final double[] step;
    private final double[] total;
    private final InterceptNewton direction;

    InterceptFit(MultinomialProblem problem, Softmax softmax) {
        this.problem = problem;
        this.softmax = softmax;
        this.classes = problem.classes();
        this.samples = problem.samples();
        this.probabilities = new double[classes][samples];
        this.gradient = new double[classes];
        this.step = new double[classes];
        this.total = new double[classes];
        this.direction = new InterceptNewton(classes, samples);
    }

    /**
     * Shifts {@code scores} (K rows of n, modified) by the best intercept.
     *
     * @return whether the column sums of R vanish; the softmax is set to the new scores in any case
     */
    boolean fit(double[][] scores) {
        Arrays.fill(total, 0);
        softmax.set(scores);
        double loss = softmax.meanLoss(scores, problem.labels());
        double before = Double.POSITIVE_INFINITY;
        for (int it = 0; it < MAX_STEPS && Double.isFinite(loss); it++) {
            double residual = computeGradient();
            if (residual <= TOLERANCE || residual <= ACCEPTED && residual > before / 2) {
                return true;
            }
            before = residual;
            double next = newton(scores, loss);
            if (Double.isNaN(next)) {
                if (residual <= ACCEPTED) {
                    return true;
                }
                next = iterativeScaling(scores);
            }
            loss = next;
        }
        return Double.isFinite(loss) && computeGradient() <= ACCEPTED;
    }

    /** What the last fit added to each class, K values. Do not modify. */
    double[] shift() {
        return total;
    }

    // Column sums of R / n, the downhill gradient; returns the largest.
    private double computeGradient() {
        double largest = 0;
        for (int k = 0; k < classes; k++) {
            softmax.probabilities(k, probabilities[k]);
            gradient[k] = (problem.classCount(k) - KERNELS.sum(probabilities[k], samples)) / samples;
            largest = Math.max(largest, Math.abs(gradient[k]));
        }
        return largest;
    }

    // The new loss, or NaN with the scores as they were if no step length descends.
    private double newton(double[][] scores, double loss) {
        if (!direction.solve(probabilities, gradient, step)) {
            return Double.NaN;
        }
        double slope = 0;
        for (int k = 0; k < classes; k++) {
            slope += gradient[k] * step[k];
        }
        double length = 1;
        double moved = 0;
        for (int halving = 0; halving < 12; halving++, length /= 2) {
            shift(scores, step, length - moved);
            moved = length;
            softmax.set(scores);
            double next = softmax.meanLoss(scores, problem.labels());
            // Below 1e-15 of the loss the comparison is rounding; there Newton's full step is trusted.
            if (next <= loss - 1e-4 * length * slope || slope < 1e-15 * loss && next <= loss * (1 + 1e-14)) {
                return next;
            }
        }
        shift(scores, step, -moved);
        softmax.set(scores);
        return Double.NaN;
    }

    // In logarithms, because sum_i p_ik may underflow when a class has lost all samples.
    private double iterativeScaling(double[][] scores) {
        for (int k = 0; k < classes; k++) {
            double largest = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < samples; i++) {
                largest = Math.max(largest, scores[k][i] - softmax.logSumExp(i));
            }
            double sum = 0;
            for (int i = 0; i < samples; i++) {
                sum += Math.exp(scores[k][i] - softmax.logSumExp(i) - largest);
            }
            step[k] = Math.log(problem.classCount(k)) - largest - Math.log(sum);
        }
        shift(scores, step, 1);
        softmax.set(scores);
        return softmax.meanLoss(scores, problem.labels());
    }

    private void shift(double[][] scores, double[] by, double factor) {
        for (int k = 0; k < classes; k++) {
            Vectors.add(factor * by[k], scores[k], samples);
            total[k] += factor * by[k];
        }
    }
}
