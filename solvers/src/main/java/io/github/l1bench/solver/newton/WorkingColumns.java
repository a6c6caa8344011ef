package io.github.l1bench.solver.newton;

import static io.github.l1bench.kernel.KernelChoice.KERNELS;

import io.github.l1bench.kernel.Team;
import io.github.l1bench.problem.Design;

/**
 * The columns that Newton steps multiply with: those of the design, each centred to mean zero, and a column of ones
 * with index p. Centring costs nothing, because the intercept is free, and frees the intercept from the weights: a
 * change d of the weights at a fixed intercept of the centred columns changes the design's own intercept by
 * -sum_j mean_j d_j.
 *
 * <p>Rows are in the solver's {@link RowOrder}. Implementations own work arrays and serve one team.
 */
interface WorkingColumns {
    /**
     * Columns for {@code design}: gathered where it has many nonzeros, as bytes where kernels favour these, and read in
     * place where it has few.
     */
    static WorkingColumns of(Design design, Team team, Rules rules) {
        if (SparseColumns.suit(design)) {
            return new SparseColumns(design, team);
        }
        return KERNELS.favoursBytes()
                ? new NarrowColumns(design, team, rules, KERNELS)
                : new DenseColumns(design, team, rules);
    }

    /** The order of the rows. */
    RowOrder order();

    /** Makes the columns of {@code features} ready. */
    void require(int[] features);

    /** The mean of column j before it was centred; 0 for the ones. */
    double mean(int j);

    /** Takes the vector {@code v - minus} of n elements for {@link #dot}. */
    void setVector(double[] v, double[] minus);

    /** {@code out[a]} = the inner product of column features[a] and the vector, for the first {@code count} features. */
    void dots(int[] features, int count, double[] out);

    /** {@code out = sum_a factors[a] x_features[a]}; {@code out} of n elements is overwritten. */
    void combine(int[] features, double[] factors, double[] out);

    /**
     * Writes the rows from {@code from} to {@code to - 1} of the columns of {@code features}, which are ready, into the
     * first rows of {@code out}.
     */
    void rows(int[] features, int from, int to, double[][] out);

    /** The share of the rows that Gram products look at. */
    double gramShare();

    /** Doubles that share; returns whether there were any rows left. */
    boolean growGram();

    /** Takes weights of n elements for Gram products between columns of {@code features}. */
    void setWeights(double[] weights, int[] features);

    /** How many columns {@link #gram} takes best. */
    default int gramColumns() {
        return 1;
    }

    /**
     * {@code out[r][q]} = the Gram product of columns rows[r] and features[q], for the first {@code count} features, and
     * {@code diagonal[r]} = that of columns rows[r] with itself, as {@link Products#withItself} has it.
     */
    default void gram(int[] rows, int[] features, int count, int member, double[][] out, double[] diagonal) {
        for (int r = 0; r < rows.length; r++) {
            Products products = productsOf(rows[r], member);
            products.with(features, count, out[r]);
            diagonal[r] = products.withItself();
        }
    }

    /** The Gram products of column a; those that {@code member} asked for before are no longer valid. */
    Products productsOf(int a, int member);

    /** Gram products of one column, a. */
    interface Products {
        /** (1/m) sum_i w_i x_ia x_ij over the m Gram rows. */
        double with(int j);

        /** {@code out[q]} = the same for j = features[q], for the first {@code count} features. */
        default void with(int[] features, int count, double[] out) {
            for (int q = 0; q < count; q++) {
                out[q] = with(features[q]);
            }
        }

        /** (1/n) sum_i w_i x_ia^2 over all rows, or the same over the Gram rows if larger. */
        double withItself();
    }
}
