/**
 * The JMH benchmarks. {@link io.github.l1bench.bench.TimeToTarget} is the one to compare solvers by: wall-clock time to
 * a certified target. {@link io.github.l1bench.bench.OnePass} and {@link io.github.l1bench.bench.Kernels} explain it.
 */
package io.github.l1bench.bench;
