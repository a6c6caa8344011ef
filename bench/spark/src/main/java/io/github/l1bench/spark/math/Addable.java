package io.github.l1bench.spark.math;

import java.io.Serializable;

/** Sums over rows that can be added up. */
public interface Addable<T extends Addable<T>> extends Serializable {
    /** This and {@code other}, in this order; either may be modified and must not be used again. */
    T plus(T other);
}
