/** Pages of one run and of all runs: markup, tables and sections. Draws from {@code figure}, reads from {@code view}. */
package io.github.l1bench.page;
