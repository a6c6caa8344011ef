package io.github.l1bench.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.l1bench.io.WholeFile;
import io.github.l1bench.result.JmhNotes;
import io.github.l1bench.result.Provenance;
import io.github.l1bench.result.ResultFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * JMH's own JSON, as {@code -rf json} writes it, with the notes that lie beside it.
 *
 * @param settings JMH's options without benchmarks, solvers and data; empty where nothing was noted
 * @param provenance where and with what the last start of JMH measured; null where unknown
 * @param rows what was measured
 * @param failures benchmarks without a row
 */
public record JmhRows(
        List<String> settings, Provenance provenance, List<JmhRow> rows, List<JmhNotes.Failure> failures) {
    /** No row at all. */
    public static final JmhRows NONE = new JmhRows(List.of(), null, List.of(), List.of());

    // Every digit is kept.
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));

    /**
     * The rows of {@code file}, with their notes where there are some that belong to it; none if there is no such file.
     *
     * @throws IllegalArgumentException in one sentence, if it is not JMH's JSON or its notes are damaged
     * @throws IOException if a file cannot be read
     */
    public static JmhRows read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return NONE;
        }
        List<JmhRow> rows = rows(file.toString(), Files.readAllBytes(file));
        JmhNotes notes = ResultFiles.readNotes(file).orElse(null);
        if (notes == null || notes.rows().size() != rows.size()) {
            return new JmhRows(List.of(), null, rows, List.of());
        }
        List<JmhRow> noted = IntStream.range(0, rows.size())
                .mapToObj(i -> rows.get(i).with(notes.rows().get(i)))
                .map(row -> row.notes().provenance() == null ? row.by(notes.provenance()) : row)
                .toList();
        return new JmhRows(notes.settings(), notes.provenance(), noted, notes.failures());
    }

    /** The same where only rows count of which code and settings are known; empty where they are not, or damaged. */
    public static Optional<JmhRows> noted(Path file) throws IOException {
        try {
            return Optional.of(read(file)).filter(rows -> rows.provenance() != null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * The rows of JMH's JSON, without notes.
     *
     * @param name what to call it in messages
     * @throws IllegalArgumentException in one sentence, if it is not JMH's JSON
     */
    public static List<JmhRow> rows(String name, byte[] content) throws IOException {
        try {
            if (JSON.readTree(content) instanceof ArrayNode array) {
                return StreamSupport.stream(array.spliterator(), false)
                        .map(JmhRow::of)
                        .toList();
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(notJmh(name, "it is no JSON"), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(notJmh(name, e.getMessage()), e);
        }
        throw new IllegalArgumentException(notJmh(name, "it is no array"));
    }

    private static String notJmh(String name, String why) {
        return name + " is not a result of JMH (" + why + "); write it with 'jmh -rf json -rff FILE'";
    }

    /** What was measured, then what failed. */
    public List<JmhRow> all() {
        return Stream.concat(rows.stream(), failures.stream().map(JmhRow::failed))
                .toList();
    }

    /** The same with other rows and failures. */
    public JmhRows with(List<JmhRow> otherRows, List<JmhNotes.Failure> otherFailures) {
        return new JmhRows(settings, provenance, otherRows, otherFailures);
    }

    /**
     * Writes JMH's file and the notes; each whole or not at all, and notes without their file count for nothing.
     *
     * @throws IOException if one cannot be written
     */
    public void write(Path file) throws IOException {
        ArrayNode array = JSON.createArrayNode();
        rows.forEach(row -> array.add(row.json()));
        byte[] content = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(array);
        WholeFile.write(file, temporary -> Files.write(temporary, content));
        String hash = ResultFiles.sha256(file);
        List<JmhNotes.Row> notes = rows.stream()
                .map(JmhRow::notes)
                .map(note -> Objects.equals(note.provenance(), provenance) ? note.by(null) : note)
                .toList();
        ResultFiles.writeNotes(file, new JmhNotes(JmhNotes.SCHEMA, hash, settings, provenance, notes, failures));
    }
}
