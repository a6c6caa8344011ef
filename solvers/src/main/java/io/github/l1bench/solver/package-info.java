/**
 * The contract of a solver and the solvers. One class that implements {@link io.github.l1bench.solver.Solver} and one
 * line in {@code META-INF/services} register a solver; names, options, tests, benchmarks and pages follow from there.
 *
 * <p>A <em>pass</em> is the work of one full gradient, Z = X W and G = X' R: two multiply-adds for each entry of X and
 * each class. Work is counted by the entries of X that an algorithm looks at, as the mathematics has them, so that an
 * epoch of SAGA, one gradient of FISTA and one sweep of coordinate descent over all pairs are one pass each, in
 * whatever layout they read X. Exploiting zeros makes a pass cheaper in time, not fewer passes.
 */
package io.github.l1bench.solver;
