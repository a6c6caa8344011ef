package io.github.l1bench.data;

/** Rows that are appended one by one while they are read or drawn. */
public interface GrowingRows extends LabelledRows {
    /** Begins the next row, which is of class {@code label}. */
    void startRow(int label);

    /**
     * Appends to the last row; what is not appended is zero.
     *
     * @param column from 0, larger than those of the row so far
     * @param value finite
     */
    void add(int column, double value);

    /** Gives each row the class {@code renumbered[k]} in place of its class k. */
    void relabel(int[] renumbered);
}
