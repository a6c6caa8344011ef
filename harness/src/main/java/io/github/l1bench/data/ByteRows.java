package io.github.l1bench.data;

import org.ejml.data.DMatrixSparseCSC;

/** Rows of unsigned bytes, such as grey images. */
public interface ByteRows extends LabelledRows {
    /** An array that holds the row, from {@link #offset} on. Do not modify. */
    byte[] bytes(int row);

    /** Where the row begins in {@link #bytes}. */
    int offset(int row);

    @Override
    default void hash(int[] chosen, ContentHash hash) {
        hash.add(chosen.length, columns());
        for (int row : chosen) {
            hash.add(bytes(row), offset(row), columns());
        }
        hash.add(labels(chosen));
    }

    /** Filled straight from the bytes. */
    @Override
    default DMatrixSparseCSC matrix(int[] chosen) {
        int[] ends = columnEnds(chosen);
        DMatrixSparseCSC matrix = new DMatrixSparseCSC(chosen.length, columns(), ends[columns()]);
        matrix.nz_length = ends[columns()];
        System.arraycopy(ends, 0, matrix.col_idx, 0, ends.length);
        int[] next = ends.clone();
        for (int i = 0; i < chosen.length; i++) {
            fill(i, bytes(chosen[i]), offset(chosen[i]), next, matrix);
        }
        matrix.indicesSorted = true;
        return matrix;
    }

    private int[] columnEnds(int[] chosen) {
        int[] ends = new int[columns() + 1];
        for (int row : chosen) {
            count(bytes(row), offset(row), ends);
        }
        for (int j = 0; j < columns(); j++) {
            ends[j + 1] += ends[j];
        }
        return ends;
    }

    private static void count(byte[] bytes, int offset, int[] counts) {
        for (int j = 1; j < counts.length; j++) {
            counts[j] += bytes[offset + j - 1] != 0 ? 1 : 0;
        }
    }

    private static void fill(int i, byte[] bytes, int offset, int[] next, DMatrixSparseCSC matrix) {
        for (int j = 0; j < matrix.numCols; j++) {
            int value = bytes[offset + j] & 0xff;
            if (value != 0) {
                int t = next[j]++;
                matrix.nz_rows[t] = i;
                matrix.nz_values[t] = value;
            }
        }
    }
}
