package io.github.l1bench.data;

import io.github.l1bench.problem.Design;
import io.github.l1bench.problem.SparseDesign;
import io.github.l1bench.problem.Standardization;
import java.util.Optional;
import org.ejml.data.DMatrixSparseCSC;

/**
 * Rows before they are standardised.
 *
 * @param train nonzeros of the training rows, n x p
 * @param trainLabels their classes
 * @param test nonzeros of the test rows, or empty
 * @param testLabels their classes
 * @param classes K
 * @param hash to which all of it was added
 */
record RawData(
        DMatrixSparseCSC train,
        int[] trainLabels,
        Optional<DMatrixSparseCSC> test,
        int[] testLabels,
        int classes,
        ContentHash hash) {
    /**
     * What a data set is, apart from its numbers.
     *
     * @param name of the source
     * @param title what people call it
     * @param notice what must be said wherever it is shown, or empty
     * @param origin where it came from
     * @param seed of the split or the generator
     * @param side of the square picture that a row is; 0 where it is none
     */
    record Identity(String name, String title, String notice, String origin, long seed, int side) {}

    /** The data set; this object goes into it, matrices and hash, and must not be used any more. */
    Dataset standardized(Identity identity, Scaling scaling) {
        DataInfo info = info(identity, scaling);
        Standardization standardization = scaling.of(train);
        return new Dataset(
                info,
                SparseDesign.takingOver(train, standardization),
                trainLabels,
                test.<Design>map(raw -> SparseDesign.takingOver(raw, standardization)),
                testLabels);
    }

    private DataInfo info(Identity identity, Scaling scaling) {
        return new DataInfo(
                identity.name(),
                identity.title(),
                identity.notice(),
                identity.origin(),
                hash.add(scaling.toString()).hex(),
                identity.seed(),
                train.numRows,
                testLabels.length,
                train.numCols,
                classes,
                100.0 * train.nz_length / ((double) train.numRows * train.numCols),
                scaling.toString(),
                identity.side(),
                identity.side());
    }
}
