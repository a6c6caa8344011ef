/**
 * Methods that see the problem through values and gradients of its smooth part alone: proximal gradient and OWL-QN.
 * {@link io.github.l1bench.solver.firstorder.Iterate} is the space they move in, {@link
 * io.github.l1bench.solver.firstorder.SmoothLoss} the smooth part.
 */
package io.github.l1bench.solver.firstorder;
