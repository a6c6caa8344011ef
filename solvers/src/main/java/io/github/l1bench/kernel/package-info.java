/**
 * The hot loops: vector sums, sparse products, exponentials, softmax. Kernels know nothing of problems or solvers.
 *
 * <p>Two rules keep them fast. Every vector is an array of its own and all arrays of a loop share one index, because
 * C2 does not vectorise {@code z[a + i] += x[b + i]} with two offsets. And a loop over many elements is cut into
 * chunks of {@value io.github.l1bench.kernel.Vectors#CHUNK} elements, each handled by a small static method, so that
 * a method is compiled after a few calls instead of by on-stack replacement: free when warm, twice as fast when cold.
 */
package io.github.l1bench.kernel;
