package io.github.l1bench.solver.newton;

import java.util.Arrays;

/**
 * The pairs (feature, class) that the steps move: all nonzero weights, and those of the zeros whose gradient is largest.
 *
 * @param features for each class its features, ascending, and last the index of the column of ones, p
 * @param pairs how many pairs there are, the intercepts not counted
 */
record WorkingSet(int[][] features, int pairs) {
    /**
     * Support and {|G| >= threshold}, the largest first where these are more than {@code capacity}. The support is in
     * whatever the capacity.
     */
    static WorkingSet pick(State state, Reference reference, double threshold, int capacity) {
        double[] candidates = new double[64];
        int count = 0;
        int support = 0;
        for (int k = 0; k < state.classes(); k++) {
            double[] w = state.weights()[k];
            double[] descent = reference.descent(k);
            for (int j = 0; j < w.length; j++) {
                double g = Math.abs(descent[j]);
                if (w[j] != 0) {
                    support++;
                } else if (g >= threshold) {
                    if (count == candidates.length) {
                        candidates = Arrays.copyOf(candidates, 2 * count);
                    }
                    candidates[count++] = g;
                }
            }
        }
        boolean complete = support + count <= capacity;
        double floor = complete ? threshold : quantile(candidates, count, capacity - support);
        int[][] features = new int[state.classes()][];
        int pairs = 0;
        for (int k = 0; k < features.length; k++) {
            features[k] = select(state.weights()[k], reference.descent(k), floor);
            pairs += features[k].length - 1;
        }
        return new WorkingSet(features, pairs);
    }

    // A bound that `room` of the candidates reach, ties apart.
    private static double quantile(double[] candidates, int count, int room) {
        if (room <= 0) {
            return Double.POSITIVE_INFINITY;
        }
        Arrays.sort(candidates, 0, count);
        return candidates[count - room];
    }

    private static int[] select(double[] w, double[] descent, double floor) {
        int[] chosen = new int[w.length + 1];
        int count = 0;
        for (int j = 0; j < w.length; j++) {
            if (w[j] != 0 || Math.abs(descent[j]) >= floor) {
                chosen[count++] = j;
            }
        }
        chosen[count++] = w.length;
        return Arrays.copyOf(chosen, count);
    }
}
