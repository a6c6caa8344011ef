package io.github.l1bench.data;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixSparseCSC;

/** Rows as they were read or drawn, each with its class, before it is decided which of them train. */
public interface LabelledRows {
    /** Number of rows. */
    int rows();

    /** Values in a row, p. */
    int columns();

    /** The class of a row, from 0. */
    int label(int row);

    /** The nonzeros of the {@code chosen} rows in that order, m x p; rows ascend in every column. */
    DMatrixSparseCSC matrix(int[] chosen);

    /** Adds values and classes of the {@code chosen} rows in that order to {@code hash}. */
    void hash(int[] chosen, ContentHash hash);

    /** The classes of the {@code chosen} rows. */
    default int[] labels(int[] chosen) {
        return Arrays.stream(chosen).map(this::label).toArray();
    }

    /**
     * The rows that {@code split} chooses.
     *
     * @param labels names of the K classes, in the order of their indices
     */
    default RawData raw(Split split, List<String> labels) {
        boolean tested = split.test().length > 0;
        ContentHash hash = new ContentHash();
        hash(split.train(), hash);
        if (tested) {
            hash(split.test(), hash);
        }
        return new RawData(
                matrix(split.train()),
                labels(split.train()),
                tested ? Optional.of(matrix(split.test())) : Optional.empty(),
                labels(split.test()),
                labels,
                hash);
    }
}
