package io.github.l1bench.result;

/**
 * An L2-penalised model: (1/n) sum of losses + 1/(2 C n) sum of squared weights, minimised over weights and intercept.
 *
 * @param c C, as scikit-learn scales it
 * @param objective the minimum found
 * @param gradient largest absolute entry of the gradient there
 * @param trainAccuracy share of training rows classified correctly
 * @param testAccuracy share of test rows classified correctly
 */
public record L2Fit(double c, double objective, double gradient, double trainAccuracy, double testAccuracy) {}
