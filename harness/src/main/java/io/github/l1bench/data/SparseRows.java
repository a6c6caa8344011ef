package io.github.l1bench.data;

import java.util.Arrays;
import org.ejml.data.DMatrixSparseCSC;

/** Rows of nonzeros, appended one by one. */
final class SparseRows {
    private int[] starts = new int[64];
    private int[] columns = new int[256];
    private double[] values = new double[256];
    private int rows;
    private int nonzeros;

    /** Begins the next row. */
    void startRow() {
        if (rows + 1 == starts.length) {
            starts = Arrays.copyOf(starts, larger(starts.length));
        }
        rows++;
        starts[rows] = nonzeros;
    }

    /** Appends to the last row. */
    void add(int column, double value) {
        if (nonzeros == columns.length) {
            columns = Arrays.copyOf(columns, larger(columns.length));
            values = Arrays.copyOf(values, columns.length);
        }
        columns[nonzeros] = column;
        values[nonzeros] = value;
        nonzeros++;
        starts[rows] = nonzeros;
    }

    private static int larger(int length) {
        long wanted = Math.min(length + (length >> 1) + 1L, Integer.MAX_VALUE - 8L);
        if (wanted <= length) {
            throw new DataException("the data have more than " + length + " nonzeros; use fewer rows or features");
        }
        return (int) wanted;
    }

    int rows() {
        return rows;
    }

    /** Rows {@code from} to {@code to} - 1 as a matrix of p columns. */
    DMatrixSparseCSC matrix(int from, int to, int p) {
        int length = starts[to] - starts[from];
        DMatrixSparseCSC matrix = new DMatrixSparseCSC(to - from, p, length);
        matrix.nz_length = length;
        for (int t = starts[from]; t < starts[to]; t++) {
            matrix.col_idx[columns[t] + 1]++;
        }
        for (int j = 0; j < p; j++) {
            matrix.col_idx[j + 1] += matrix.col_idx[j];
        }
        int[] next = Arrays.copyOf(matrix.col_idx, p);
        for (int i = from; i < to; i++) {
            for (int t = starts[i]; t < starts[i + 1]; t++) {
                int at = next[columns[t]]++;
                matrix.nz_rows[at] = i - from;
                matrix.nz_values[at] = values[t];
            }
        }
        matrix.indicesSorted = true;
        return matrix;
    }

    /** Adds rows {@code from} to {@code to} - 1 of p columns to {@code hash}. */
    void hash(int from, int to, int p, ContentHash hash) {
        hash.add(to - from, p);
        for (int i = from; i < to; i++) {
            hash.add(starts[i + 1] - starts[i]);
            hash.add(Arrays.copyOfRange(columns, starts[i], starts[i + 1]));
            hash.add(Arrays.copyOfRange(values, starts[i], starts[i + 1]));
        }
    }
}
