package io.github.l1bench.solver.saga;

import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.random.XorshiftSampler;
import io.github.l1bench.solver.Option;
import io.github.l1bench.solver.Options;

/**
 * The side of SAGA that lives with samples and classes, not with features: which sample is drawn, how many distinct
 * ones have been, the gradient remembered of each, the intercept, and the step size.
 */
final class SampleMemory {
    static final Option SEED = Option.count("seed", 0, "seed of the sampler; one seed, one path, bit for bit");
    static final Option STEP_FACTOR =
            Option.positive("step-factor", 1, "multiplies the published step 1 / (2 L), L = (max |x_i|^2 + 1) / 4");

    private final int[] labels;
    private final XorshiftSampler sampler;
    private final double[][] gradients;
    private final double[] gradientSum;
    private final double[] intercept;
    private final double[] change;
    private final double stepSize;
    private final double interceptDecay;
    private int seen;

    /**
     * @param largestSquaredNorm max_i ||x_i||^2 of the rows that the iteration reads
     * @param intercept where to start, K values, kept and modified
     * @param interceptDecay what damps the average gradient of the intercept; 1 for none
     */
    SampleMemory(
            MultinomialProblem problem,
            Options options,
            double largestSquaredNorm,
            double[] intercept,
            double interceptDecay) {
        this.labels = problem.labels();
        this.sampler = new XorshiftSampler(seed(options), problem.samples());
        this.gradients = new double[problem.samples()][];
        this.gradientSum = new double[problem.classes()];
        this.change = new double[problem.classes()];
        this.intercept = intercept;
        this.interceptDecay = interceptDecay;
        // scikit-learn takes 1/4 as the loss's curvature for the softmax too, whose true bound is 1/2.
        double smoothness = 0.25 * (largestSquaredNorm + 1);
        this.stepSize = options.number(STEP_FACTOR) / (2 * smoothness);
    }

    private static int seed(Options options) {
        long seed = options.count(SEED);
        if (seed > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("option seed is " + seed + "; it must be below 2^31");
        }
        return (int) seed;
    }

    /** gamma. */
    double stepSize() {
        return stepSize;
    }

    /** Distinct samples drawn so far. */
    int seen() {
        return seen;
    }

    /** b, K values. Do not modify. */
    double[] intercept() {
        return intercept;
    }

    /** Draws the next sample. */
    int draw() {
        int i = sampler.next();
        if (gradients[i] == null) {
            gradients[i] = new double[intercept.length];
            seen++;
        }
        return i;
    }

    /**
     * Takes W' x_i, K values, of the sample just drawn; returns d, by how much its gradient differs from the one
     * remembered, valid until the next call. Remembers the new one and moves the intercept.
     *
     * @param scores not modified
     */
    double[] change(int i, double[] scores) {
        probabilities(scores, intercept, change);
        change[labels[i]] -= 1;
        double[] remembered = gradients[i];
        double average = interceptDecay * stepSize / seen;
        double own = stepSize * (1 - 1.0 / seen);
        for (int k = 0; k < change.length; k++) {
            double gradient = change[k];
            change[k] = gradient - remembered[k];
            remembered[k] = gradient;
            gradientSum[k] += change[k];
            intercept[k] -= average * gradientSum[k] + own * change[k];
        }
        return change;
    }

    /** {@code out = softmax(scores + intercept)}. */
    private static void probabilities(double[] scores, double[] intercept, double[] out) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < out.length; k++) {
            out[k] = scores[k] + intercept[k];
            largest = Math.max(largest, out[k]);
        }
        double sum = 0;
        for (int k = 0; k < out.length; k++) {
            out[k] = Math.exp(out[k] - largest);
            sum += out[k];
        }
        for (int k = 0; k < out.length; k++) {
            out[k] /= sum;
        }
    }
}
