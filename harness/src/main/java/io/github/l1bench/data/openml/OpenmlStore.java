package io.github.l1bench.data.openml;

import io.github.l1bench.data.DataException;
import io.github.l1bench.data.download.Downloader;
import io.github.l1bench.data.download.FileCache;
import io.github.l1bench.file.TemporaryFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
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
    private static final Logger LOG = LoggerFactory.getLogger(OpenmlStore.class);
    private static final int LONGEST_DESCRIPTION = 1 << 24;

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
                return parse(id, file);
            } catch (IOException | DataException e) {
                faults.add(file + " cannot be used (" + e.getMessage() + ")");
            }
        }
        OpenmlServer online = server.orElseThrow(() -> forbidden(id, faults));
        download(id, online.description(id), LONGEST_DESCRIPTION, own, faults, file -> parse(id, file));
        try {
            return parse(id, own);
        } catch (IOException e) {
            throw unreadable(own, e);
        }
    }

    private static OpenmlDescription parse(int id, Path file) throws IOException {
        return new PackedText(file)
                .read((path, text) -> OpenmlDescription.parse(id, text.readNBytes(LONGEST_DESCRIPTION)));
    }

    /**
     * What {@code reader} makes of the data file.
     *
     * @param server to ask if the file is not on this machine; empty where that is forbidden
     * @throws DataException if the file cannot be had, or the reader refuses it
     */
    <T> T read(OpenmlDescription description, Optional<OpenmlServer> server, PackedText.Reader<T> reader) {
        int id = description.id();
        Path own = own(id, "data.arff.gz");
        List<String> faults = new ArrayList<>();
        for (Path file : existing(own, scikitLearn.data(description))) {
            try {
                return new PackedText(file).read(description.md5(), reader);
            } catch (IOException e) {
                faults.add(file + " " + e.getMessage());
            }
        }
        OpenmlServer online = server.orElseThrow(() -> forbidden(id, faults));
        Check checksum = file -> new PackedText(file).read(description.md5(), (path, text) -> text.available());
        download(id, online.data(description), longestFile, own, faults, checksum);
        try {
            return new PackedText(own).read(description.md5(), reader);
        } catch (IOException e) {
            throw unreadable(own, e);
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
    private interface Check {
        void look(Path file) throws IOException;
    }

    private void download(int id, URI address, long limit, Path target, List<String> faults, Check check) {
        faults.forEach(fault -> LOG.warn("the file {}; it is not used, and a new one is downloaded", fault));
        try (TemporaryFile part = FileCache.temporary(target)) {
            downloader.fetchAsGzip(address, limit, part.path());
            check.look(part.path());
            part.keep();
        } catch (IOException e) {
            throw new DataException(
                    OpenmlDescription.set(id) + " cannot be had: " + address + " " + e.getMessage()
                            + "; check the number and the connection, or name another server with --mirror",
                    e);
        }
    }

    private static DataException forbidden(int id, List<String> faults) {
        String found = faults.isEmpty() ? "" : " (the file " + String.join(", the file ", faults) + ")";
        return new DataException(OpenmlDescription.set(id) + " is not on this machine" + found
                + " and downloading is forbidden; leave out --offline");
    }

    private static DataException unreadable(Path file, IOException e) {
        return new DataException("the file " + file + " " + e.getMessage() + "; delete it and try again", e);
    }
}
