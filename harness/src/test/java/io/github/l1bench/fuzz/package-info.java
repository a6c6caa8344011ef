/** What readers of files do with files that are not what they should be. */
package io.github.l1bench.fuzz;
