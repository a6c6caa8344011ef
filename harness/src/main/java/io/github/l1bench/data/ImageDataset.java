package io.github.l1bench.data;

import io.github.l1bench.problem.Design;
import io.github.l1bench.problem.SparseDesign;
import io.github.l1bench.problem.Standardization;
import java.util.Optional;
import org.ejml.data.DMatrixSparseCSC;

/**
 * Images of ten digits, 28 x 28 grey bytes, as a data set: the nonzero pixels, centred implicitly and scaled by the
 * training rows' statistics.
 *
 * @param name of the source
 * @param title what people call it
 * @param notice what must be said wherever it is shown, or empty
 * @param origin where it came from
 */
record ImageDataset(String name, String title, String notice, String origin) {
    private static final int SIDE = 28;
    private static final int CLASSES = 10;

    /** The data set of the rows that {@code split} chooses among {@code images}. */
    Dataset of(ByteRows images, Split split, DataRequest request) {
        DMatrixSparseCSC raw = images.matrix(split.train());
        double nonzeroPercent = 100.0 * raw.nz_length / ((double) raw.numRows * raw.numCols);
        Standardization standardization =
                request.standardize() ? Standardization.of(raw) : Standardization.none(raw.numCols);
        ContentHash hash = new ContentHash();
        images.hash(split.train(), hash);
        images.hash(split.test(), hash);
        DataInfo info = new DataInfo(
                name,
                title,
                notice,
                origin,
                hash.hex(),
                request.seed(),
                split.train().length,
                split.test().length,
                raw.numCols,
                CLASSES,
                nonzeroPercent,
                request.standardize() ? "centred and scaled" : "none",
                SIDE,
                SIDE);
        return new Dataset(
                info,
                SparseDesign.takingOver(raw, standardization),
                images.labels(split.train()),
                test(images, split.test(), standardization),
                images.labels(split.test()));
    }

    private static Optional<Design> test(ByteRows images, int[] chosen, Standardization standardization) {
        return chosen.length == 0
                ? Optional.empty()
                : Optional.of(SparseDesign.takingOver(images.matrix(chosen), standardization));
    }
}
