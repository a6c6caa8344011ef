package io.github.l1bench.result;

/**
 * The rules to stop that a cell was given; null where a rule was not asked for.
 *
 * @param relativeGap certified gap / P
 * @param relativeChange change of the weights over one epoch, relative to the largest
 * @param maxPasses limit of passes
 * @param maxSeconds limit of seconds
 */
public record Rule(Double relativeGap, Double relativeChange, Double maxPasses, Double maxSeconds) {}
