package io.github.l1bench.solver.saga;

import io.github.l1bench.kernel.AveragedStep;

/**
 * What the pending steps do one by one, in O(1), or O(log steps) for a weight that is carried through zero while
 * {@code seen} still grows; after Schmidt, Le Roux and Bach (2017), "Minimizing finite sums with the stochastic average
 * gradient", section 4, which has no penalty.
 *
 * <p>Turn the sign so that g >= 0, and write c for the sum of the rates of m steps, q for the threshold. A positive
 * weight falls: after m steps it is w - g c - m q, until that is no longer positive. A weight at or below zero follows
 * f(m) = w - g c + m q, which is convex in m because rates do not increase: once f has come back to zero it does not
 * fall below again, and there the weight stays, so it is min(f(m), 0). A positive weight that arrives at zero stays
 * there if g times the rate is at most q by then. All of this is soft(w - g c, m q), with one exception: a positive
 * weight that arrives at zero with g times the rate above q goes on below zero, and the step at which it does must be
 * found.
 */
final class ExactLag implements Lag {
    @Override
    public void advance(PendingSteps steps, double[] weights, double[] gradientSum, int offset, int width, int from) {
        int all = steps.count() - from;
        double sum = steps.sum(from, steps.count());
        double rate = steps.rate(from);
        double threshold = steps.threshold();
        double thresholds = all * threshold;
        for (int q = offset; q < offset + width; q++) {
            double w = weights[q];
            double g = gradientSum[q];
            double pull = g * sum;
            // The rarest condition first: measured, an epoch on sparse text takes half the time.
            if (Math.abs(g) * rate > threshold && w * g > 0 && Math.abs(w) <= Math.abs(pull) + thresholds) {
                double landed = throughZero(steps, Math.abs(w), Math.abs(g), from);
                weights[q] = w > 0 ? landed : -landed;
            } else {
                weights[q] = AveragedStep.shrink(w - pull, thresholds);
            }
        }
    }

    // For w > 0 and g >= 0, where the steps take w to zero or below.
    private static double throughZero(PendingSteps steps, double w, double g, int from) {
        int all = steps.count() - from;
        int arrival = steps.isUniform(from)
                ? uniformArrival(steps, w, g, from, all)
                : bisectedArrival(steps, w, g, from, all);
        double before = positive(steps, w, g, from, arrival - 1);
        double after = Math.min(before - g * steps.rate(from + arrival - 1) + steps.threshold(), 0);
        int rest = all - arrival;
        return AveragedStep.shrink(after - g * steps.sum(from + arrival, steps.count()), rest * steps.threshold());
    }

    // w after m steps, if it was positive before the last of them.
    private static double positive(PendingSteps steps, double w, double g, int from, int m) {
        return w - g * steps.sum(from, from + m) - m * steps.threshold();
    }

    // The first of the steps 1 to `all` after which the weight is not positive, where all have one rate.
    private static int uniformArrival(PendingSteps steps, double w, double g, int from, int all) {
        double m = Math.ceil(w / (g * steps.rate(from) + steps.threshold()));
        return (int) Math.min(Math.max(m, 1), all);
    }

    private static int bisectedArrival(PendingSteps steps, double w, double g, int from, int all) {
        int before = 0;
        int after = all;
        while (after - before > 1) {
            int middle = (before + after) >>> 1;
            if (positive(steps, w, g, from, middle) > 0) {
                before = middle;
            } else {
                after = middle;
            }
        }
        return after;
    }
}
