package io.github.l1bench.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.overview.SampleCollection;
import io.github.l1bench.result.Provenance;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.view.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunIndexTest {
    @TempDir
    Path reports;

    private String index() throws IOException {
        RunIndex.write(reports);
        return Files.readString(reports.resolve("index.html"));
    }

    private void run(String folder, String created) throws IOException {
        RunResult run = Sample.run(1, "");
        Provenance p = run.provenance();
        Provenance then = new Provenance(
                created,
                p.command(),
                p.revision(),
                p.version(),
                p.java(),
                p.flags(),
                p.host(),
                p.os(),
                p.cpu(),
                p.cores(),
                p.load(),
                p.maxHeapBytes());
        Sample.write(
                reports.resolve(folder),
                new RunResult(RunResult.SCHEMA, folder, false, then, run.data(), 0, 0.02, 0.15, run.cells()),
                null);
    }

    @Test
    void theNewestRunComesFirstWhateverItsFolder() throws IOException {
        run("runs/b", "2026-01-02T00:00:00+00:00");
        run("runs/a", "2026-03-01T00:00:00+00:00");
        run("reference", "2026-02-01T00:00:00+00:00");

        String page = index();

        assertThat(page.indexOf("href=\"runs/a/index.html\"")).isPositive();
        assertThat(page.substring(page.indexOf("<table"))).containsSubsequence("runs/a/", "reference/", "runs/b/");
    }

    @Test
    void runsOfCollectionsAreListedWithTheirAnswer() throws IOException {
        run("runs/a", "2026-03-01T00:00:00+00:00");
        SampleCollection.write(reports.resolve("collection"), SampleCollection.results(8, 3));
        SampleCollection.write(reports.resolve("runs/many"), SampleCollection.results(6, 2));

        String page = index();

        assertThat(page)
                .contains("href=\"collection/index.html\"", "href=\"runs/many/index.html\"", "runs/a/index.html")
                .contains("Collection standard, 8 instances", "Collection standard, 6 instances")
                .contains("is the first to certify a relative gap of 10⁻⁶ on ");
    }

    @Test
    void aRunThatCannotBeReadIsListedWithTheReason() throws IOException {
        run("runs/good", "2026-01-02T00:00:00Z");
        Files.createDirectories(reports.resolve("runs/bad"));
        Files.writeString(reports.resolve("runs/bad/run.json"), "{\"schema\": 99}");

        Files.createDirectories(reports.resolve("runs/worse"));
        Files.writeString(reports.resolve("runs/worse/collection.json"), "{}");

        assertThat(index())
                .contains("runs/good/index.html")
                .contains("has schema 99")
                .contains("runs/worse: ");
    }

    @Test
    void withoutRunsThePageSaysSo() throws IOException {
        assertThat(index()).contains("There is no run yet");
    }
}
