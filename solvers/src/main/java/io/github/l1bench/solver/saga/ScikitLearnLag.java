package io.github.l1bench.solver.saga;

import io.github.l1bench.kernel.Vectors;

/**
 * scikit-learn's way with pending steps: all in one where the thresholds together outweigh the gradient, which passes
 * over a weight's stay at zero; otherwise one by one, but the newest first. For replaying its runs.
 */
final class ScikitLearnLag implements Lag {
    @Override
    public double advance(PendingSteps steps, double w, double g, int from) {
        int count = steps.count();
        double pull = g * steps.sum(from, count);
        double threshold = (count - from) * steps.threshold();
        if (Math.abs(pull) < threshold) {
            return Vectors.softThreshold(w - pull, threshold);
        }
        double current = w;
        for (int t = count - 1; t >= from; t--) {
            current = Vectors.softThreshold(current - g * steps.rate(t), steps.threshold());
        }
        return current;
    }
}
