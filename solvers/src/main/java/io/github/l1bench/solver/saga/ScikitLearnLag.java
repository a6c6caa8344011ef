package io.github.l1bench.solver.saga;

import io.github.l1bench.kernel.Vectors;

/**
 * scikit-learn's way with pending steps: all in one where the thresholds together outweigh the gradient; otherwise one
 * by one, but the newest first. For replaying its runs.
 */
final class ScikitLearnLag implements Lag {
    @Override
    public void advance(PendingSteps steps, double[] weights, double[] gradientSum, int offset, int width, int from) {
        int count = steps.count();
        double sum = steps.sum(from, count);
        double thresholds = (count - from) * steps.threshold();
        for (int q = offset; q < offset + width; q++) {
            double pull = gradientSum[q] * sum;
            weights[q] = Math.abs(pull) < thresholds
                    ? Vectors.softThreshold(weights[q] - pull, thresholds)
                    : newestFirst(steps, weights[q], gradientSum[q], from);
        }
    }

    private static double newestFirst(PendingSteps steps, double w, double g, int from) {
        double current = w;
        for (int t = steps.count() - 1; t >= from; t--) {
            current = Vectors.softThreshold(current - g * steps.rate(t), steps.threshold());
        }
        return current;
    }
}
