package io.github.l1bench.bench;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import org.ejml.data.DMatrixSparseCSC;

/**
 * What the methods of {@link Kernels} have to do on one problem. A nonzero of the design is a double and an index, 12
 * bytes, and costs a multiply-add for each class or weight that it meets; centring and offsets, which are small beside
 * that, do not count, nor do zeros that a layout multiplies because that is faster than to leave them out.
 */
final class KernelWork {
    private static final double NONZERO_BYTES = Double.BYTES + Integer.BYTES;
    // Of an exponential: subtraction, scaling, a polynomial of degree nine, five doublings, an addition, four
    // squarings.
    private static final double EXPONENTIAL_FLOPS = 2 + 17 + 10 + 1 + 4;

    private final double n;
    private final double p;
    private final double classes;
    private final DMatrixSparseCSC columns;

    KernelWork(MultinomialProblem problem) {
        this.n = problem.samples();
        this.p = problem.features();
        this.classes = problem.classes();
        this.columns = problem.design().uncenteredColumns();
    }

    /** Says it of all of them that have a fixed amount of work. */
    void declare(Coefficients sparse) {
        double scores = Double.BYTES * n * classes;
        double weights = Double.BYTES * p * classes;
        double product = 2.0 * columns.nz_length * classes;
        double traffic = NONZERO_BYTES * columns.nz_length + scores + weights;
        declare("scoresOfFullWeights", product, traffic);
        declare("scoresOfSparseWeights", 2 * met(sparse), NONZERO_BYTES * read(sparse) + scores + weights);
        declare("gradient", product, traffic);
        // the exponential, a sum over classes, a division
        declare("softmax", (EXPONENTIAL_FLOPS + 2) * n * classes, 2 * scores);
        declare("exponential", EXPONENTIAL_FLOPS * n, 2 * Double.BYTES * n);
        declare("dot", 2 * n, 2 * Double.BYTES * n);
    }

    private static void declare(String method, double flops, double bytes) {
        new Work(flops, bytes).of(Kernels.class, method);
    }

    // Nonzeros of the design, once for each nonzero weight of their column.
    private double met(Coefficients coefficients) {
        double count = 0;
        for (double[] w : coefficients.weights()) {
            for (int j = 0; j < w.length; j++) {
                count += w[j] != 0 ? nonzeros(j) : 0;
            }
        }
        return count;
    }

    // Nonzeros of the columns that have a nonzero weight of any class.
    private double read(Coefficients coefficients) {
        double count = 0;
        for (int j = 0; j < p; j++) {
            boolean needed = false;
            for (double[] w : coefficients.weights()) {
                needed |= w[j] != 0;
            }
            count += needed ? nonzeros(j) : 0;
        }
        return count;
    }

    private int nonzeros(int j) {
        return columns.col_idx[j + 1] - columns.col_idx[j];
    }
}
