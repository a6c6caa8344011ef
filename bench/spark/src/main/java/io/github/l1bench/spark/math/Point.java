package io.github.l1bench.spark.math;

import java.io.Serializable;

/**
 * Coefficients as executors want them: on raw values, and of features with a nonzero weight only.
 *
 * @param features ascending
 * @param weights K for each of them, one feature after the other
 * @param intercept K values
 */
record Point(int[] features, double[] weights, double[] intercept) implements Serializable {
    /** Scores of all rows of {@code block}, K for each row. */
    double[] scores(Block block) {
        int classes = intercept.length;
        double[] scores = new double[block.samples() * classes];
        for (int i = 0; i < block.samples(); i++) {
            System.arraycopy(intercept, 0, scores, i * classes, classes);
        }
        int[] chosen = new int[classes];
        double[] weight = new double[classes];
        for (int f = 0; f < features.length; f++) {
            int count = 0;
            for (int k = 0; k < classes; k++) {
                double w = weights[f * classes + k];
                if (w != 0) {
                    chosen[count] = k;
                    weight[count++] = w;
                }
            }
            addColumn(block, features[f], chosen, weight, count, scores);
        }
        return scores;
    }

    private static void addColumn(Block block, int j, int[] chosen, double[] weight, int count, double[] scores) {
        int classes = block.classes();
        for (int t = block.start(j); t < block.start(j + 1); t++) {
            int at = block.row(t) * classes;
            double v = block.value(t);
            for (int c = 0; c < count; c++) {
                scores[at + chosen[c]] += v * weight[c];
            }
        }
    }
}
