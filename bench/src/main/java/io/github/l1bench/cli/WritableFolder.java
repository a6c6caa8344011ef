package io.github.l1bench.cli;

import io.github.l1bench.io.TemporaryFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder for results, tried before the work starts, so that no work is lost for want of a place to put it. */
final class WritableFolder {
    private WritableFolder() {}

    /**
     * Makes the folder if it is missing.
     *
     * @throws IllegalArgumentException if it is a file, or cannot be made or written to
     */
    static void require(Path folder) {
        if (Files.isRegularFile(folder)) {
            throw new IllegalArgumentException(folder + " is a file; name a folder");
        }
        try (TemporaryFile tried = TemporaryFile.beside(folder.resolve("try"))) {
            Files.writeString(tried.path(), "room for a little");
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "cannot write into the folder " + folder
                            + "; name another one, make it writable or free some space",
                    e);
        }
    }

    /**
     * Makes the folder of {@code file} if it is missing.
     *
     * @throws IllegalArgumentException if {@code file} is a folder, or its folder cannot be made or written to
     */
    static void requireFor(Path file) {
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException(file + " is a folder; name a file to write to");
        }
        require(file.toAbsolutePath().getParent());
    }
}
