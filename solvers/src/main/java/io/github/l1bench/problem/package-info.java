/**
 * The problem and its certificate: multinomial logistic regression with an L1 penalty.
 *
 * <p>With a design X (n samples, p features), labels y in {0..K-1}, weights W (p x K), intercept b (K) and penalty
 * lambda, everything in this project minimises
 *
 * <pre>
 *   P(W, b) = (1/n) sum_i [ logsumexp_k(z_ik) - z_{i,y_i} ] + lambda sum_jk |W_jk|,    z_i = W' x_i + b.
 * </pre>
 *
 * The intercept is not penalised. This is the one place that states the convention; scikit-learn's {@code C} sums the
 * losses instead of averaging them, so lambda = 1 / (C n). Scores, residuals, weights and gradients are class-major
 * arrays, {@code double[K][n]} and {@code double[K][p]}; EJML's matrices are taken and given at the edges.
 */
package io.github.l1bench.problem;
