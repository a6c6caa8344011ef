package io.github.l1bench.data.download;

import io.github.l1bench.data.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of downloaded files.
 *
 * @param folder where they are kept, made on the first download
 * @param mirrors where they come from
 */
public record FileCache(Path folder, Mirrors mirrors) {
    private static final Logger LOG = LoggerFactory.getLogger(FileCache.class);

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
                    LOG.warn("the file {} {}; it is replaced by a new download", path, e.getMessage());
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
