/**
 * Other people's optimisers as solvers. They call back for value and gradient, which this suite's kernels compute, and
 * every call may be the last.
 */
package io.github.l1bench.optimisers;
