/** The page of a collection's results: many problems, which solver is how fast on which of them, and how sure that is. */
package io.github.l1bench.overview;
