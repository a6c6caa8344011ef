package io.github.l1bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.l1bench.FaultyPeers;
import io.github.l1bench.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Peers as solvers of JMH's benchmarks; they need Python's standard library. */
class JmhPeersTest {
    private static final String TINY = " -p data=csv:../docs/examples/apples.csv --label taste --lambda-ratio 0.3";
    private static final String EXAMPLE = " --peer-folder peers/fista-in-python";

    @TempDir
    private Path folder;

    @BeforeAll
    static void python() {
        FaultyPeers.requirePython();
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        FaultyPeers.assertNothingIsLeft();
    }

    @Tag("long")
    @Test
    void aPeerIsTimedBesideSolversAndReusedLikeThem() throws IOException {
        Path own = inRun("own");
        String settings = "TimeToTarget MachinePeaks.multiplyAdd -p target=1e-2 -p budget=5" + EXAMPLE;
        List<JsonNode> rows = rows(own, settings + " -p solver=prox-newton,fista-in-python");
        assertThat(rows)
                .extracting(row -> row.at("/params/solver").asText())
                .containsExactlyInAnyOrder("", "prox-newton", "fista-in-python");
        JsonNode peer = rows.get(2);
        assertThat(peer.at("/secondaryMetrics/reached/score").doubleValue()).isEqualTo(1);
        assertThat(peer.at("/secondaryMetrics/relativeGap/score").doubleValue()).isBetween(0.0, 1e-2);

        assertThat(rows(own, settings + " --solvers prox-newton --peers fista*"))
                .as("an interrupted run")
                .contains(peer);
        assertThat(rows(own, settings + " --solvers prox-newton --peers ;"))
                .as("a peer that is not named")
                .contains(peer);
    }

    @Tag("long")
    @Test
    void whatTheRunHasClimbedIsNotClimbedAgain() throws IOException {
        Path run = folder.resolve("runs/climbed");
        Outcome climbed =
                Outcome.run("run --solvers prox-newton --peers fista* --gap 1e-2 --max-seconds 5 --no-study --out "
                        + run + TINY.replace(" -p data=", " --data ") + EXAMPLE);
        assertThat(climbed.status()).as(climbed.err()).isZero();
        Outcome times =
                Outcome.run("jmh TimeToTarget -f 0 -p budget=5 -p target=1e-2 --solvers prox-newton --peers fista*"
                        + TINY + EXAMPLE + " -rf json -rff " + run.resolve("jmh.json"));
        assertThat(times.out())
                .contains("Rungs known from this run, so that they are not climbed again: fista-in-python");
    }

    @Test
    void whoIsLeftOutIsNamed() throws IOException {
        Path missing = FaultyPeers.make(folder, "no-package");
        Path other = FaultyPeers.make(folder, "slow");
        Path manifest = other.resolve("peer.properties");
        Files.writeString(manifest, Files.readString(manifest).replace("= multinomial", "= one-vs-rest"));
        Outcome outcome =
                Outcome.run("jmh TimeToTarget -f 0 -p target=1e-1 -p budget=1 --solvers prox-newton --peers faulty*"
                        + TINY + " --peer-folder " + missing + " --peer-folder " + other);
        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.out())
                .contains("Left out: faulty-no-package, which is not ready: it ended with status 1")
                .contains(
                        "Left out: faulty-slow, which answers the question one-vs-rest: its times to a gap would not");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TimeToTarget -p solver=fista-in-pyhton | there is no solver 'fista-in-pyhton'; known are",
                "TimeToTarget -p solver=faulty-no-package | is not ready: it ended with status 1",
                "TimeToTarget -p solver=fista-in-python -p threads=2 | none of the solvers fista-in-python can be told",
                "TimeToTarget --peers x* | no peer matches 'x*'; known are",
                "RegularizationPath -p solver=fista-in-python | none of these benchmarks can time a peer; name TimeToTarget",
            })
    void badInputIsOneSentenceAndStatusTwo(String arguments, String expected) throws IOException {
        Path missing = FaultyPeers.make(folder, "no-package");
        Outcome outcome = Outcome.run("jmh " + arguments + EXAMPLE + " --peer-folder " + missing + TINY);
        assertThat(outcome.status()).as(outcome.err()).isEqualTo(2);
        assertThat(outcome.err().strip()).contains(expected).doesNotContain("\n");
    }

    @Tag("long")
    @Test
    void aForkThatIsKilledLeavesNoWorkerAndNoFolder() throws Exception {
        Path peer = FaultyPeers.make(folder, "hang");
        Path file = folder.resolve("jmh.json");
        CompletableFuture<Outcome> outcome = CompletableFuture.supplyAsync(() ->
                Outcome.run("jmh TimeToTarget -f 1 -p target=1e-2 -p budget=60 -p solver=faulty-hang --peer-folder "
                        + peer + TINY + " -rf json -rff " + file));
        ProcessHandle worker = worker(outcome);
        ProcessHandle fork = worker.parent().orElseThrow();
        Thread.sleep(500); // the watch has seen it
        fork.destroyForcibly();
        assertThat(outcome.get().status()).isEqualTo(1);
        worker.onExit().get();
        assertThat(FaultyPeers.temporaryFolders(fork.pid())).isEmpty();
    }

    private static ProcessHandle worker(CompletableFuture<Outcome> outcome) throws InterruptedException {
        Optional<ProcessHandle> found = Optional.empty();
        while (found.isEmpty() && !outcome.isDone()) {
            Thread.sleep(50);
            found = ProcessHandle.current()
                    .children()
                    .filter(child ->
                            child.info().command().orElse("").contains("java")) // no wrapper that starts Python
                    .flatMap(ProcessHandle::children)
                    .filter(child -> child.info().commandLine().orElse("").contains("worker.py"))
                    .findFirst();
        }
        return found.orElseThrow();
    }

    private Path inRun(String name) throws IOException {
        Path run = Files.createDirectories(folder.resolve("runs").resolve(name));
        Files.writeString(run.resolve(RunFolder.RUN), "{}");
        return run.resolve("jmh.json");
    }

    private static List<JsonNode> rows(Path file, String arguments) throws IOException {
        Outcome outcome = Outcome.run("jmh " + arguments + TINY + " -f 0 -wi 0 -i 1 -r 20ms -rf json -rff " + file);
        assertThat(outcome.status()).as(outcome.err()).isZero();
        List<JsonNode> rows = new ArrayList<>();
        new ObjectMapper().readTree(Files.readString(file)).forEach(rows::add);
        return rows;
    }
}
