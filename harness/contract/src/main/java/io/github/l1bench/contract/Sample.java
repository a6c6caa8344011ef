package io.github.l1bench.contract;

import io.github.l1bench.problem.DenseDesign;
import io.github.l1bench.problem.Design;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.problem.SparseDesign;
import io.github.l1bench.problem.Standardization;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.ops.DConvertMatrixStruct;

/**
 * Samples and their classes, from which problems are made in every layout.
 *
 * @param raw n x p
 * @param labels n classes, 0 to K - 1
 * @param classes K
 * @param standardized whether the design is centred and scaled
 */
record Sample(DMatrixRMaj raw, int[] labels, int classes, boolean standardized) {
    int samples() {
        return raw.numRows;
    }

    int features() {
        return raw.numCols;
    }

    MultinomialProblem dense(double lambda) {
        Standardization map = standardized ? Standardization.of(raw) : Standardization.none(features());
        return problem(new DenseDesign(raw.copy(), map), lambda);
    }

    MultinomialProblem sparse(double lambda) {
        DMatrixSparseCSC nonzeros = DConvertMatrixStruct.convert(raw, (DMatrixSparseCSC) null, 0);
        Standardization map = standardized ? Standardization.of(nonzeros) : Standardization.none(features());
        return problem(new SparseDesign(nonzeros, map), lambda);
    }

    private MultinomialProblem problem(Design design, double lambda) {
        return new MultinomialProblem(design, labels, classes, lambda);
    }

    /** The same samples in another order: the new sample i is the old {@code order[i]}. */
    Sample withRows(int[] order) {
        DMatrixRMaj moved = new DMatrixRMaj(samples(), features());
        for (int i = 0; i < samples(); i++) {
            for (int j = 0; j < features(); j++) {
                moved.set(i, j, raw.get(order[i], j));
            }
        }
        int[] movedLabels = Arrays.stream(order).map(i -> labels[i]).toArray();
        return new Sample(moved, movedLabels, classes, standardized);
    }

    /** The same features in another order: the new feature j is the old {@code order[j]}. */
    Sample withColumns(int[] order) {
        DMatrixRMaj moved = new DMatrixRMaj(samples(), features());
        for (int i = 0; i < samples(); i++) {
            for (int j = 0; j < features(); j++) {
                moved.set(i, j, raw.get(i, order[j]));
            }
        }
        return new Sample(moved, labels, classes, standardized);
    }

    /** The same classes by other numbers: the new class k is the old {@code order[k]}. */
    Sample withClasses(int[] order) {
        int[] number = new int[classes];
        IntStream.range(0, classes).forEach(k -> number[order[k]] = k);
        int[] renamed = Arrays.stream(labels).map(k -> number[k]).toArray();
        return new Sample(raw, renamed, classes, standardized);
    }

    /**
     * The same values to multiples of 2^-20, {@code added} being added to all of feature 0, twice that to feature 1 and
     * so on; for whole numbers up to 2^24 the sums are exact.
     */
    Sample shifted(double added) {
        DMatrixRMaj moved = new DMatrixRMaj(samples(), features());
        for (int i = 0; i < samples(); i++) {
            for (int j = 0; j < features(); j++) {
                moved.set(i, j, Math.rint(raw.get(i, j) * 0x1p20) / 0x1p20 + added * (j + 1));
            }
        }
        return new Sample(moved, labels, classes, standardized);
    }

    /** Whether feature j has one value. */
    boolean isConstant(int j) {
        return IntStream.range(1, samples()).allMatch(i -> raw.get(i, j) == raw.get(0, j));
    }
}
