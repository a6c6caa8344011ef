package io.github.l1bench.data.openml;

import io.github.l1bench.data.DataException;
import io.github.l1bench.data.download.Downloader;
import io.github.l1bench.data.download.FileCache;
import io.github.l1bench.io.TemporaryFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * Where descriptions and files of data sets are: in a cache of their own, else in scikit-learn's, else on a server, from
 * which they come into the cache, whole or not at all. A file is used only with the checksum that its description names.
 *
 * @param cache folder with a folder for each data set, made on the first download
 * @param scikitLearn what scikit-learn left
 * @param downloader for what is in neither
 * @param longestFile that a server may send, bytes
 */
record OpenmlStore(Path cache, ScikitLearnCache scikitLearn, Downloader downloader, long longestFile) {
    private static final int LONGEST_DESCRIPTION = 1 << 24;

    /** Makes something of a data file. */
    @FunctionalInterface
    interface FileReader<T> {
        /**
         * Reads {@code text} as far as it needs.
         *
         * @param file where it is stored, for messages
         * @throws DataException if the text is not as it should be
         */
        T read(Path file, InputStream text) throws IOException;
    }

    /**
     * The description of data set {@code id}.
     *
     * @param server to ask for what is not on this machine; empty where that is forbidden
     * @throws DataException if it cannot be had or used
     */
    OpenmlDescription description(int id, Optional<OpenmlServer> server) {
        Path own = own(id, "description.json.gz");
        List<String> faults = new ArrayList<>();
        for (Path file : existing(own, scikitLearn.description(id))) {
            try {
                return parse(id, new PackedText(file, file.toString()));
            } catch (IOException | DataException e) {
                faults.add(file + " cannot be used (" + e.getMessage() + ")");
            }
        }
        OpenmlServer online = server.orElseThrow(() -> forbidden(id, faults));
        return download(id, online.description(id), LONGEST_DESCRIPTION, own, faults, text -> parse(id, text));
    }

    private static OpenmlDescription parse(int id, PackedText text) throws IOException {
        return text.read(in -> OpenmlDescription.parse(id, in.readNBytes(LONGEST_DESCRIPTION)));
    }

    /**
     * What {@code reader} makes of the data file.
     *
     * @param server to ask if the file is not on this machine; empty where that is forbidden
     * @throws DataException if the file cannot be had, or the reader refuses it
     */
    <T> T read(OpenmlDescription description, Optional<OpenmlServer> server, FileReader<T> reader) {
        int id = description.id();
        Path own = own(id, "data.arff.gz");
        List<String> faults = new ArrayList<>();
        for (Path file : existing(own, scikitLearn.data(description))) {
            try {
                return read(file, description, reader);
            } catch (IOException e) {
                faults.add(e.getMessage());
            }
        }
        OpenmlServer online = server.orElseThrow(() -> forbidden(id, faults));
        // The reader may refuse the right file, which stays there all the same.
        try {
            download(
                    id,
                    online.data(description),
                    longestFile,
                    own,
                    faults,
                    text -> text.read(description.md5(), InputStream::available));
        } catch (DataException e) {
            forget(own(id, "description.json.gz"));
            throw e;
        }
        try {
            return read(own, description, reader);
        } catch (IOException e) {
            throw new DataException(e.getMessage() + "; delete it and try again", e);
        }
    }

    private static <T> T read(Path file, OpenmlDescription description, FileReader<T> reader) throws IOException {
        return new PackedText(file, file.toString()).read(description.md5(), text -> reader.read(file, text));
    }

    // It may be the description that is wrong, and the server mends it.
    private static void forget(Path description) {
        try {
            Files.deleteIfExists(description);
        } catch (IOException e) {
            LoggerFactory.getLogger(OpenmlStore.class)
                    .warn("{} cannot be deleted; do so before the next try", description);
        }
    }

    private Path own(int id, String name) {
        return cache.resolve(Integer.toString(id)).resolve(name);
    }

    private static List<Path> existing(Path own, Optional<Path> other) {
        return Stream.concat(Stream.of(own).filter(Files::exists), other.stream())
                .toList();
    }

    /** Looks at what was downloaded. */
    @FunctionalInterface
    private interface Check<T> {
        T of(PackedText text) throws IOException;
    }

    private <T> T download(int id, URI address, long limit, Path target, List<String> faults, Check<T> check) {
        faults.forEach(fault -> LoggerFactory.getLogger(OpenmlStore.class)
                .warn("{}; it is not used, and a new one is downloaded", fault));
        try (TemporaryFile part = FileCache.temporary(target)) {
            fetch(address, limit, part.path());
            T found = check.of(new PackedText(part.path(), address.toString()));
            part.keep();
            return found;
        } catch (IOException e) {
            throw new DataException(
                    OpenmlDescription.set(id) + " cannot be had: " + e.getMessage()
                            + "; check the number and the connection, or name another server with --mirror",
                    e);
        }
    }

    private void fetch(URI address, long limit, Path file) throws IOException {
        try {
            downloader.fetchAsGzip(address, limit, file);
        } catch (IOException e) {
            throw new IOException(address + " " + e.getMessage(), e);
        }
    }

    private static DataException forbidden(int id, List<String> faults) {
        String found = faults.isEmpty() ? "" : " (" + String.join(", ", faults) + ")";
        return new DataException(OpenmlDescription.set(id) + " is not on this machine" + found
                + " and downloading is forbidden; leave out --offline");
    }
}
