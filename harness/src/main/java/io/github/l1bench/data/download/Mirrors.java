package io.github.l1bench.data.download;

import io.github.l1bench.data.DataException;
import io.github.l1bench.io.TemporaryFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Servers that hold the same published files. They are asked in turn until one delivers; what it delivers is checked
 * before it gets its name.
 *
 * @param addresses folders on the servers, each ending in a slash
 * @param patience how long to wait for a connection, for an answer, and for the next bytes of it
 */
public record Mirrors(List<URI> addresses, Duration patience) {
    // gzip never makes a file longer than by a few bytes a block
    private static final int GZIP_OVERHEAD = 1 << 16;

    /**
     * Downloads {@code file}, as gzip, into {@code folder}, which is made if need be. A bad delivery leaves nothing there.
     *
     * @throws DataException if no mirror delivers the right file or it cannot be written
     */
    public void fetch(CheckedFile file, Path folder) {
        Downloader downloader = new Downloader(patience);
        List<String> failures = new ArrayList<>();
        for (URI address : addresses) {
            URI uri = address.resolve(file.gzipName());
            try (TemporaryFile part = FileCache.temporary(folder.resolve(file.gzipName()))) {
                downloader.fetch(uri, (long) file.size() + GZIP_OVERHEAD, part.path());
                file.content(part.path());
                part.keep();
                return;
            } catch (IOException e) {
                failures.add(uri + " " + e.getMessage());
            }
        }
        throw new DataException("no mirror delivers " + file.gzipName() + ": " + String.join("; ", failures)
                + "; try again later, or put the files into a folder and name it with --mnist-dir");
    }
}
