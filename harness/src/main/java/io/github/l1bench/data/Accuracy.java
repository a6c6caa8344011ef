package io.github.l1bench.data;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.Design;

/** The share of samples whose largest score is that of their label; the first class wins ties, as in numpy. */
final class Accuracy {
    private Accuracy() {}

    static double of(Design design, int[] labels, Coefficients coefficients) {
        int classes = coefficients.classes();
        double[][] scores = new double[classes][design.rows()];
        design.products(classes).scores(coefficients.weights(), coefficients.intercept(), scores);
        int correct = 0;
        for (int i = 0; i < labels.length; i++) {
            int best = 0;
            for (int k = 1; k < classes; k++) {
                if (scores[k][i] > scores[best][i]) {
                    best = k;
                }
            }
            correct += best == labels[i] ? 1 : 0;
        }
        return correct / (double) labels.length;
    }
}
