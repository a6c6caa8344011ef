/**
 * SAGA of Defazio, Bach and Lacoste-Julien (2014), arXiv:1407.0202, in scikit-learn's form. With the sample i drawn,
 * {@code seen} distinct samples drawn so far, the gradient M_i remembered of it, and the sums G = sum_i x_i M_i' and g0 =
 * sum_i M_i:
 *
 * <pre>
 *   d  = softmax(W' x_i + b) - onehot(y_i) - M_i
 *   W -= gamma (1 - 1/seen) x_i d',   G += x_i d',   g0 += d,   M_i += d
 *   b -= gamma (1 - 1/seen) d + gamma g0 / seen
 *   W  = soft(W - (gamma/seen) G, gamma lambda)
 * </pre>
 *
 * <p>The dense form does all of it at every step; the lazy form leaves the last line pending for the features that a
 * sample does not touch. Both share {@link io.github.l1bench.solver.saga.SampleMemory}.
 */
package io.github.l1bench.solver.saga;
