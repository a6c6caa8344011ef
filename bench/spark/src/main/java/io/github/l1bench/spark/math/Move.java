package io.github.l1bench.spark.math;

/**
 * From P, the softmax of a round, to a P' whose rows lie in the simplex too and whose columns sum to n_k but for
 * rounding; known by the round's sums alone.
 */
interface Move {
    /** Of each class, by how much the column sum of P' is off n_k at most. */
    double[] imbalance();

    /** X'(Y - P') / n of feature j, K values as they are computed. */
    double[] gradient(int j);

    /** How much {@link #gradient} of class k may be off, relative to the feature's magnitude. */
    double gradientError(int k);

    /** By how much the entropy of (1 - s) Y + s P', a sum over rows, exceeds that of (1 - s) Y + s P; from below. */
    double gain(double s);
}
