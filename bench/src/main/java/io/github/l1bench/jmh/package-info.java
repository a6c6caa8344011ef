/** Runs of JMH: which benchmarks with which parameters, one part after another, what failed, and what is written. */
package io.github.l1bench.jmh;
