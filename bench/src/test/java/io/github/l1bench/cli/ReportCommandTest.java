package io.github.l1bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.collection.CollectionFolder;
import io.github.l1bench.collection.CollectionResults;
import io.github.l1bench.collection.Instance;
import io.github.l1bench.collection.InstanceFacts;
import io.github.l1bench.result.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
    @TempDir
    Path folder;

    private static io.github.l1bench.collection.Outcome outcome(String solver, double seconds) {
        return new io.github.l1bench.collection.Outcome(
                "toy", solver, false, true, 1, List.of(seconds), List.of(5.0), 1e-7, seconds, "certified", null, null);
    }

    private Path collection(String name, double factor) throws IOException {
        Instance instance = new Instance("toy", "toys", "digits", Map.of(), 10, null, true, 0.1, 0);
        InstanceFacts facts = new InstanceFacts(instance, "A toy", "c0ffee", 10, 3, 2, 0.5, false, 1, 0.1, 2, 0.5, 0.5);
        Path path = folder.resolve(name);
        new CollectionFolder(path)
                .write(new CollectionResults(
                        CollectionResults.SCHEMA,
                        name,
                        "toys",
                        false,
                        Machine.provenance("run"),
                        10,
                        List.of(1e-6),
                        List.of(facts),
                        List.of(outcome("newton", 0.1 * factor), outcome("owl-qn", 0.2 * factor)),
                        List.of(),
                        List.of()));
        return path;
    }

    @Tag("long")
    @Test
    void aCollectionsFolderIsRenderedOverAnEarlierOne() throws IOException {
        Path now = collection("now", 1);
        Outcome outcome = Outcome.run(
                "report",
                now.toString(),
                "--background",
                collection("before", 2).toString());

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).contains("The report is in " + now.resolve("index.html"));
        assertThat(now.resolve("index.html")).content().contains("Laid over run before");
        assertThat(folder.resolve("index.html")).content().contains("href=\"now/index.html\"", "before/index.html");
    }

    @Test
    void aDamagedRunOfAnInstanceIsOneSentenceAndStatusOne() throws IOException {
        Path now = collection("now", 1);
        Path own = Files.createDirectories(now.resolve("instances/toy"));
        Files.writeString(own.resolve("run.json"), "{\"schema\": ");
        Outcome outcome = Outcome.run("report", now.toString());

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).contains("The report is in " + now.resolve("index.html"));
        assertThat(outcome.err())
                .startsWith("there is no page of toy, all others are there: " + own.resolve("run.json")
                        + " is not a result")
                .endsWith(": start the collection's run into the same folder again" + System.lineSeparator())
                .hasLineCount(1);
        assertThat(now.resolve("index.html")).content().contains("1 instance without a page: ");
    }

    @Test
    void aFolderThatIsNeitherARunNorACollectionIsRefused() {
        Outcome outcome = Outcome.run("report", folder.toString());

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("there is no run.json and no collection.json");
    }

    @Test
    void aBackgroundIsRefusedForWhatIsNoCollection() {
        Outcome outcome = Outcome.run("report", folder.toString(), "--background", folder.toString());

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("leave --background out");
    }
}
