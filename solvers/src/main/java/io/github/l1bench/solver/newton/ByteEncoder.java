package io.github.l1bench.solver.newton;

import io.github.l1bench.problem.Design;
import io.github.l1bench.problem.Levels;
import java.util.Arrays;
import org.ejml.data.DMatrixSparseCSC;

/** Encodes columns of a design as {@link Levels}, in the order of the rows; with work arrays of its own. */
final class ByteEncoder {
    private final Design design;
    private final int[] rowOf;
    private final Levels levels = new Levels();
    private final double[] natural;
    private final byte[] encoded;

    /** @param rowOf of {@link RowOrder#rowOfSample} */
    ByteEncoder(Design design, int[] rowOf) {
        this.design = design;
        this.rowOf = rowOf;
        this.natural = new double[rowOf.length];
        this.encoded = new byte[rowOf.length];
    }

    /**
     * Encodes column j, if it is at most 256 evenly spaced levels.
     *
     * @param rows at least n bytes, of which the first n are overwritten
     * @return whether it is
     */
    boolean encode(int j, byte[] rows) {
        return design.density() < 1 ? encodeNonzeros(j, rows) : encodeAll(j, rows);
    }

    /** What the bytes of the last column stand for. */
    Levels levels() {
        return levels;
    }

    private boolean encodeAll(int j, byte[] rows) {
        design.column(j, natural);
        if (!levels.encode(natural, rowOf.length, 0, encoded)) {
            return false;
        }
        for (int i = 0; i < rowOf.length; i++) {
            rows[rowOf[i]] = encoded[i];
        }
        return true;
    }

    // The zeros of the raw data are one number, which comes first where there are any.
    private boolean encodeNonzeros(int j, byte[] rows) {
        DMatrixSparseCSC nonzeros = design.uncenteredColumns();
        double shift = design.shift()[j];
        int start = nonzeros.col_idx[j];
        int end = nonzeros.col_idx[j + 1];
        int zeros = rowOf.length - (end - start);
        int first = Math.min(1, zeros);
        natural[0] = -shift;
        for (int t = start; t < end; t++) {
            natural[first + t - start] = nonzeros.nz_values[t] - shift;
        }
        if (!levels.encode(natural, first + end - start, zeros - first, encoded)) {
            return false;
        }
        Arrays.fill(rows, 0, rowOf.length, encoded[0]);
        for (int t = start; t < end; t++) {
            rows[rowOf[nonzeros.nz_rows[t]]] = encoded[first + t - start];
        }
        return true;
    }
}
