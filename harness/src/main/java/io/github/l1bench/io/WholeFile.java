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
     * @throws IOException if that fails, naming {@code file} and the reason; the old file, if there was one, is then
     *     untouched
     */
    public static void write(Path file, Content content) throws IOException {
        try (TemporaryFile temporary = TemporaryFile.beside(file)) {
            content.writeTo(temporary.path());
            temporary.keep();
        } catch (IOException e) {
            throw new IOException(file + " cannot be written (" + reason(file, e) + ")", e);
        }
    }

    // That of the file system often names the temporary file alone.
    private static String reason(Path file, IOException e) {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            return "it is a folder";
        }
        if (!Files.isDirectory(folder)) {
            return folder + " is no folder";
        }
        if (!Files.isWritable(folder)) {
            return folder + " is read-only";
        }
        return e instanceof FileSystemException known && known.getReason() != null ? known.getReason() : e.getMessage();
    }

    /** Replaces {@code file} by {@code text} in UTF-8. */
    public static void write(Path file, String text) throws IOException {
        write(file, temporary -> Files.writeString(temporary, text));
    }
}
