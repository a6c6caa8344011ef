package io.github.l1bench.spark.math;

import io.github.l1bench.problem.Coefficients;

/**
 * Where the minimum of a model lies.
 *
 * @param to the coefficients there
 * @param gradient X'R / n that the model predicts there, K rows of p; that of the start outside the working set
 */
record Step(Coefficients to, double[][] gradient) {
    /**
     * Of a change of the working set's weights and the intercept.
     *
     * @param weights new values of the pairs
     * @param intercept change of K values
     * @param slopes predicted for the pairs
     */
    static Step of(
            Coefficients from,
            double[][] gradient,
            WorkingPairs pairs,
            double[] weights,
            double[] intercept,
            double[] slopes) {
        Coefficients to = from.copy();
        double[][] predicted = new double[gradient.length][];
        for (int k = 0; k < predicted.length; k++) {
            predicted[k] = gradient[k].clone();
            to.intercept()[k] += intercept[k];
        }
        for (int q = 0; q < pairs.size(); q++) {
            int k = pairs.classes()[q];
            int j = pairs.features()[q];
            to.weights()[k][j] = weights[q];
            predicted[k][j] = slopes[q];
        }
        return new Step(to.withCenteredIntercept(), predicted);
    }
}
