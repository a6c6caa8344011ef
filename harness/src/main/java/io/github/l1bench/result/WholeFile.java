package io.github.l1bench.result;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that are written whole or not at all: a reader sees the old content or the new, never a part. */
public final class WholeFile {
    private WholeFile() {}

    /** Writes something to a path. */
    @FunctionalInterface
    public interface Content {
        /** Writes the content to {@code temporary}, an empty file. */
        void writeTo(Path temporary) throws IOException;
    }

    /**
     * Replaces {@code file} by {@code content}: a temporary file in the same folder, then a move. Missing folders are
     * made.
     *
     * @throws IOException if that fails; the old file, if there was one, is then untouched
     */
    public static void write(Path file, Content content) throws IOException {
        Path target = file.toAbsolutePath();
        Path folder = Files.createDirectories(target.getParent());
        Path temporary = Files.createFile(folder.resolve("." + target.getFileName() + "." + System.nanoTime()));
        try {
            content.writeTo(temporary);
            move(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Replaces {@code file} by {@code text} in UTF-8. */
    public static void write(Path file, String text) throws IOException {
        write(file, temporary -> Files.writeString(temporary, text));
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
