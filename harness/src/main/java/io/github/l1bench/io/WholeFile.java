package io.github.l1bench.io;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that are written whole or not at all: a reader sees the old content or the new, never a part. */
public final class WholeFile {
    private WholeFile() {}

    /** Writes something to a path. */
    @FunctionalInterface
    public interface Content {
        /** Writes the content to {@code temporary}, an empty file whose name ends as that of the file that it becomes. */
        void writeTo(Path temporary) throws IOException;
    }

    /**
     * Replaces {@code file} by {@code content}: a temporary file in the same folder, then a move. Missing folders are
     * made.
     *
     * @throws IOException if that fails; the old file, if there was one, is then untouched
     */
    public static void write(Path file, Content content) throws IOException {
        try (TemporaryFile temporary = TemporaryFile.beside(file)) {
            content.writeTo(temporary.path());
            temporary.keep();
        } catch (FileSystemException e) {
            throw e; // it names its file
        } catch (IOException e) {
            throw new IOException(file + " cannot be written (" + e.getMessage() + ")", e);
        }
    }

    /** Replaces {@code file} by {@code text} in UTF-8. */
    public static void write(Path file, String text) throws IOException {
        write(file, temporary -> Files.writeString(temporary, text));
    }
}
