/** The page that lists all runs: those on one problem and those of collections. */
package io.github.l1bench.index;
