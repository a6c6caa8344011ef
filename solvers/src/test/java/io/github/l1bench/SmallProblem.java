package io.github.l1bench;

import io.github.l1bench.problem.DenseDesign;
import io.github.l1bench.problem.Design;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.problem.SparseDesign;
import io.github.l1bench.problem.Standardization;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.ops.DConvertMatrixStruct;

/** The problem of the golden files {@code small-*}: n = 300, p = 40, K = 4, made by a formula any language can follow. */
public final class SmallProblem {
    public static final int SAMPLES = 300;
    public static final int FEATURES = 40;
    public static final int CLASSES = 4;

    private SmallProblem() {}

    public static DMatrixRMaj raw() {
        DMatrixRMaj x = new DMatrixRMaj(SAMPLES, FEATURES);
        for (int i = 0; i < SAMPLES; i++) {
            for (int j = 0; j < FEATURES; j++) {
                int v = (7919 * i + 104729 * j + 31 * i * j) % 1009;
                x.set(i, j, v < 300 ? v / 300.0 : 0);
            }
        }
        return x;
    }

    public static int[] labels() {
        DMatrixRMaj x = raw();
        int[] labels = new int[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            int best = 0;
            for (int k = 1; k < CLASSES; k++) {
                if (signal(x, i, k) > signal(x, i, best)) {
                    best = k;
                }
            }
            labels[i] = (best + (i % 11 == 0 ? 1 : 0)) % CLASSES;
        }
        return labels;
    }

    private static double signal(DMatrixRMaj x, int i, int k) {
        return x.get(i, k) + 0.15 * x.get(i, k + 4);
    }

    public static DMatrixSparseCSC sparseRaw() {
        return DConvertMatrixStruct.convert(raw(), (DMatrixSparseCSC) null, 0);
    }

    /** Raw features, as in the golden files. */
    public static MultinomialProblem dense(double lambda) {
        return problem(new DenseDesign(raw()), lambda);
    }

    /** The same numbers, stored sparsely. */
    public static MultinomialProblem sparse(double lambda) {
        return problem(new SparseDesign(sparseRaw(), Standardization.none(FEATURES)), lambda);
    }

    /** Centred and scaled, stored densely. */
    public static MultinomialProblem standardizedDense(double lambda) {
        return problem(new DenseDesign(raw(), Standardization.of(raw())), lambda);
    }

    /** Centred and scaled implicitly. */
    public static MultinomialProblem standardizedSparse(double lambda) {
        return problem(new SparseDesign(sparseRaw(), Standardization.of(sparseRaw())), lambda);
    }

    /** Standardised by other rows' numbers, so that no column has mean zero: a part of a larger data set. */
    public static MultinomialProblem offCentre(double lambda) {
        double[] center = new double[FEATURES];
        double[] scale = new double[FEATURES];
        for (int j = 0; j < FEATURES; j++) {
            center[j] = 0.05 * (j % 5);
            scale[j] = 0.2 + 0.01 * (j % 7);
        }
        return problem(new SparseDesign(sparseRaw(), new Standardization(center, scale)), lambda);
    }

    private static MultinomialProblem problem(Design design, double lambda) {
        return new MultinomialProblem(design, labels(), CLASSES, lambda);
    }
}
