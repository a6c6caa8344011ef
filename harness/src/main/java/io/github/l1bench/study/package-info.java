/** Why the published example prints what it prints: runs of many seeds, epochs and penalties beside their optima. */
package io.github.l1bench.study;
