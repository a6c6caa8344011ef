/**
 * Data in: where samples come from, how they are split and standardised. Sources are plug-ins, see
 * {@link io.github.l1bench.data.DataSource}; those of the suite lie in packages of their own, which this one does not know.
 */
package io.github.l1bench.data;
