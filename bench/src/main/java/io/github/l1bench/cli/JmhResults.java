package io.github.l1bench.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.l1bench.result.JmhNotes;
import io.github.l1bench.result.Provenance;
import io.github.l1bench.result.ResultFiles;
import io.github.l1bench.result.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * JMH's own JSON, row by row as JMH wrote it, with the notes that lie beside it.
 *
 * @param settings JMH's options without benchmarks, solvers and data
 * @param provenance where and with what the rows were measured
 * @param entries the rows
 * @param failures benchmarks without a row
 */
record JmhResults(List<String> settings, Provenance provenance, List<Entry> entries, List<JmhNotes.Failure> failures) {
    /** The name of JMH's result file in a run's folder. */
    static final String NAME = "jmh.json";

    // Every digit is kept.
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));

    /** A row and what is noted of it. */
    record Entry(JsonNode row, JmhNotes.Row notes) {
        String benchmark() {
            return row.path("benchmark").asText();
        }

        /** Parameters by name. */
        Map<String, String> params() {
            Map<String, String> params = new LinkedHashMap<>();
            row.path("params")
                    .properties()
                    .forEach(p -> params.put(p.getKey(), p.getValue().asText()));
            return params;
        }

        /** The solver timed, as {@link io.github.l1bench.solver.Variant} writes it; empty where there is none. */
        String solver() {
            return solver(params());
        }

        static String solver(Map<String, String> params) {
            return params.getOrDefault("solver", "").replace(';', ',');
        }

        /** What two rows have in common that measure the same. */
        String key() {
            return benchmark() + " " + row.path("mode").asText() + " " + params();
        }
    }

    /** The rows of JMH's JSON in {@code content}. */
    static ArrayNode rows(byte[] content) throws IOException {
        try {
            return (ArrayNode) JSON.readTree(content);
        } catch (JsonProcessingException | ClassCastException e) {
            throw new IllegalArgumentException("a jmh.json is not a result of JMH; write it with 'jmh -rf json'", e);
        }
    }

    /** JMH's file and the notes beside it; null where there are none that belong to it, or where they are damaged. */
    static JmhResults read(Path file) throws IOException {
        try {
            JmhNotes notes = ResultFiles.readNotes(file).orElse(null);
            if (notes == null || !(JSON.readTree(Files.readAllBytes(file)) instanceof ArrayNode rows)) {
                return null;
            }
            if (rows.size() != notes.rows().size()) {
                return null;
            }
            List<Entry> entries = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                entries.add(new Entry(rows.get(i), notes.rows().get(i)));
            }
            return new JmhResults(notes.settings(), notes.provenance(), List.copyOf(entries), notes.failures());
        } catch (IllegalArgumentException | JsonProcessingException e) {
            return null;
        }
    }

    /** The same, of a file that need not exist or have notes: then nothing is known of its rows but the run's provenance. */
    static JmhResults withOrWithoutNotes(Path file, Provenance provenance) throws IOException {
        if (!Files.exists(file)) {
            return new JmhResults(List.of(), provenance, List.of(), List.of());
        }
        JmhResults noted = read(file);
        if (noted != null) {
            return noted;
        }
        List<Entry> entries = new ArrayList<>();
        rows(Files.readAllBytes(file)).forEach(row -> entries.add(new Entry(row, new JmhNotes.Row(null, null, null))));
        return new JmhResults(List.of(), provenance, entries, List.of());
    }

    /** Writes JMH's file and the notes; each whole or not at all, and notes without their file count for nothing. */
    void write(Path file) throws IOException {
        ArrayNode rows = JSON.createArrayNode();
        entries.forEach(entry -> rows.add(entry.row()));
        byte[] content = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(rows);
        WholeFile.write(file, temporary -> Files.write(temporary, content));
        ResultFiles.writeNotes(
                file,
                new JmhNotes(
                        JmhNotes.SCHEMA,
                        ResultFiles.sha256(file),
                        settings,
                        provenance,
                        entries.stream().map(Entry::notes).toList(),
                        failures));
    }

    /**
     * Keeps of {@code file} what still holds after a new run into its folder: the rows of {@code solvers}, and, if there
     * are some, those of no solver. A file without notes, or without such rows, is deleted.
     */
    static void keepOnly(Path file, Set<String> solvers) throws IOException {
        JmhResults before = Files.exists(file) ? read(file) : null;
        List<Entry> kept = before == null || solvers.isEmpty()
                ? List.of()
                : before.entries().stream()
                        .filter(entry -> entry.solver().isEmpty() || solvers.contains(entry.solver()))
                        .toList();
        if (kept.isEmpty()) {
            Files.deleteIfExists(file);
            Files.deleteIfExists(JmhNotes.beside(file));
        } else if (kept.size() < before.entries().size() || !before.failures().isEmpty()) {
            List<JmhNotes.Failure> failures = before.failures().stream()
                    .filter(f -> solvers.contains(Entry.solver(f.params())))
                    .toList();
            new JmhResults(before.settings(), before.provenance(), kept, failures).write(file);
        }
    }
}
