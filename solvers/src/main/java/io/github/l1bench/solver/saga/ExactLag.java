package io.github.l1bench.solver.saga;

/**
 * What the pending steps do one by one, in O(1), or O(log steps) for a weight that changes sign while {@code seen} still
 * grows; after Schmidt, Le Roux and Bach (2017), "Minimizing finite sums with the stochastic average gradient", section
 * 4, which has equal steps and no penalty.
 *
 * <p>Turn the sign so that g >= 0, and write c for the sum of the rates of m steps, q for the threshold. A positive
 * weight falls: after m steps it is w - g c - m q, until that is no longer positive. A weight at or below zero follows
 * f(m) = w - g c + m q, which is convex in m because the rates do not increase: once f has come back to zero it does
 * not fall below again, and there the weight stays. Hence it is min(f(m), 0), and only the way down through zero asks
 * for the step at which it happens.
 */
final class ExactLag implements Lag {
    @Override
    public double advance(PendingSteps steps, double w, double g, int from) {
        return g < 0 ? 0 - pulledDown(steps, -w, -g, from) : pulledDown(steps, w, g, from);
    }

    private static double pulledDown(PendingSteps steps, double w, double g, int from) {
        if (!(w > 0)) {
            return notPositive(steps, w, g, from);
        }
        int all = steps.count() - from;
        double end = positive(steps, w, g, from, all);
        if (end > 0) {
            return end;
        }
        if (g * steps.rate(from) <= steps.threshold()) {
            return 0;
        }
        int crossing = steps.isUniform(from)
                ? uniformCrossing(steps, w, g, from, all)
                : bisectedCrossing(steps, w, g, from, all);
        double before = positive(steps, w, g, from, crossing - 1);
        double after = Math.min(before - g * steps.rate(from + crossing - 1) + steps.threshold(), 0);
        return notPositive(steps, after, g, from + crossing);
    }

    // After m steps, as long as no step before took the weight to zero or below.
    private static double positive(PendingSteps steps, double w, double g, int from, int m) {
        return w - g * steps.sum(from, from + m) - m * steps.threshold();
    }

    private static double notPositive(PendingSteps steps, double w, double g, int from) {
        int m = steps.count() - from;
        return Math.min(w - g * steps.sum(from, from + m) + m * steps.threshold(), 0);
    }

    // The first of the steps 1 to `all` after which the weight is not positive.
    private static int uniformCrossing(PendingSteps steps, double w, double g, int from, int all) {
        double m = Math.ceil(w / (g * steps.rate(from) + steps.threshold()));
        return (int) Math.min(Math.max(m, 1), all);
    }

    private static int bisectedCrossing(PendingSteps steps, double w, double g, int from, int all) {
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
