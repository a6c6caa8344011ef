package io.github.l1bench.data.generated;

import io.github.l1bench.data.RowCounts;
import io.github.l1bench.data.SparseRows;

/** Rows that are drawn each from its own number: those for training from 0 upwards, those for testing from -1 downwards. */
@FunctionalInterface
interface NumberedRows {
    /** Writes row {@code row} as the next of {@code out}. */
    void write(long row, SparseRows out);

    /** As many rows as {@code counts} says, of {@code features} features. */
    default SparseRows draw(RowCounts counts, int features) {
        SparseRows rows = new SparseRows(features);
        for (int i = 0; i < counts.train(); i++) {
            write(i, rows);
        }
        for (int i = 0; i < counts.test(); i++) {
            write(-1L - i, rows);
        }
        return rows;
    }
}
