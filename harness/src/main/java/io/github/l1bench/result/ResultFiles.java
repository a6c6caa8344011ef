package io.github.l1bench.result;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.l1bench.data.DataInfo;
import io.github.l1bench.io.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Stream;

/**
 * Reads and writes {@code run.json}, {@code study.json} and {@code snapshots.json}. Numbers that are not finite are written as the strings
 * {@code "NaN"}, {@code "Infinity"} and {@code "-Infinity"}, which JSON's numbers lack, and come back as what they were.
 */
public final class ResultFiles {
    private static final JsonSetter.Value NULLABLE = JsonSetter.Value.forValueNulls(Nulls.SET);

    /**
     * Record components are the schema; a method such as {@code isImage} is no part of it. Nothing may be missing, and
     * nothing may be null but optional numbers and coefficients, and what is annotated so.
     */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .defaultSetterInfo(JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL))
            .withConfigOverride(Double.class, nullable -> nullable.setSetterInfo(NULLABLE))
            .withConfigOverride(Long.class, nullable -> nullable.setSetterInfo(NULLABLE))
            .withConfigOverride(double[].class, nullable -> nullable.setSetterInfo(NULLABLE))
            .withConfigOverride(double[][].class, nullable -> nullable.setSetterInfo(NULLABLE))
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    // Reasons quote the file, whose words may be of any length.
    private static final int LONGEST_REASON = 300;

    private ResultFiles() {}

    /**
     * Writes a run, a study or snapshots to {@code file}, whole or not at all.
     *
     * @throws IOException if the file cannot be written
     */
    public static void write(Path file, Record result) throws IOException {
        byte[] content = JSON.writeValueAsBytes(result);
        WholeFile.write(file, temporary -> Files.write(temporary, content));
    }

    /**
     * The same with a line for each value of the record and each element of a list among them, for files that people read.
     *
     * @throws IOException if the file cannot be written
     */
    public static void writeLines(Path file, Record result) throws IOException {
        StringJoiner lines = new StringJoiner(",\n", "{\n", "\n}\n");
        JSON.valueToTree(result).fields().forEachRemaining(field -> {
            StringJoiner elements = new StringJoiner(",\n", "[\n", "\n]");
            field.getValue().forEach(element -> elements.add(element.toString()));
            lines.add("\"" + field.getKey() + "\": " + (field.getValue().isArray() ? elements : field.getValue()));
        });
        WholeFile.write(file, temporary -> Files.writeString(temporary, lines.toString()));
    }

    /**
     * Writes {@code notes} beside JMH's {@code file}, whole or not at all.
     *
     * @throws IOException if they cannot be written
     */
    public static void writeNotes(Path file, JmhNotes notes) throws IOException {
        write(JmhNotes.beside(file), notes);
    }

    /**
     * The notes beside JMH's {@code file}; none where there are none, or where they are of another file.
     *
     * @throws IllegalArgumentException in one sentence, if they are not notes of schema {@link JmhNotes#SCHEMA}
     * @throws IOException if a file cannot be read
     */
    public static Optional<JmhNotes> readNotes(Path file) throws IOException {
        Path beside = JmhNotes.beside(file);
        if (!Files.exists(file) || !Files.exists(beside)) {
            return Optional.empty();
        }
        JmhNotes notes = read(beside, JmhNotes.class, JmhNotes.SCHEMA);
        return Optional.of(notes).filter(n -> n.jmhSha256().equals(sha256(file)));
    }

    /** Hash of the content of {@code file}, hexadecimal. */
    public static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /**
     * The run in {@code file}.
     *
     * @throws IllegalArgumentException in one sentence, if there is no such file or it is not a result of schema
     *     {@link RunResult#SCHEMA}
     * @throws IOException if the file cannot be read
     */
    public static RunResult read(Path file) throws IOException {
        RunResult run = read(file, RunResult.class, RunResult.SCHEMA);
        requireShapes(file, run);
        return run;
    }

    /**
     * The study in {@code file}.
     *
     * @throws IllegalArgumentException in one sentence, if there is no such file or it is not a study of schema
     *     {@link StudyResult#SCHEMA}
     * @throws IOException if the file cannot be read
     */
    public static StudyResult readStudy(Path file) throws IOException {
        StudyResult study = read(file, StudyResult.class, StudyResult.SCHEMA);
        boolean untested = Stream.of(
                        study.stopped().stream().map(StoppedRun::fit),
                        study.frames().stream().map(Frame::fit),
                        study.path().stream().map(PathPoint::fit))
                .flatMap(fits -> fits)
                .anyMatch(fit -> fit.testAccuracy() == null);
        if (untested) {
            throw new IllegalArgumentException(file + " lacks a test accuracy; make it again with 'run'");
        }
        return study;
    }

    /**
     * The snapshots in {@code file}.
     *
     * @throws IllegalArgumentException in one sentence, if there is no such file or it holds no snapshots of schema
     *     {@link RunSnapshots#SCHEMA}
     * @throws IOException if the file cannot be read
     */
    public static RunSnapshots readSnapshots(Path file) throws IOException {
        return read(file, RunSnapshots.class, RunSnapshots.SCHEMA);
    }

    /**
     * The result of {@code kind} in {@code file}, such as another package's own.
     *
     * @param schema the version that is read
     * @throws IllegalArgumentException in one sentence, if there is no such file or it is not of that schema
     * @throws IOException if the file cannot be read
     */
    public static <T> T read(Path file, Class<T> kind, int schema) throws IOException {
        try {
            return read(Files.readAllBytes(file), file, kind, schema);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException(
                    "there is no result file " + file + "; make it with the command 'run'", e);
        }
    }

    /** The same of {@code content}, which messages call {@code file}. */
    public static <T> T read(byte[] content, Path file, Class<T> kind, int schema) throws IOException {
        try {
            JsonNode tree = JSON.readTree(content);
            requireSchema(file, tree, schema);
            EarlierVersions.complete(tree);
            return JSON.treeToValue(tree, kind);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    file + " is not a result file of this program (" + firstLine(e) + "); make it again with 'run'", e);
        }
    }

    private static void requireSchema(Path file, JsonNode tree, int expected) {
        JsonNode schema = tree == null ? null : tree.get("schema");
        if (schema == null || !schema.isInt()) {
            throw new IllegalArgumentException(
                    file + " is not a result file of this program (it names no schema); make it again with 'run'");
        }
        if (schema.intValue() != expected) {
            throw new IllegalArgumentException(file + " has schema " + schema + ", but this program reads schema "
                    + expected + "; read it with the version that wrote it, or run it again");
        }
    }

    private static void requireShapes(Path file, RunResult run) {
        DataInfo data = run.data();
        if (data.isImage() && (long) data.imageWidth() * data.imageHeight() != data.features()) {
            throw new IllegalArgumentException(file + " says that " + data.features() + " features are a picture of "
                    + data.imageWidth() + " x " + data.imageHeight() + "; make it again with 'run'");
        }
        if (data.labels().size() != data.classes()) {
            throw new IllegalArgumentException(file + " names " + data.labels().size() + " of " + data.classes()
                    + " classes; make it again with 'run'");
        }
        for (CellResult cell : run.cells()) {
            boolean fits = cell.coef() == null
                    || cell.coef().length == data.classes()
                            && Arrays.stream(cell.coef()).allMatch(row -> row != null && row.length == data.features());
            if (!fits) {
                throw new IllegalArgumentException(file + " has weights of " + cell.label() + " that are not "
                        + data.classes() + " classes of " + data.features() + " features; make it again with 'run'");
            }
        }
    }

    private static String firstLine(JsonProcessingException e) {
        String line = e.getOriginalMessage()
                .lines()
                .findFirst()
                .orElse("unreadable")
                .replaceAll("\\[Source: REDACTED [^;]*; ([^]]*)]", "$1");
        return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + "...";
    }
}
