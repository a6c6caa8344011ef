package io.github.l1bench.problem;

import io.github.l1bench.kernel.Team;
import java.util.function.Supplier;
import org.ejml.data.DMatrixSparseCSC;

/**
 * The design matrix X, n samples by p features, standardisation included. Immutable; a design answers the questions
 * that solvers ask, so that no solver asks what kind of design it has. Layouts that only some solvers read are made on
 * first demand and kept.
 *
 * <p>Every layout is one of two views of the same matrix: X itself, or its uncentred form U, which keeps the zeros of the
 * raw data and from which x_ij = u_ij - shift_j. There u_ij = raw_ij / scale_j, but for features with few zeros, of which
 * U is centred too and shift_j is 0: {@link Storage} says why.
 */
public sealed interface Design permits DenseDesign, SparseDesign, MeteredDesign {
    /** Number of samples n. */
    int rows();

    /** Number of features p. */
    int columns();

    /** The map from raw features to those of this design. */
    Standardization standardization();

    /** What is left to subtract from column j of U, p values: x_ij = u_ij - shift_j. Do not modify. */
    double[] shift();

    /**
     * For each feature a bound on the numbers that products with it add up: at least sqrt(sum_i (|u_ij| + |shift_j|)^2)
     * where {@link #products} computes with U, and ||x_j|| where it computes with X. p values. Do not modify.
     */
    double[] magnitudes();

    /**
     * Entries of X that one look at the whole of it visits: its nonzeros, which are all n p of them where X is stored
     * densely or centred.
     */
    long entries();

    /** The share of the n p entries of U that are stored: 1 for a dense design. */
    double density();

    /**
     * The design of some of the samples, under the same standardisation.
     *
     * @param samples which ones, ascending
     */
    Design select(int[] samples);

    /**
     * Like {@link #select}, for samples that will be asked for again: the design is kept as long as this one.
     *
     * @param samples which ones, ascending
     */
    default Design sample(int[] samples) {
        return layout(Samples.class, Samples::new).of(this, samples);
    }

    /**
     * What a solver makes of this design for itself: made on first demand, one of a kind, and kept as long as this one.
     *
     * @param maker makes it of nothing but this design; the result may be read by several threads at once
     */
    <L> L layout(Class<L> kind, Supplier<L> maker);

    /** Products with X for {@code classes} classes, with work arrays of their own: one object per thread. */
    default DesignProducts products(int classes) {
        return products(classes, Team.ALONE);
    }

    /** The same, with a team that shares the work and on whose size the results do not depend. */
    DesignProducts products(int classes, Team team);

    /** Writes column j of X, n values, into {@code out}, which is modified. */
    void column(int j, double[] out);

    /** X row by row. */
    RowReader rowReader();

    /** U transposed, p x n: EJML's column i holds the nonzeros of sample i, features ascending. Do not modify. */
    DMatrixSparseCSC uncenteredRows();

    /** U, n x p: EJML's column j holds the nonzeros of feature j, samples ascending. Do not modify. */
    DMatrixSparseCSC uncenteredColumns();

    /** Reads rows of X one at a time; one object per thread. */
    interface RowReader {
        /** Row i of X, p values, valid until the next call. Do not modify. */
        double[] row(int i);
    }
}
