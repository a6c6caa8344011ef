package io.github.l1bench.data.arff;

import io.github.l1bench.data.ClassNames;
import io.github.l1bench.data.DataException;
import io.github.l1bench.data.Dataset;
import io.github.l1bench.data.FeatureScaling;
import io.github.l1bench.data.GrowingRows;
import io.github.l1bench.data.Identity;
import io.github.l1bench.data.LabelledRows;
import io.github.l1bench.data.PixelRows;
import io.github.l1bench.data.SparseRows;
import io.github.l1bench.data.Split;
import java.io.IOException;
import java.io.Reader;
import java.util.List;

/**
 * What an ARFF file holds.
 *
 * @param rows the features
 * @param labels names of the classes, two at least, in the order of their indices
 * @param side of the square image that a row is; 0 where it is none
 */
public record ArffFile(LabelledRows rows, List<String> labels, int side) {
    /** Decides what becomes of the attributes of a file. */
    @FunctionalInterface
    public interface Choice {
        /**
         * The columns of the file that begins with {@code header}.
         *
         * @throws DataException if its attributes are not what is needed
         */
        ArffColumns columns(ArffHeader header);
    }

    /**
     * Reads a file.
     *
     * @param name for messages
     * @param text of the file; what is no UTF-8 in it is replaced
     * @param choice of the attributes
     * @throws DataException if it breaks the format's rules or lacks a value; the message names the file and the line
     * @throws IOException if {@code text} cannot be read
     */
    public static ArffFile read(String name, Reader text, Choice choice) throws IOException {
        ArffScanner scanner = new ArffScanner(name, text);
        ArffColumns columns = choice.columns(ArffHeaderReader.read(scanner));
        GrowingRows rows = columns.side() > 0 ? new PixelRows(columns.count()) : new SparseRows(columns.count());
        ClassNames labels = new ClassNames();
        new ArffReader(scanner, columns, rows, labels).read();
        labels.sort(rows);
        if (labels.names().size() < 2) {
            throw scanner.wrongFile(
                    "has rows of " + labels.names().size() + " classes; a classifier needs rows of at least two");
        }
        return new ArffFile(rows, labels.names(), columns.side());
    }

    /**
     * The rows that {@code split} chooses.
     *
     * @param identity of the data, to which this adds whether they are images
     * @throws DataException if their numbers cannot be standardised
     */
    public Dataset dataset(Split split, Identity identity, FeatureScaling scaling) {
        try {
            return rows.raw(split, labels).standardized(identity.asImages(side, side), scaling);
        } catch (IllegalArgumentException e) {
            throw new DataException(identity.origin() + ": " + e.getMessage(), e);
        }
    }
}
