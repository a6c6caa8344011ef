/**
 * How the time to a certified gap grows with one size of the problem at a time. Long; run by name: {@code jmh scaling},
 * or one of the classes.
 */
package io.github.l1bench.bench.scaling;
