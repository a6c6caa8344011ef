/**
 * The contract of a solver and the solvers. One class that implements {@link io.github.l1bench.solver.Solver} and one
 * line in {@code META-INF/services} register a solver; names, options, tests, benchmarks and pages follow from there.
 *
 * <p>A <em>pass</em> is the work of one full gradient, Z = X W and G = X' R: two multiply-adds for each entry of X and
 * each class. Work is counted by the entries of X that an algorithm looks at, as the mathematics has them, so that an
 * epoch of SAGA, one gradient of FISTA and one sweep of coordinate descent over all pairs are one pass each, in
 * whatever layout they read X. Exploiting zeros makes a pass cheaper in time, not fewer passes.
 *
 * <p>{@link io.github.l1bench.solver.SolverRun} runs a solver and keeps the account. The products of a design are counted
 * where they are made, asked for by the solver or by a look at the certificate; work with single rows and columns is for
 * the solver to report.
 */
package io.github.l1bench.solver;
