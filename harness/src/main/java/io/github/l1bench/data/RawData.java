package io.github.l1bench.data;

import io.github.l1bench.problem.Design;
import io.github.l1bench.problem.SparseDesign;
import io.github.l1bench.problem.Standardization;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixSparseCSC;

/**
 * Rows before they are standardised.
 *
 * @param train nonzeros of the training rows, n x p
 * @param trainLabels their classes
 * @param test nonzeros of the test rows, or empty
 * @param testLabels their classes
 * @param labels names of the K classes, in the order of their indices
 * @param hash to which all of it was added
 */
public record RawData(
        DMatrixSparseCSC train,
        int[] trainLabels,
        Optional<DMatrixSparseCSC> test,
        int[] testLabels,
        List<String> labels,
        ContentHash hash) {
    /** The data set; this object goes into it, matrices and hash, and must not be used any more. */
    public Dataset standardized(Identity identity, FeatureScaling scaling) {
        Standardization standardization = scaling.of(train);
        DataInfo info = info(identity, scaling, standardization);
        return new Dataset(
                info,
                SparseDesign.takingOver(train, standardization),
                trainLabels,
                test.<Design>map(raw -> SparseDesign.takingOver(raw, standardization)),
                testLabels);
    }

    private DataInfo info(Identity identity, FeatureScaling scaling, Standardization standardization) {
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
                labels.size(),
                labels,
                100.0 * train.nz_length / ((double) train.numRows * train.numCols),
                scaling.words(standardization),
                identity.imageWidth(),
                identity.imageHeight());
    }
}
