package io.github.l1bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.fuzz.Fuzz;
import io.github.l1bench.fuzz.Mutations;
import io.github.l1bench.result.JmhNotes;
import io.github.l1bench.result.Machine;
import io.github.l1bench.result.Origin;
import io.github.l1bench.result.Provenance;
import io.github.l1bench.result.ResultFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Damaged files of JMH, as later runs and merges read them; {@code -Dl1bench.fuzz=100000} says how many. */
@Tag("slow")
@Tag("fuzz")
@Timeout(3600)
class JmhRowsFuzzTest {
    private static final Provenance HERE = Machine.provenance("test");
    private static final byte[] GOOD = """
            [{"jmhVersion": "1.37", "benchmark": "a.B.c", "mode": "ss", "params": {"solver": "x[a=1;b=2]", "n": "5"},
              "primaryMetric": {"score": 1.5e2, "scoreError": "NaN", "scoreUnit": "ms/op", "rawData": [[1.5e2]]}},
             {"jmhVersion": "1.37", "benchmark": "a.B.d", "mode": "avgt",
              "primaryMetric": {"score": 7, "scoreError": 0.1, "scoreUnit": "us/op", "rawData": [[7, 7.1]]}}]
            """.getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void rowsAreReadOrRefusedInOneSentence() throws Exception {
        Path file = folder.resolve(RunFolder.JMH);
        Mutations mutations = new Mutations(18);
        new Fuzz("rows of jmh.json", IllegalArgumentException.class, 2 << 20, 400)
                .check(Fuzz.rounds(), () -> mutations.of(GOOD), content -> {
                    Files.write(file, content);
                    JmhRows.read(file)
                            .rows()
                            .forEach(row -> assertThat(row.key() + row.solver()).isNotNull());
                });
    }

    /** The notes are of the damaged file. */
    @Test
    void rowsWithNotesAreReadOrCountForNothing() throws Exception {
        Path file = folder.resolve(RunFolder.JMH);
        Mutations mutations = new Mutations(19);
        Files.write(file, GOOD);
        String hash = ResultFiles.sha256(file);
        List<JmhNotes.Row> rows = List.of(
                new JmhNotes.Row("c0de", "00", null, null),
                new JmhNotes.Row("c0de", null, null, new Origin("a", "", null, null, true)));
        ResultFiles.writeNotes(file, new JmhNotes(JmhNotes.SCHEMA, hash, List.of(), HERE, rows, List.of()));
        String notes = Files.readString(JmhNotes.beside(file));
        new Fuzz("rows of jmh.json with notes", Nothing.class, 4 << 20, 400)
                .check(Fuzz.rounds(), () -> mutations.of(GOOD), content -> {
                    Files.write(file, content);
                    Files.writeString(JmhNotes.beside(file), notes.replace(hash, ResultFiles.sha256(file)));
                    JmhRows.noted(file)
                            .orElseThrow(Nothing::new)
                            .rows()
                            .forEach(row -> assertThat(row.key() + row.solver()).isNotNull());
                });
    }

    private static final class Nothing extends RuntimeException {
        Nothing() {
            super("counts for nothing");
        }
    }
}
