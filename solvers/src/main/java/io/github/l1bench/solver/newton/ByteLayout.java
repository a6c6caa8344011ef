package io.github.l1bench.solver.newton;

import io.github.l1bench.problem.Design;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Columns of one design as bytes in the solver's order: a {@link Design#layout}, of which each column is made on first
 * demand. Several solves may read it at once.
 */
final class ByteLayout {
    /** A column that is no bytes. */
    static final Column NONE = new Column(new byte[0], 0, 0, 0);

    private final AtomicReferenceArray<Column> columns;

    private ByteLayout(int p) {
        this.columns = new AtomicReferenceArray<>(p);
    }

    /** That of {@code design}. */
    static ByteLayout of(Design design) {
        return design.layout(ByteLayout.class, () -> new ByteLayout(design.columns()));
    }

    /** Column j, padded with zeros to {@code length} at least, or {@link #NONE}, or null if it has not been made so. */
    Column column(int j, int length) {
        Column column = columns.get(j);
        return column == NONE || column != null && column.values.length >= length ? column : null;
    }

    /** Keeps column j, or that it is {@link #NONE}. */
    void keep(int j, Column column) {
        columns.set(j, column);
    }

    /**
     * x_ij = {@code step} b_ij - {@code center}.
     *
     * @param values b. Do not modify
     * @param mean what is subtracted from the design's own column
     */
    record Column(byte[] values, double step, double center, double mean) {}
}
