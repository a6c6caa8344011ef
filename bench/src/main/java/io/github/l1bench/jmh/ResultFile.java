package io.github.l1bench.jmh;

import io.github.l1bench.io.WholeFile;
import io.github.l1bench.result.JmhNotes;
import io.github.l1bench.run.JmhRow;
import io.github.l1bench.run.JmhRows;
import io.github.l1bench.run.RunFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;

/**
 * Where the results go, whole or not at all, in the format and under the name that JMH would have used.
 *
 * @param format null where none was asked for
 * @param path null where none was asked for
 */
public record ResultFile(ResultFormatType format, Path path) {
    /** Whether it is JMH's JSON in a file of the user's, which holds notes and times of other runs as well. */
    boolean isJson() {
        return format == ResultFormatType.JSON && path != null;
    }

    /** Whether it is where the times of a run belong. */
    boolean isOfRun() {
        return isJson() && RunFolder.isTimesOfRun(path);
    }

    /** What stands in the file now and is not among {@code kept}, in words; empty where nothing is lost. */
    String replaced(List<JmhRow> kept) throws IOException {
        if (!isJson()) {
            return "";
        }
        Set<String> keys = kept.stream().map(JmhRow::key).collect(Collectors.toSet());
        return before().stream()
                .filter(row -> !keys.contains(row.key()))
                .map(row -> (row.className() + " " + row.solver()).strip())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private List<JmhRow> before() throws IOException {
        try {
            return JmhRows.read(path).rows();
        } catch (IllegalArgumentException e) {
            return List.of(); // what is damaged tells no times
        }
    }

    /**
     * Writes what was measured and, into JSON, what was known before.
     *
     * @param data hashes of the data sets by name
     * @param code fingerprint of what measures a row; null where unknown
     * @throws IOException if it cannot be written
     */
    void write(Collection<RunResult> measured, JmhRows known, Map<String, String> data, Function<JmhRow, String> code)
            throws IOException {
        if (format == null && path == null) {
            return;
        }
        ResultFormatType type = format == null ? ResultFormatType.CSV : format;
        Path target = path == null ? Path.of("jmh-result." + type.toString().toLowerCase(Locale.ROOT)) : path;
        byte[] content = content(measured, type);
        if (!isJson()) {
            WholeFile.write(target, temporary -> Files.write(temporary, content));
            return;
        }
        List<JmhRow> rows = new ArrayList<>();
        for (JmhRow row : JmhRows.rows("what was measured", content)) {
            String hash = data.get(row.params().get("data"));
            rows.add(row.with(new JmhNotes.Row(code.apply(row), hash, null, null)));
        }
        rows.addAll(known.rows());
        known.with(rows, known.failures()).write(target);
    }

    private static byte[] content(Collection<RunResult> results, ResultFormatType type) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
            ResultFormatFactory.getInstance(type, out).writeOut(results);
        }
        return bytes.toByteArray();
    }
}
