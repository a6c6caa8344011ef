package io.github.l1bench.solver.newton;

import java.util.Arrays;
import java.util.Objects;

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

    /** The support. */
    static WorkingSet support(State state, Reference reference) {
        return pick(state, reference, Double.POSITIVE_INFINITY, Integer.MAX_VALUE);
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

    /** How many numbers the steps move: pairs and intercepts. */
    int size() {
        return pairs + features.length;
    }

    /** All pairs of p features and K classes. */
    static WorkingSet all(int p, int classes) {
        int[] features = new int[p + 1];
        Arrays.setAll(features, j -> j);
        int[][] ofClasses = new int[classes][];
        Arrays.fill(ofClasses, features);
        return new WorkingSet(ofClasses, p * classes);
    }

    /** Whether each number of a vector of all pairs and intercepts is an intercept. */
    boolean[] intercepts() {
        boolean[] intercepts = new boolean[size()];
        int[] starts = starts();
        for (int k = 1; k < starts.length; k++) {
            intercepts[starts[k] - 1] = true;
        }
        return intercepts;
    }

    /** Where each class begins in a vector of all pairs and intercepts, and last where it ends: K + 1 values. */
    int[] starts() {
        int[] starts = new int[features.length + 1];
        for (int k = 0; k < features.length; k++) {
            starts[k + 1] = starts[k] + features[k].length;
        }
        return starts;
    }

    /** The features that any class has, ascending, and last the column of ones. */
    int[] union() {
        return Arrays.stream(features)
                .flatMapToInt(Arrays::stream)
                .sorted()
                .distinct()
                .toArray();
    }

    /** For each feature that all classes have, its places in a vector of all pairs and intercepts, class by class. */
    int[][] shared() {
        int[] starts = starts();
        return Arrays.stream(features[0])
                .limit(features[0].length - 1)
                .mapToObj(j -> placesOf(j, starts))
                .filter(Objects::nonNull)
                .toArray(int[][]::new);
    }

    private int[] placesOf(int j, int[] starts) {
        int[] places = new int[features.length];
        for (int k = 0; k < places.length; k++) {
            int place = Arrays.binarySearch(features[k], j);
            if (place < 0) {
                return null;
            }
            places[k] = starts[k] + place;
        }
        return places;
    }
}
