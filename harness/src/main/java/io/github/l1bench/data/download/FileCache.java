package io.github.l1bench.data.download;

import io.github.l1bench.data.DataException;
import io.github.l1bench.io.TemporaryFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * A folder of downloaded files.
 *
 * @param folder where they are kept, made on the first download
 * @param mirrors where they come from
 */
public record FileCache(Path folder, Mirrors mirrors) {
    /** The user's own folder for downloads of the kind {@code name}; not made yet. */
    public static Path ofUser(String name) {
        String base = System.getenv("XDG_CACHE_HOME");
        Path folder =
                base == null || base.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(base);
        return folder.resolve("l1bench").resolve(name);
    }

    /**
     * A file to download into before it becomes {@code target}, whose folder is made if need be.
     *
     * @throws DataException if it cannot be made
     */
    public static TemporaryFile temporary(Path target) {
        try {
            return TemporaryFile.beside(target);
        } catch (IOException e) {
            throw new DataException(
                    "cannot write into the folder " + target.getParent() + " (" + e
                            + "); make it writable or free some space",
                    e);
        }
    }

    /**
     * Downloads those of {@code files} that are missing or wrong.
     *
     * @throws DataException if one cannot be had
     */
    public void complete(List<CheckedFile> files) {
        for (CheckedFile file : files) {
            Path path = file.in(folder);
            try {
                file.content(path);
            } catch (IOException e) {
                if (Files.exists(path)) {
                    LoggerFactory.getLogger(FileCache.class)
                            .warn("the file {} {}; it is replaced by a new download", path, e.getMessage());
                }
                mirrors.fetch(file, folder);
                deletePlain(file);
            }
        }
    }

    // Mirrors deliver gzip; a wrong plain file beside it would hide it.
    private void deletePlain(CheckedFile file) {
        Path plain = folder.resolve(file.name());
        try {
            Files.deleteIfExists(plain);
        } catch (IOException e) {
            throw new DataException("cannot delete the wrong file " + plain + " (" + e + "); delete it by hand", e);
        }
    }
}
