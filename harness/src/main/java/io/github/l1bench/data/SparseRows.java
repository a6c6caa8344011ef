package io.github.l1bench.data;

import java.util.Arrays;
import org.ejml.data.DMatrixSparseCSC;

/** Rows of nonzeros, appended one by one. */
public final class SparseRows implements GrowingRows {
    // In pieces, which never move: to copy a large array into a larger one takes the memory of both.
    private static final int PIECE_BITS = 13;
    private static final int PIECE = 1 << PIECE_BITS;
    private static final int MOST = Integer.MAX_VALUE - 8;

    private int[] starts = new int[64];
    private int[] labels = new int[64];
    private int[][] columns = new int[16][];
    private double[][] values = new double[16][];
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
        int piece = nonzeros >> PIECE_BITS;
        if ((nonzeros & PIECE - 1) == 0) {
            addPiece(piece);
        }
        columns[piece][nonzeros & PIECE - 1] = column;
        values[piece][nonzeros & PIECE - 1] = value;
        nonzeros++;
        starts[rows] = nonzeros;
    }

    private void addPiece(int piece) {
        if (nonzeros > MOST - PIECE) {
            throw new DataException("the data have more than " + nonzeros + " nonzeros; use fewer rows or features");
        }
        if (piece == columns.length) {
            columns = Arrays.copyOf(columns, larger(piece));
            values = Arrays.copyOf(values, columns.length);
        }
        columns[piece] = new int[PIECE];
        values[piece] = new double[PIECE];
    }

    private static int larger(int length) {
        if (length == MOST) {
            throw new DataException("the data have more than " + length + " rows; use fewer");
        }
        return (int) Math.min(length + (length >> 1) + 1L, MOST);
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
                int at = next[column(t)]++;
                matrix.nz_rows[at] = i;
                matrix.nz_values[at] = value(t);
            }
        }
        matrix.indicesSorted = true;
        return matrix;
    }

    private int column(int t) {
        return columns[t >> PIECE_BITS][t & PIECE - 1];
    }

    private double value(int t) {
        return values[t >> PIECE_BITS][t & PIECE - 1];
    }

    private int nonzeros(int[] chosen) {
        return Arrays.stream(chosen).map(row -> starts[row + 1] - starts[row]).sum();
    }

    private void countColumns(int[] chosen, int[] ends) {
        for (int row : chosen) {
            for (int t = starts[row]; t < starts[row + 1]; t++) {
                ends[column(t) + 1]++;
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
            int from = starts[row];
            int[] rowColumns = new int[starts[row + 1] - from];
            double[] rowValues = new double[rowColumns.length];
            Arrays.setAll(rowColumns, t -> column(from + t));
            Arrays.setAll(rowValues, t -> value(from + t));
            hash.add(rowColumns.length);
            hash.add(rowColumns);
            hash.add(rowValues);
        }
        hash.add(labels(chosen));
    }
}
