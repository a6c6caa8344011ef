package io.github.l1bench.collection;

import java.util.List;

/**
 * A list of instances.
 *
 * @param name of the file that lists them, without folder and ending
 * @param budgetSeconds time for one solver on one instance
 * @param instances in the order of the file; names and problems differ
 */
public record Collection(String name, double budgetSeconds, List<Instance> instances) {}
