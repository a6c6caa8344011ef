/**
 * The truth about a problem, for tests: everything in double-double arithmetic, about 31 decimal digits, from the raw
 * doubles on, and nothing of it taken from the code that it judges.
 *
 * <p>What a problem means is {@link io.github.l1bench.exact.ExactProblem}: x_ij = (raw_ij - center_j) / scale_j without
 * rounding. {@link io.github.l1bench.exact.ExactOptimum} solves it and certifies itself: it holds P* between the
 * objective of its own coefficients and the dual objective of a point whose feasibility is checked in whole numbers.
 */
package io.github.l1bench.exact;
