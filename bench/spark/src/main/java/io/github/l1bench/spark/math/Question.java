package io.github.l1bench.spark.math;

/**
 * What a round asks of every block.
 *
 * @param at where everything is computed
 * @param from where the step began; null where there was none
 * @param fractions of the step, at which the loss alone is computed
 * @param pairs whose curvature is computed at {@code at}; none for no curvature
 * @param inverseScale 1 / scale of p features
 * @param center of p features, where the diagonal of the curvature is asked for; none where not
 * @param meets whether the sums of a {@link NewtonMove} are asked for
 * @param stride curvature is taken on every so many rows
 * @param offset counted from this one
 */
record Question(
        Point at,
        Point from,
        double[] fractions,
        WorkingPairs pairs,
        double[] inverseScale,
        double[] center,
        boolean meets,
        int stride,
        int offset)
        implements Cluster.Job<Answer> {
    private static final long serialVersionUID = 1;

    @Override
    public Answer of(Block block) {
        return new Look(block, this).answer();
    }
}
