package io.github.l1bench.collection;

/**
 * Where the optimum of an instance lies, certified: dual <= P* <= primal, but for the rounding of the primal, which the
 * gap includes.
 *
 * @param instance the problem; its name is that of the collection that lists it
 * @param sha256 hash of the data, hexadecimal
 * @param samples training rows, n
 * @param features p
 * @param classes K
 * @param lambdaMax the smallest penalty at which all weights are zero
 * @param lambda the penalty
 * @param primal P of the best answer found
 * @param dual a certified lower bound of P*
 * @param relativeGap a certified bound on (P - P*) / P, its own rounding included
 * @param rounding the part of it that is a bound on rounding errors
 * @param nonzeros nonzero weights of that answer
 * @param solver that gave it
 * @param note why the gap is larger than was asked for; empty where it is not
 */
public record Optimum(
        Instance instance,
        String sha256,
        int samples,
        int features,
        int classes,
        double lambdaMax,
        double lambda,
        double primal,
        double dual,
        double relativeGap,
        double rounding,
        int nonzeros,
        String solver,
        String note) {}
