package io.github.l1bench.contract;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import java.util.Arrays;
import org.ejml.data.DMatrixSparseCSC;

/** Hashes of the bits of all that a solver is handed. */
record InputBits(int rows, int columns, int labels, int start) {
    static InputBits of(MultinomialProblem problem, Coefficients start) {
        var reader = problem.design().rowReader();
        int rows = 0;
        for (int i = 0; i < problem.samples(); i++) {
            rows = 31 * rows + Arrays.hashCode(reader.row(i));
        }
        rows = 31 * rows + hash(problem.design().uncenteredRows());
        int columns = hash(problem.design().uncenteredColumns())
                + Arrays.hashCode(problem.design().shift());
        int startBits = 31 * Arrays.deepHashCode(start.weights()) + Arrays.hashCode(start.intercept());
        return new InputBits(rows, columns, Arrays.hashCode(problem.labels()), startBits);
    }

    private static int hash(DMatrixSparseCSC matrix) {
        int hash = Arrays.hashCode(Arrays.copyOf(matrix.nz_values, matrix.nz_length));
        hash = 31 * hash + Arrays.hashCode(Arrays.copyOf(matrix.nz_rows, matrix.nz_length));
        return 31 * hash + Arrays.hashCode(matrix.col_idx);
    }
}
