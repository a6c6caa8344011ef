/** Statistics of repeated measurements and of many problems: numbers in, numbers out. It knows nothing of solvers, files or pages. */
package io.github.l1bench.statistics;
