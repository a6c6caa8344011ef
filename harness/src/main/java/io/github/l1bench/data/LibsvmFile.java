package io.github.l1bench.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * What a file in LIBSVM's format holds.
 *
 * @param rows nonzeros, features counted from 0
 * @param labels one a row, as in the file
 * @param features p, the largest index in the file
 */
record LibsvmFile(SparseRows rows, long[] labels, int features) {
    /**
     * Reads a file, gzip or plain: lines of {@code label index:value index:value ... # comment}, labels whole numbers,
     * indices from 1 on and ascending, values finite. Empty lines are skipped.
     *
     * @throws DataException if it cannot be read or breaks these rules; the message names the file and the line
     */
    static LibsvmFile read(Path path) {
        try (InputStream file = Files.newInputStream(path)) {
            return new LibsvmReader(path.toString(), Files.size(path)).read(file);
        } catch (NoSuchFileException e) {
            throw new DataException("there is no file " + path + "; check the path after libsvm:", e);
        } catch (IOException e) {
            throw new DataException(path + " cannot be read (" + e + "); check that it is a readable file", e);
        }
    }
}
