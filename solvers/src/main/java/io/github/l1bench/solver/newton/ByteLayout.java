package io.github.l1bench.solver.newton;

import io.github.l1bench.problem.Design;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Columns of one design as bytes in the solver's order: a {@link Design#layout}, of which each column is made on first
 * demand. Several solves may read it at once.
 */
final class ByteLayout {
    private final AtomicReferenceArray<Column> columns;
    private volatile boolean refused;

    private ByteLayout(int p) {
        this.columns = new AtomicReferenceArray<>(p);
    }

    /** That of {@code design}. */
    static ByteLayout of(Design design) {
        return design.layout(ByteLayout.class, () -> new ByteLayout(design.columns()));
    }

    /** Whether a column was no bytes, so that none need be tried. */
    boolean hasRefused() {
        return refused;
    }

    /** Notes that a column is no bytes. */
    void refuse() {
        refused = true;
    }

    /** Column j, padded with zeros to {@code length} at least, or null if it has not been made so. */
    Column column(int j, int length) {
        Column column = columns.get(j);
        return column != null && column.values.length >= length ? column : null;
    }

    /** Keeps column j. */
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
