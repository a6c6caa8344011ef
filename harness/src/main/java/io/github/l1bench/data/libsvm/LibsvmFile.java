package io.github.l1bench.data.libsvm;

import io.github.l1bench.data.ClassNames;
import io.github.l1bench.data.DataException;
import io.github.l1bench.data.SparseRows;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * What a file in LIBSVM's format holds.
 *
 * @param rows nonzeros, features counted from 0, as many as the largest index in the file says; classes in the order in
 *     which they come
 * @param labels the labels of the classes
 */
record LibsvmFile(SparseRows rows, ClassNames labels) {
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
