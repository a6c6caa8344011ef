package io.github.l1bench.spark.math;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The weights that may change in a step.
 *
 * @param features of each pair
 * @param classes of each pair, ascending; within a class features ascend
 */
record WorkingPairs(int[] features, int[] classes) implements Serializable {
    /** No pairs. */
    static final WorkingPairs NONE = new WorkingPairs(new int[0], new int[0]);

    private record Candidate(int feature, int ofClass, double slope) {}

    /**
     * The support of {@code weights} and the pairs whose gradient is at least {@code share} of lambda, at most
     * {@code limit} of them: the support first, then by the gradient.
     */
    static WorkingPairs of(double[][] weights, double[][] gradient, double lambda, double share, int limit) {
        List<Candidate> candidates = new ArrayList<>();
        for (int k = 0; k < weights.length; k++) {
            for (int j = 0; j < weights[k].length; j++) {
                double slope = Math.abs(gradient[k][j]);
                if (weights[k][j] != 0 || slope >= share * lambda) {
                    candidates.add(new Candidate(j, k, weights[k][j] != 0 ? Double.POSITIVE_INFINITY : slope));
                }
            }
        }
        if (candidates.size() > limit) {
            candidates.sort(Comparator.comparingDouble(Candidate::slope).reversed());
            candidates = candidates.subList(0, limit);
        }
        candidates.sort(Comparator.comparingInt(Candidate::ofClass).thenComparingInt(Candidate::feature));
        return new WorkingPairs(
                candidates.stream().mapToInt(Candidate::feature).toArray(),
                candidates.stream().mapToInt(Candidate::ofClass).toArray());
    }

    /** How many. */
    int size() {
        return features.length;
    }

    /** Where the pairs of each class begin, K + 1 places. */
    int[] begins(int classCount) {
        int[] begins = new int[classCount + 1];
        for (int k : classes) {
            begins[k + 1]++;
        }
        for (int k = 0; k < classCount; k++) {
            begins[k + 1] += begins[k];
        }
        return begins;
    }

    /** The features among them, ascending. */
    int[] distinctFeatures() {
        return java.util.Arrays.stream(features).distinct().sorted().toArray();
    }
}
