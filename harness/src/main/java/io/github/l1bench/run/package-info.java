/**
 * A run's folder: every file of it, its reader and its writer, whether it belongs to that run, and what may be done with
 * whole runs, such as putting results of one beside those of another. Beneath it lie the records of {@code result}; what
 * computes results is above it.
 */
package io.github.l1bench.run;
