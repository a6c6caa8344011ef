/** Tables of text: CSV and its kin. */
package io.github.l1bench.data.table;
