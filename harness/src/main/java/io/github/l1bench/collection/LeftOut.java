package io.github.l1bench.collection;

/**
 * An instance that could not be had.
 *
 * @param instance its name
 * @param reason why, in one sentence
 */
public record LeftOut(String instance, String reason) {}
