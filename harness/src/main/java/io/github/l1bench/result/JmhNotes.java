package io.github.l1bench.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What JMH's own result file does not tell: the code and the data of each row, where a row was taken from, and what
 * failed. It lies beside that file.
 *
 * @param schema version of this schema, {@link #SCHEMA}
 * @param jmhSha256 hash of JMH's file; notes with another hash are of another file
 * @param settings JMH's options, without benchmarks, solvers and data
 * @param provenance where and with what the rows were measured that have no origin of their own
 * @param rows one for each row of JMH's file, in its order
 * @param failures benchmarks that have no row because they failed
 */
public record JmhNotes(
        int schema,
        String jmhSha256,
        List<String> settings,
        Provenance provenance,
        List<Row> rows,
        List<Failure> failures) {
    /** The version of the schema that this program writes and reads. */
    public static final int SCHEMA = 1;

    /**
     * One row.
     *
     * @param code fingerprint of benchmark, solver and all that they use; null where unknown
     * @param dataSha256 hash of the data; null where the benchmark makes its own
     * @param provenance where and with what it was measured; null for that of the file
     * @param origin the run that it was taken from; null where it was measured for this file
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Row(
            @JsonSetter(nulls = Nulls.SET) String code,
            @JsonSetter(nulls = Nulls.SET) String dataSha256,
            @JsonSetter(nulls = Nulls.SET) Provenance provenance,
            @JsonSetter(nulls = Nulls.SET) Origin origin) {
        /** Nothing is known. */
        public static final Row UNKNOWN = new Row(null, null, null, null);

        /** The same as taken from {@code other}. */
        public Row from(Origin other) {
            return new Row(code, dataSha256, provenance, other);
        }

        /** The same, measured as {@code other} says. */
        public Row by(Provenance other) {
            return new Row(code, dataSha256, other, origin);
        }
    }

    /**
     * One that failed.
     *
     * @param benchmark full name of class and method
     * @param params its parameters
     * @param reason in words
     */
    public record Failure(String benchmark, Map<String, String> params, String reason) {}

    /** The file of notes beside JMH's {@code file}: {@code jmh-notes.json} beside {@code jmh.json}. */
    public static Path beside(Path file) {
        return file.resolveSibling(file.getFileName().toString().replaceFirst("\\.json$", "") + "-notes.json");
    }
}
