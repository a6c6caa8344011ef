package io.github.l1bench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.CellSnapshots;
import io.github.l1bench.result.JmhNotes;
import io.github.l1bench.result.Made;
import io.github.l1bench.result.Origin;
import io.github.l1bench.result.Provenance;
import io.github.l1bench.result.ResultFilesTest;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.result.RunSnapshots;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
    private static final String VARIANT = "ista[shrink=0.7,step=4]";

    @TempDir
    private Path runs;

    private static CellResult cell(String name) {
        return ResultFilesTest.cell(1, null).named(name, name);
    }

    private RunFolder folder(String name, CellResult... cells) throws IOException {
        RunFolder folder = new RunFolder(runs.resolve(name));
        folder.write(ResultFilesTest.run(cells).named(name), RunSnapshots.NONE);
        return folder;
    }

    private static void time(RunFolder folder, String... solvers) throws IOException {
        StringBuilder json = new StringBuilder();
        for (String solver : solvers) {
            json.append(json.isEmpty() ? "[" : ",").append("""
                    {"benchmark": "a.TimeToTarget.solve", "mode": "ss", "params": {"solver": "%s"},
                     "primaryMetric": {"score": 1.50, "scoreUnit": "s/op", "rawData": [[1.50]]}}
                    """.formatted(solver));
        }
        List<JmhRow> rows = JmhRows.rows("test", json.append("]").toString().getBytes(StandardCharsets.UTF_8));
        JmhNotes.Failure failure = new JmhNotes.Failure("a.OnePass.onePass", Map.of("solver", solvers[0]), "it died");
        folder.write(new JmhRows(List.of(), folder.run().provenance(), rows, List.of(failure)));
    }

    @Test
    void timesStayWithTheirVariantInWhateverOrderItsOptionsWereTyped() throws IOException {
        RunFolder folder = folder("a", cell(VARIANT));
        time(folder, "ista[step=4;shrink=0.7]", "other");

        assertThat(folder.beginAnew(Set.of(VARIANT))).containsExactly("other");
        JmhRows kept = folder.jmh(folder.run());
        assertThat(kept.rows()).extracting(JmhRow::solver).containsExactly(VARIANT);
        assertThat(kept.failures()).hasSize(1);
        assertThat(Files.readString(folder.file(RunFolder.JMH)))
                .as("as JMH wrote it")
                .contains("ista[step=4;shrink=0.7]", "1.50");
    }

    @Test
    void timesOfAVariantWithoutAResultOfItsOwnStayWithTheirSolver() throws IOException {
        RunFolder folder = folder("a", cell("ista"));
        time(folder, "ista[step=4;shrink=0.7]", "istanbul");

        assertThat(folder.beginAnew(Set.of("ista"))).containsExactly("istanbul");
        JmhRows kept = folder.jmh(folder.run());
        assertThat(kept.rows()).extracting(JmhRow::solver).containsExactly(VARIANT);
        assertThat(kept.failures()).hasSize(1);
    }

    @Test
    void aFileInPlaceOfAFolderIsSaid() throws IOException {
        RunFolder folder = folder("a", cell("x"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RunFolder(folder.file(RunFolder.RUN)).run())
                .withMessageEndingWith("run.json is a file; name the folder of a run");
    }

    @Test
    void nothingMeasuredIsRemovedWithoutAWord() throws IOException {
        RunFolder folder = folder("a", cell(VARIANT));
        time(folder, "ista[step=4;shrink=0.7]", "other");

        assertThat(folder.beginAnew(Set.of())).containsExactly(VARIANT, "other");
        assertThat(folder.has(RunFolder.JMH)).isFalse();
        Files.writeString(folder.file(RunFolder.JMH), "[]");
        assertThat(folder.beginAnew(Set.of(VARIANT)))
                .hasSize(1)
                .first()
                .asString()
                .contains("all of jmh.json");
        assertThat(folder.beginAnew(Set.of())).isEmpty();
    }

    @Test
    void aMergeNamesTheTimesThatItLeaves() throws IOException {
        RunFolder other = folder("other", cell("far"));
        time(other, "far", "ista[step=4;shrink=0.7]");
        RunFolder base = folder("base", cell("own"));

        assertThat(new Merge(base, other, List.of(new NamePattern("*")), false).withoutResult())
                .containsExactly(VARIANT);
        assertThat(new Merge(base, other, List.of(new NamePattern("far")), false).withoutResult())
                .isEmpty();
    }

    @Test
    void aMergeOfWhatIsInBothSaysSo() throws IOException {
        RunFolder base = folder("base", cell("a"), cell("b"), cell("c"));
        RunFolder other = folder("other", cell("a"), cell("b"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Merge(base, other, List.of(new NamePattern("*")), false))
                .withMessage(
                        "run other has nothing to add to run base under --solvers *; all its 2 results are in both;"
                                + " 'compare' shows how they differ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Merge(base, other, List.of(new NamePattern("a")), false))
                .withMessageContaining("under --solvers a; its one result is in both");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Merge(base, other, List.of(new NamePattern("c")), false))
                .withMessageEndingWith("under --solvers c; its solvers are a, b");
    }

    @Test
    void aRunAndItsCopyAreToldApartByTheirFolders() throws IOException {
        RunFolder run = folder("run", cell("a"));
        RunFolder copy = new RunFolder(runs.resolve("copy"));
        copy.write(run.run(), RunSnapshots.NONE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Merge(run, copy, List.of(new NamePattern("*")), false))
                .withMessageStartingWith(
                        "run run (" + copy.path() + ") has nothing to add to run run (" + run.path() + ")");
    }

    @Test
    void aMergeTakesTheTimesOfAVariantWithItsCell() throws IOException {
        RunFolder base = folder("base", cell("own"));
        RunFolder other = folder("other", cell(VARIANT), cell("own"));
        time(other, "ista[step=4;shrink=0.7]", "own");
        RunFolder out = new RunFolder(runs.resolve("out"));
        Merge merge = new Merge(base, other, List.of(new NamePattern("ista[step=4,shrink=0.7]")), false);
        merge.write(out);

        RunResult merged = out.run();
        assertThat(merged.id()).isEqualTo("out");
        assertThat(merged.cells()).extracting(CellResult::label).containsExactly("own", VARIANT);
        JmhRows times = out.jmh(merged);
        assertThat(times.rows()).extracting(JmhRow::solver).containsExactly(VARIANT);
        assertThat(times.rows().get(0).origin().orElseThrow().run()).isEqualTo("other");
        assertThat(times.failures()).hasSize(1);
        assertThat(new Merge(base, other, List.of(new NamePattern("*")), false).left())
                .extracting(CellResult::label)
                .containsExactly("own");
    }

    @Test
    void whatIsMergedFromAnotherMachineSaysWhichAndIsNotForeign() throws IOException {
        RunFolder base = folder("base", cell("own"), cell("x"));
        time(base, "own", "x");
        Provenance here = base.run().provenance();
        Provenance there = elsewhere(here);
        RunFolder other = new RunFolder(runs.resolve("other"));
        RunResult run = ResultFilesTest.run(cell("x"));
        other.write(
                new RunResult(1, "other", false, there, run.data(), 0, run.lambda(), run.lambdaMax(), run.cells()),
                RunSnapshots.NONE);
        time(other, "x");
        RunFolder out = new RunFolder(runs.resolve("out"));
        new Merge(base, other, List.of(new NamePattern("*")), false).write(out);

        RunResult merged = out.run();
        assertThat(merged.cells())
                .extracting(CellResult::key)
                .containsExactly("own", "x", "x (other machine, other Java)");
        assertThat(merged.cells()).extracting(CellResult::isForeign).containsOnly(false);
        assertThat(merged.cells()).extracting(CellResult::compares).containsExactly(true, true, false);
        assertThat(merged.cells()).extracting(merged::provenance).containsExactly(here, here, there);
        assertThat(merged.machines()).containsExactly(here.where(), there.where());
        assertThat(out.jmh(merged).rows())
                .extracting(
                        row -> row.solver() + ": " + row.notes().provenance().host() + ", " + row.compares())
                .containsExactly("own: host, true", "x: host, true", "x: far, false");

        RunFolder again = new RunFolder(runs.resolve("again"));
        new Merge(other, out, List.of(new NamePattern("x")), false).write(again);
        assertThat(again.run().cells())
                .as("what comes home compares, and what was made here does not")
                .extracting(CellResult::key)
                .containsExactly("x", "x (other machine, other Java)");
        assertThat(again.run().cells()).extracting(again.run()::provenance).containsExactly(there, here);
    }

    private static Provenance elsewhere(Provenance p) {
        return new Provenance(
                p.created(), p.command(), null, "", "21", p.flags(), "far", p.os(), "another", 64, 0, p.maxHeapBytes());
    }

    @Test
    void resultsThatDoNotSayWhereTheyWereMadeWereMadeWhereTheirRunWas() throws IOException {
        RunFolder folder = folder("a", cell("x").with(new Made("c0de", 1, null, null, null)));
        time(folder, "x");
        Path run = folder.file(RunFolder.RUN);
        Path notes = JmhNotes.beside(folder.file(RunFolder.JMH));
        for (Path file : List.of(run, notes)) {
            String text = Files.readString(file);
            String old = text.replace("\"provenance\":null,", "")
                    .replace("\"host\":\"host\",", "")
                    .replace(",\"kernels\":\"plain\"", "");
            assertThat(old)
                    .as("as earlier versions wrote it")
                    .isNotEqualTo(text)
                    .doesNotContain("\"host\"", "\"kernels\"");
            Files.writeString(file, old);
        }

        RunResult read = folder.run();
        assertThat(read.provenance(read.cells().get(0))).isEqualTo(read.provenance());
        assertThat(read.machines()).containsExactly("cpu, 2 cores, Java 17");
        assertThat(read.provenance().kernels()).isEqualTo("plain");
        assertThat(folder.jmh(read).rows())
                .extracting(row -> row.notes().provenance())
                .containsExactly(read.provenance());
    }

    @Test
    void aForeignCellIsToldFromOthersByAFieldAndNotByItsName() throws IOException {
        Origin foreign = new Origin("far", "", "other machine", null, true);
        CellResult far = cell("x").with(new Made(null, 0, null, null, foreign));
        RunFolder folder = new RunFolder(runs.resolve("a"));
        RunResult run = ResultFilesTest.run(cell("x"), far);
        RunSnapshots snapshots = new RunSnapshots(
                RunSnapshots.SCHEMA, List.of(new CellSnapshots("x (foreign: other machine)", 0, List.of())));
        folder.write(run, snapshots);

        assertThat(folder.run().cells()).extracting(CellResult::label).containsExactly("x", "x");
        assertThat(folder.snapshots(run).of(far)).isPresent();
        assertThat(folder.snapshots(run).of(run.cells().get(0))).isEmpty();

        String old = "x (foreign: other machine)";
        folder.write(ResultFilesTest.run(cell("x"), far.named(old, old)), snapshots);
        assertThat(folder.run().cells())
                .as("as merges of earlier versions wrote it")
                .extracting(CellResult::solver)
                .containsExactly("x", "x");
    }

    @Test
    void whatBelongsToAnotherRunIsRefused() throws IOException {
        RunFolder folder = folder("a", cell("x"));
        RunSnapshots others = new RunSnapshots(RunSnapshots.SCHEMA, List.of(new CellSnapshots("y", 0, List.of())));
        folder.write(folder.run(), others);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> folder.snapshots(folder.run()))
                .withMessageContaining(
                        "snapshots.json does not fit the run.json beside it: it is of another run, or results were taken out");
    }
}
