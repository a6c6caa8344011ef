package io.github.l1bench.spark.math;

import java.io.Serializable;

/** Blocks of rows, wherever they are. */
public interface Cluster {
    /**
     * One round: {@code job} of every block, added up in the order of {@link TreeSum}.
     *
     * @throws IllegalStateException if there is no block
     */
    <T extends Addable<T>> T sum(Job<T> job);

    /** What is done with each block; no state. */
    interface Job<T extends Addable<T>> extends Serializable {
        /** The sums of {@code block}, which is not modified. */
        T of(Block block);
    }
}
