package io.github.l1bench.data;

import java.util.Arrays;
import org.ejml.data.DMatrixSparseCSC;

/** Rows of nonzeros, appended one by one. */
public final class SparseRows implements GrowingRows {
    private int[] starts = new int[64];
    private int[] labels = new int[64];
    private int[] columns = new int[256];
    private double[] values = new double[256];
    private int rows;
    private int nonzeros;
    private int width;

    /** No rows yet, of {@code columns} values at least; a value beyond makes all of them longer. */
    public SparseRows(int columns) {
        this.width = columns;
    }

    @Override
    public void startRow(int label) {
        if (rows + 1 == starts.length) {
            starts = Arrays.copyOf(starts, larger(starts.length));
            labels = Arrays.copyOf(labels, starts.length);
        }
        labels[rows] = label;
        rows++;
        starts[rows] = nonzeros;
    }

    /** A zero is not stored. */
    @Override
    public void add(int column, double value) {
        width = Math.max(width, column + 1);
        if (value == 0) {
            return;
        }
        if (nonzeros == columns.length) {
            columns = Arrays.copyOf(columns, larger(columns.length));
            values = Arrays.copyOf(values, columns.length);
        }
        columns[nonzeros] = column;
        values[nonzeros] = value;
        nonzeros++;
        starts[rows] = nonzeros;
    }

    /** Appends a row of class {@code label} with all its values. */
    public void addRow(int label, double... row) {
        startRow(label);
        for (int j = 0; j < row.length; j++) {
            add(j, row[j]);
        }
    }

    /** Makes all rows at least {@code columns} values long. */
    public void widen(int columns) {
        width = Math.max(width, columns);
    }

    private static int larger(int length) {
        long wanted = Math.min(length + (length >> 1) + 1L, Integer.MAX_VALUE - 8L);
        if (wanted <= length) {
            throw new DataException("the data have more than " + length + " nonzeros; use fewer rows or features");
        }
        return (int) wanted;
    }

    /** Forgets all rows but the first {@code count}. */
    public void keepFirst(int count) {
        rows = Math.min(rows, count);
        nonzeros = starts[rows];
    }

    @Override
    public void relabel(int[] renumbered) {
        for (int i = 0; i < rows; i++) {
            labels[i] = renumbered[labels[i]];
        }
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int columns() {
        return width;
    }

    @Override
    public int label(int row) {
        return labels[row];
    }

    @Override
    public DMatrixSparseCSC matrix(int[] chosen) {
        DMatrixSparseCSC matrix = new DMatrixSparseCSC(chosen.length, width, nonzeros(chosen));
        matrix.nz_length = matrix.nz_values.length;
        countColumns(chosen, matrix.col_idx);
        int[] next = Arrays.copyOf(matrix.col_idx, width);
        for (int i = 0; i < chosen.length; i++) {
            for (int t = starts[chosen[i]]; t < starts[chosen[i] + 1]; t++) {
                int at = next[columns[t]]++;
                matrix.nz_rows[at] = i;
                matrix.nz_values[at] = values[t];
            }
        }
        matrix.indicesSorted = true;
        return matrix;
    }

    private int nonzeros(int[] chosen) {
        return Arrays.stream(chosen).map(row -> starts[row + 1] - starts[row]).sum();
    }

    private void countColumns(int[] chosen, int[] ends) {
        for (int row : chosen) {
            for (int t = starts[row]; t < starts[row + 1]; t++) {
                ends[columns[t] + 1]++;
            }
        }
        for (int j = 0; j < width; j++) {
            ends[j + 1] += ends[j];
        }
    }

    @Override
    public void hash(int[] chosen, ContentHash hash) {
        hash.add(chosen.length, width);
        for (int row : chosen) {
            hash.add(starts[row + 1] - starts[row]);
            hash.add(Arrays.copyOfRange(columns, starts[row], starts[row + 1]));
            hash.add(Arrays.copyOfRange(values, starts[row], starts[row + 1]));
        }
        hash.add(labels(chosen));
    }
}
