package io.github.l1bench.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder for results, tried before the work starts, so that no work is lost for want of a place to put it. */
final class WritableFolder {
    private WritableFolder() {}

    /**
     * Makes the folder if it is missing.
     *
     * @throws IllegalArgumentException if it cannot be made or written to
     */
    static void require(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".try", null));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "cannot write into the folder " + folder + "; name another one, or make it writable", e);
        }
    }
}
