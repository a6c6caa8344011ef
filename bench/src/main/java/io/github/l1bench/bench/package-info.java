/**
 * The JMH benchmarks. {@link io.github.l1bench.bench.TimeToTarget} is the one to compare solvers by: wall-clock time to
 * a certified target. {@link io.github.l1bench.bench.OnePass} and {@link io.github.l1bench.bench.Kernels} explain it, the
 * latter against {@link io.github.l1bench.bench.MachinePeaks};
 * {@link io.github.l1bench.bench.RegularizationPath} times many penalties.
 */
package io.github.l1bench.bench;
