/** The command line: one class a command, none of which computes anything itself. */
package io.github.l1bench.cli;
