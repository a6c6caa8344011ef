package io.github.l1bench.data.openml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.l1bench.data.DataException;
import io.github.l1bench.data.input.Quote;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What OpenML says of a data set, the object {@code data_set_description} of its interface, as far as it is used.
 *
 * @param id number of the data set
 * @param name that its author gave it; not unique
 * @param version of that name
 * @param status {@code active}, {@code in_preparation} or {@code deactivated}
 * @param url of the file in ARFF
 * @param fileId number of that file; empty where it is not said
 * @param md5 of that file's content, hexadecimal
 * @param target name of the attribute that is to be predicted, or several names with commas between; empty where it is not
 *     said
 * @param unused names of the attributes that are no features: identifiers of rows, and what is to be ignored
 */
record OpenmlDescription(
        int id,
        String name,
        String version,
        String status,
        URI url,
        String fileId,
        String md5,
        String target,
        Set<String> unused) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> FORMATS = Set.of("arff", "sparse_arff");
    private static final Pattern MD5 = Pattern.compile("[0-9a-f]{32}");

    /**
     * Reads the description of data set {@code id}.
     *
     * @throws DataException if it is none, or of data that are not in ARFF
     */
    static OpenmlDescription parse(int id, byte[] json) {
        try {
            JsonNode root = JSON.readTree(json);
            return of(id, root.path("data_set_description"));
        } catch (JsonProcessingException e) {
            throw new DataException("the description of " + set(id) + " is no JSON; check the address it came from", e);
        } catch (IOException e) {
            throw new IllegalStateException("an array of bytes is read without fail", e);
        }
    }

    private static OpenmlDescription of(int id, JsonNode json) {
        if (!Integer.toString(id).equals(text(json, "id"))) {
            throw wrong(id, "id");
        }
        String format = text(json, "format");
        if (!FORMATS.contains(format.toLowerCase(Locale.ROOT))) {
            throw new DataException(set(id) + " is stored as " + Quote.of(format)
                    + ", which is not read; only ARFF and Sparse_ARFF are");
        }
        String md5 = text(json, "md5_checksum").toLowerCase(Locale.ROOT);
        if (!MD5.matcher(md5).matches()) {
            throw wrong(id, "md5_checksum");
        }
        List<String> unused = new ArrayList<>(names(json.path("ignore_attribute")));
        unused.addAll(names(json.path("row_id_attribute")));
        return new OpenmlDescription(
                id,
                Quote.plain(text(json, "name")),
                Quote.plain(text(json, "version")),
                Quote.plain(text(json, "status")),
                url(id, text(json, "url")),
                text(json, "file_id"),
                md5,
                text(json, "default_target_attribute"),
                Set.copyOf(unused));
    }

    private static URI url(int id, String text) {
        try {
            URI url = new URI(text);
            if (OpenmlServer.isOnTheWeb(url)) {
                return url;
            }
        } catch (URISyntaxException e) {
            // the same sentence
        }
        throw wrong(id, "url");
    }

    // A number for a text is as good.
    private static String text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        return value.isValueNode() && !value.isNull() ? value.asText().strip() : "";
    }

    // Several names are a list, or have commas between; a name may have a comma of its own.
    private static List<String> names(JsonNode value) {
        List<String> names = new ArrayList<>();
        for (JsonNode node : value.isArray() ? value : List.of(value)) {
            if (node.isTextual()) {
                names.add(node.asText().strip());
                names.addAll(parts(node.asText()));
            }
        }
        return names;
    }

    private static List<String> parts(String names) {
        return Stream.of(names.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** The names of which {@link #target} consists if it is not a single name. */
    List<String> targets() {
        return parts(target);
    }

    /** Whether OpenML offers the data set for use. */
    boolean isActive() {
        return status.equals("active");
    }

    private static DataException wrong(int id, String field) {
        return new DataException("the description of " + set(id) + " has no usable " + field
                + "; check that the address it came from is OpenML's interface");
    }

    /** What the data set is called on the command line. */
    static String set(int id) {
        return "openml:" + id;
    }
}
