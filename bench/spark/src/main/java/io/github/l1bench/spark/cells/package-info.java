/**
 * Cells on a cluster: each in a virtual machine of its own, that of the unchanged benchmarks.jar, which an executor starts
 * and takes along when it ends; results come back as the files of an ordinary run.
 */
package io.github.l1bench.spark.cells;
