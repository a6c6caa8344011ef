package io.github.l1bench.data.openml;

import io.github.l1bench.data.download.Downloader;
import io.github.l1bench.data.download.LocalServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on this machine that answers as OpenML does, and sources that ask it. */
final class LocalOpenml implements AutoCloseable {
    static final String DESCRIPTION = "api/v1/json/data/";
    static final String DATA = "data/v1/download/99/set.arff";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LONGEST_FILE = 1 << 20;

    final LocalServer server = new LocalServer();
    final AtomicInteger answers = new AtomicInteger();
    private final Path folder;

    /** Sources keep their files in {@code folder}. */
    LocalOpenml(Path folder) throws IOException {
        this.folder = folder;
    }

    /** Serves a data set that consists of {@code arff}; the fields stand for or beside the usual ones. */
    void serve(int id, String arff, String... fieldsAndValues) {
        byte[] data = arff.getBytes(StandardCharsets.UTF_8);
        serveDescription(id, md5(data), fieldsAndValues);
        server.serve(DATA, exchange -> {
            answers.incrementAndGet();
            LocalServer.send(exchange, 200, data);
        });
    }

    /** Serves the description of a data set. */
    void serveDescription(int id, String md5, String... fieldsAndValues) {
        byte[] json = description(id, md5, fieldsAndValues).getBytes(StandardCharsets.UTF_8);
        server.serve(DESCRIPTION + id, exchange -> {
            answers.incrementAndGet();
            LocalServer.send(exchange, 200, json);
        });
    }

    /** A description as OpenML writes it; a value that begins with a bracket is a list. */
    String description(int id, String md5, String... fieldsAndValues) {
        Map<String, String> fields = new TreeMap<>(Map.of(
                "id", Integer.toString(id),
                "name", "set",
                "version", "1",
                "format", "ARFF",
                "status", "active",
                "file_id", "99",
                "default_target_attribute", "class",
                "url", server.address(DATA).toString(),
                "md5_checksum", md5));
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            fields.put(fieldsAndValues[i], fieldsAndValues[i + 1]);
        }
        StringBuilder json = new StringBuilder("{\"data_set_description\":{\"description\":\"a set\"");
        fields.forEach((field, value) -> json.append(",\"")
                .append(field)
                .append("\":")
                .append(value.startsWith("[") ? value : '"' + value.replace("/", "\\/") + '"'));
        return json.append("}}").toString();
    }

    static String md5(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** Where sources keep what they downloaded. */
    Path cache() {
        return folder.resolve("cache");
    }

    /** Where scikit-learn would keep what it downloaded. */
    Path scikitLearn() {
        return folder.resolve("scikit_learn_data");
    }

    /** A source that knows nothing of what others read. */
    OpenmlSource source() {
        return source(PATIENCE);
    }

    OpenmlSource source(Duration patience) {
        return new OpenmlSource(store(patience, LONGEST_FILE), new OpenmlServer(server.address(""), false));
    }

    OpenmlStore store(Duration patience, long longestFile) {
        return new OpenmlStore(cache(), new ScikitLearnCache(scikitLearn()), new Downloader(patience), longestFile);
    }

    @Override
    public void close() {
        server.close();
    }
}
