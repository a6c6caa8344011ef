package io.github.l1bench.spark.math;

import io.github.l1bench.problem.Coefficients;

/**
 * Where the minimum of a model lies.
 *
 * @param to the coefficients there
 * @param gradient X'R / n that the model predicts there, K rows of p
 * @param promise by how much it says that the objective falls
 */
record Step(Coefficients to, double[][] gradient, double promise) {
    /**
     * Of a quadratic, whose minimum changes the working set's weights and the intercept. Outside of the set the gradient
     * is taken for that of the start.
     *
     * @param gradient X'R / n at {@code from}, K rows of p
     * @param residual column sums of R / n there, K values
     * @param weights new values of the pairs
     * @param intercept change of K values
     * @param slopes predicted for the pairs, and then for the intercept
     */
    static Step of(
            Coefficients from,
            double[][] gradient,
            double[] residual,
            double lambda,
            WorkingPairs pairs,
            double[] weights,
            double[] intercept,
            double[] slopes) {
        Coefficients to = from.copy();
        double[][] predicted = new double[gradient.length][];
        double twice = 0; // d'(g + g'), the slopes at both ends
        for (int k = 0; k < predicted.length; k++) {
            predicted[k] = gradient[k].clone();
            to.intercept()[k] += intercept[k];
            twice += intercept[k] * (residual[k] + slopes[pairs.size() + k]);
        }
        for (int q = 0; q < pairs.size(); q++) {
            int k = pairs.classes()[q];
            int j = pairs.features()[q];
            twice += (weights[q] - to.weights()[k][j]) * (gradient[k][j] + slopes[q]);
            to.weights()[k][j] = weights[q];
            predicted[k][j] = slopes[q];
        }
        double promise = twice / 2 - lambda * (to.l1Norm() - from.l1Norm());
        return new Step(to.withCenteredIntercept(), predicted, promise);
    }
}
