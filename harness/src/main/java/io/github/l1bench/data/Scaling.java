package io.github.l1bench.data;

import io.github.l1bench.problem.Standardization;
import org.ejml.data.DMatrixSparseCSC;

/** How features are standardised. */
enum Scaling {
    /** Features stay as they are. */
    NONE("none"),
    /** Divided by the standard deviation; zeros stay zeros. */
    SCALED("scaled"),
    /** The mean subtracted, then divided by the standard deviation. */
    CENTRED("centred and scaled");

    private final String words;

    Scaling(String words) {
        this.words = words;
    }

    /** The statistics of the training rows {@code raw}, n x p. */
    Standardization of(DMatrixSparseCSC raw) {
        return switch (this) {
            case NONE -> Standardization.none(raw.numCols);
            case SCALED -> Standardization.of(raw).keepingZeros(raw);
            case CENTRED -> Standardization.of(raw);
        };
    }

    /** For results and pages. */
    @Override
    public String toString() {
        return words;
    }
}
