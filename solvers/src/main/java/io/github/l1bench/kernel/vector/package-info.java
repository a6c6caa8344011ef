/**
 * The {@link io.github.l1bench.kernel.Kernels} written with the incubating Vector API. Nothing names these classes:
 * {@link io.github.l1bench.kernel.KernelChoice} loads them where they are asked for and can run.
 *
 * <p>How they are written, and why: one kernel, one small method, because C2 inlines the API's calls only into methods
 * that stay within its limits, and a vector that is not inlined is an object. Running sums start at zero in the method
 * and are added to memory at its end. What is left of a loop is done number by number, not with masks, which registers of
 * 256 bits do not have.
 */
package io.github.l1bench.kernel.vector;
