package io.github.l1bench.data;

import io.github.l1bench.problem.Standardization;
import org.ejml.data.DMatrixSparseCSC;

/** How features are standardised. */
public enum FeatureScaling {
    /** Features stay as they are. */
    NONE("none"),
    /** Divided by the standard deviation; zeros stay zeros, but features with few of them are centred too. */
    SCALED("scaled"),
    /** The mean subtracted, then divided by the standard deviation. */
    CENTRED("centred and scaled");

    // A solver that reads rows of a centred design makes them dense: n p doubles, here 400 MB.
    private static final long MOST_CENTRED_ENTRIES = 50_000_000;

    private final String words;

    FeatureScaling(String words) {
        this.words = words;
    }

    /** The statistics of the training rows {@code raw}, n x p. */
    public Standardization of(DMatrixSparseCSC raw) {
        return switch (this) {
            case NONE -> Standardization.none(raw.numCols);
            case SCALED -> Standardization.of(raw).keepingZeros(raw);
            case CENTRED -> Standardization.of(raw);
        };
    }

    /**
     * What suits rows of mostly zeros that nobody has chosen a scaling for: features are centred unless n x p is so large
     * that a solver which makes rows dense could not hold it.
     */
    public static FeatureScaling suiting(boolean standardize, long rows, long columns) {
        if (!standardize) {
            return NONE;
        }
        return rows * columns < MOST_CENTRED_ENTRIES ? CENTRED : SCALED;
    }

    /** For results and pages, where {@code standardization} is what this made. */
    String words(Standardization standardization) {
        return this == SCALED && standardization.centers() ? "scaled, features with few zeros centred" : words;
    }

    @Override
    public String toString() {
        return words;
    }
}
