package io.github.l1bench.data.input;

import io.github.l1bench.data.ClassNames;
import io.github.l1bench.data.DataException;
import io.github.l1bench.data.SparseRows;
import java.io.IOException;

/** A format of text whose rows are samples. One object reads the files of one data set. */
public interface RowFormat {
    /**
     * Appends the rows of a file. The first one says which features and classes there are; where a second is read, for
     * testing, {@code labels} are sorted already and both are fixed.
     *
     * @throws DataException if the content breaks the format's rules; the message names the file and the line
     * @throws IOException if it cannot be read
     */
    void read(TextContent content, SparseRows rows, ClassNames labels) throws IOException;

    /** The side of the square image that a row is, known when the rows are read; 0 where it is none. */
    default int side() {
        return 0;
    }
}
