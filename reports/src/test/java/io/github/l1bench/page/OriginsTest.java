package io.github.l1bench.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.JmhNotes;
import io.github.l1bench.result.Made;
import io.github.l1bench.result.Origin;
import io.github.l1bench.result.Provenance;
import io.github.l1bench.result.ResultFiles;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.run.JmhRow;
import io.github.l1bench.run.RunFolder;
import io.github.l1bench.view.RunView;
import io.github.l1bench.view.Sample;
import io.github.l1bench.view.Target;
import io.github.l1bench.view.TargetTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OriginsTest {
    private static final Origin OLD = new Origin("old", "2026-01-01T00:00:00Z", null, null, true);

    @TempDir
    Path folder;

    @Tag("long")
    @Test
    void whatWasNotComputedHereIsMarkedWhereverItStands() throws IOException {
        RunResult run = Sample.run(
                "sample",
                "",
                List.of(
                        Sample.cell("mine", 0),
                        Sample.cell("stored", 1).with(new Made("c0de", 1, null, null, OLD)),
                        Sample.cell("spoilt", 2).with(new Made("c0de", 1, "loop still ran", null, null))));
        String rows = Sample.jmh(
                Sample.timeRow("mine", "1e-3", 5, "0.1", true), Sample.timeRow("stored", "1e-3", 4, "0.1", true));
        Sample.write(folder, run, rows);
        Path jmh = folder.resolve(RunFolder.JMH);
        ResultFiles.writeNotes(
                jmh,
                new JmhNotes(
                        JmhNotes.SCHEMA,
                        ResultFiles.sha256(jmh),
                        List.of(),
                        run.provenance(),
                        List.of(
                                new JmhNotes.Row("a", run.data().sha256(), null, null),
                                new JmhNotes.Row("a", run.data().sha256(), null, OLD)),
                        List.of(new JmhNotes.Failure(
                                "x.TimeToTarget.solve",
                                Map.of("solver", "spoilt", "target", "1e-3", "data", "digits"),
                                "did not return"))));

        Report.render(folder);

        String page = Files.readString(folder.resolve("index.html"));
        assertThat(page)
                .contains("data-cell=\"stored (reused)\"", "data-cell=\"spoilt (disturbed)\"", "data-cell=\"mine\"")
                .contains("reused from run old", "loop still ran", "did not return");
        RunView view = Sample.view(folder);
        assertThat(view.times()
                        .of("stored", view.times().main().get(0))
                        .orElseThrow()
                        .name())
                .as("the name of its row in charts")
                .isEqualTo("stored (reused)");
        assertThat(Files.readString(folder.resolve("cells.csv"))).contains("stored (reused),stored");
        assertThat(Files.readString(folder.resolve("times.csv"))).contains(",old,", "did not return");
    }

    @Tag("long")
    @Test
    void aRunOfSeveralMachinesSaysWhichMadeWhatAndARunOfOneDoesNot() throws IOException {
        Origin origin = new Origin("far", "2026-01-01T00:00:00Z", null, "other machine", true);
        Provenance p = Sample.run(1, "").provenance();
        Provenance there = new Provenance(
                p.created(), "", null, "", p.java(), p.flags(), "far", p.os(), "Another", 64, 0, p.maxHeapBytes());
        CellResult far = Sample.cell("slow", 0).with(new Made("c0de", 1, null, there, origin));
        RunResult run = Sample.run("sample", "", List.of(Sample.cell("slow", 1), far));
        Sample.write(folder, run, "[]");

        Report.render(folder);

        assertThat(Files.readString(folder.resolve("index.html")))
                .contains("data-cell=\"slow\"", "data-cell=\"slow (other machine)\"")
                .contains(
                        "Results of several machines stand here: here, A processor, 2 cores, Java 17 Vendor; far, Another, 64")
                .containsSubsequence("Machine", "here, A processor", "Machine", "far, Another, 64 cores")
                .doesNotContain("foreign");

        Sample.write(folder, Sample.run(2, ""), "[]");
        Report.render(folder);
        assertThat(Files.readString(folder.resolve("index.html"))).doesNotContain("several machines");
    }

    @Test
    void foreignTimesAreShownAndNotRanked() {
        Origin foreign = new Origin("far", "", "other machine", null, true);
        JmhRow row =
                Sample.rows(Sample.timeRow("quick", "1e-3", 5, "0.1", true)).get(0);
        List<JmhRow> rows = List.of(row.from(foreign), row);
        RunView view = new RunView(Sample.run(1, ""), rows);
        Target target = view.times().main().get(0);

        assertThat(view.times().of("quick (foreign: other machine)", target)).isPresent();
        assertThat(view.times().ranking(target)).extracting(TargetTime::solver).containsExactly("quick");
    }
}
