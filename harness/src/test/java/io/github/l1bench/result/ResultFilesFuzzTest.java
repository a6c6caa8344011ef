package io.github.l1bench.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.fuzz.Fuzz;
import io.github.l1bench.fuzz.Mutations;
import io.github.l1bench.run.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Damaged result files; {@code -Dl1bench.fuzz=100000} says how many. */
@Tag("slow")
@Tag("fuzz")
@Timeout(3600)
class ResultFilesFuzzTest {
    @TempDir
    private Path folder;

    @Test
    void runsAreReadOrRefusedInOneSentence() throws Exception {
        Path file = folder.resolve(RunFolder.RUN);
        ResultFiles.write(file, ResultFilesTest.run(ResultFilesTest.cell(1, 0.5)));
        check(file, new Mutations(11), () -> ResultFiles.read(file));
    }

    @Test
    void studiesAreReadOrRefusedInOneSentence() throws Exception {
        Path file = folder.resolve(RunFolder.STUDY);
        ResultFiles.write(file, ResultFilesTest.study(1, 0.5));
        check(file, new Mutations(12), () -> ResultFiles.readStudy(file));
    }

    @Test
    void snapshotsAreReadOrRefusedInOneSentence() throws Exception {
        Path file = folder.resolve(RunFolder.SNAPSHOTS);
        Snapshot snapshot = Snapshot.of(0, 1.5, new double[][] {{0, 1.5, 0, 0}, {0, -1.5, 0, 2}});
        List<CellSnapshots> cells = List.of(new CellSnapshots("a", 0, List.of(snapshot, snapshot)));
        ResultFiles.write(file, new RunSnapshots(RunSnapshots.SCHEMA, cells));
        RunResult run = ResultFilesTest.run(ResultFilesTest.cell(1, 0.5));
        check(file, new Mutations(13), () -> {
            RunSnapshots read = ResultFiles.readSnapshots(file);
            read.belongsTo(run);
            return read;
        });
    }

    @Test
    void notesOfJmhAreReadOrRefusedInOneSentence() throws Exception {
        Path jmh = Files.writeString(folder.resolve("jmh.json"), "[]");
        JmhNotes notes = new JmhNotes(
                JmhNotes.SCHEMA,
                ResultFiles.sha256(jmh),
                List.of("-f 1"),
                ResultFilesTest.run(ResultFilesTest.cell(1, 0.5)).provenance(),
                List.of(new JmhNotes.Row("c0de", "00", null, null)),
                List.of(new JmhNotes.Failure("a.B.c", Map.of("solver", "x"), "why")));
        ResultFiles.writeNotes(jmh, notes);
        check(JmhNotes.beside(jmh), new Mutations(14), () -> ResultFiles.readNotes(jmh));
    }

    private interface Reading {
        Object read() throws Exception;
    }

    private static void check(Path file, Mutations mutations, Reading reading) throws Exception {
        byte[] good = Files.readAllBytes(file);
        new Fuzz(file.getFileName().toString(), IllegalArgumentException.class, 2 << 20, 200)
                .check(Fuzz.rounds(), () -> mutations.of(good), content -> {
                    Files.write(file, content);
                    assertThat(reading.read()).isNotNull();
                });
    }
}
