/** Data in: where samples come from, how they are split and standardised. Knows nothing of solvers or results. */
package io.github.l1bench.data;
