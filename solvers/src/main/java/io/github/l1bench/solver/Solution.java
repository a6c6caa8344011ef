package io.github.l1bench.solver;

import io.github.l1bench.problem.Coefficients;

/**
 * What a solver returned, and how the run ended by the account of {@link Progress}. It contains no certificate: that is
 * for whoever receives it, see {@link io.github.l1bench.problem.Certificate#of}.
 *
 * @param coefficients the solution, intercept of mean zero
 * @param status which rule ended the run
 * @param passes the work done, looks at the certificate included
 * @param iterations epochs of a stochastic solver, gradients or sweeps of others
 * @param seconds time spent, without monitors
 */
public record Solution(Coefficients coefficients, Status status, double passes, int iterations, double seconds) {}
