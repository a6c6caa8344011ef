/**
 * The contract of a solver, as tests. {@link io.github.l1bench.contract.SolverContract} is what a solver's author
 * extends; a {@link io.github.l1bench.contract.Claim} is checked on every {@link io.github.l1bench.contract.Fixture}.
 *
 * <p>What a claim may demand of a slow method is measured, not declared: where a solver does not certify its gap within
 * the passes of a fixture, its objective has to be as low as that of the plain proximal gradient method after a quarter
 * of them. A method that says of itself that it is {@link io.github.l1bench.contract.Pace#EXACT} has to certify
 * everywhere.
 */
package io.github.l1bench.contract;
