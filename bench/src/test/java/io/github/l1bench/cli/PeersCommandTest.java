package io.github.l1bench.cli;

import static io.github.l1bench.cli.Outcome.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands with the worked example, which needs Python's standard library, and with a peer that nobody has. */
class PeersCommandTest {
    private static final String EXAMPLE = " --peer-folder peers/fista-in-python";
    private static final String TINY =
            " --data csv:../docs/examples/apples.csv --label taste --test 0 --lambda-ratio 0.3";

    @TempDir
    private Path folder;

    private String missing;

    @BeforeEach
    void aPeerThatNobodyHas() throws IOException {
        boolean python = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "python3")));
        assumeTrue(python, "there is no python3 on the path");
        Path peer = Files.createDirectories(folder.resolve("nobody-has-it"));
        Files.writeString(peer.resolve("peer.properties"), """
                title = a program that nobody has
                home = https://example.org
                licence = MIT
                question = multinomial
                command = a-program-that-nobody-has
                ladder = tol from 1e-1 to 1e-2
                needs = a-program: apt-get install a-program
                """);
        missing = " --peer-folder " + peer;
    }

    @Test
    void peersAreListedWithTheirState() {
        Outcome outcome = run("peers" + EXAMPLE + missing);
        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.out())
                .contains("fista-in-python", "ready: FISTA with restarts, 1, Python 3")
                .contains("not ready: it cannot be started: there is no program 'a-program-that-nobody-has'")
                .contains("It needs a-program: apt-get install a-program");
    }

    @Test
    void aWorkerIsCheckedAgainstTheProtocol() {
        Outcome outcome = run("peers check nobody-has-it" + missing);
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).contains("FAULT  starts", "1 of 1 claims do not hold");
    }

    @Test
    void theCommandsExplainThemselves() {
        assertThat(run("peers --help").out()).contains("Usage:", "--peer-folder");
        assertThat(run("peers check --help").out()).contains("Usage:", "against the protocol");
    }

    @Test
    void solvingPrintsEachRungWithItsCertificate() throws IOException {
        Outcome outcome = run("solve --peer fista-in-python --gap 1e-3" + EXAMPLE + TINY);
        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.out())
                .containsPattern(
                        "tol=1e-3 +\\d+\\.\\d+ s  CPU .* s .* MB  gap/P +\\d\\.\\de-\\d\\d .* nonzeros  converged after")
                .contains(
                        " certified  KKT", "is the loosest that certifies in every repeat", "status        certified");

        JsonNode json = run("solve --peer fista-in-python --gap 1e-3 --json -" + EXAMPLE + TINY)
                .json();
        assertThat(json.at("/solver").asText()).isEqualTo("fista-in-python");
        assertThat(json.at("/relativeGap").asDouble()).isLessThanOrEqualTo(1e-3);
        assertThat(json.at("/peer/rungs/0/setting").asText()).isEqualTo("tol=1e-3");
        assertThat(json.at("/peer/version").asText()).isEqualTo("FISTA with restarts, 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "solve --peer fista-in-pyhton | did you mean 'fista-in-python'? Known are",
                "solve --peer nobody-has-it | is not ready: it cannot be started: there is no program",
                "solve --peer fista-in-python --tol 0.1 | a peer stops by its own rules: --tol, --max-passes and",
                "solve --peer fista-in-python --repeats 0 | the number of repeats is 0; give 1 or more",
                "solve --peer fista-in-python --gap -1 | gap",
                "solve --peer fista-in-python --solver prox-newton | mutually exclusive",
                "solve --solver prox-newton --repeats 3 | --repeats is for peers",
                "run --solvers prox-newton --peers x* | no peer matches 'x*'; known are",
                "peers check x | there is no peer 'x'; known are"
            })
    void badInputIsOneSentenceAndStatusTwo(String command, String expected) {
        boolean data = !command.startsWith("peers");
        Outcome outcome = run(command + EXAMPLE + missing + (data ? TINY : ""));
        assertThat(outcome.status()).as(outcome.out() + outcome.err()).isEqualTo(2);
        assertThat(outcome.err().strip()).contains(expected.strip()).doesNotContain("\n");
    }

    @Test
    void aRunHasPeersBesideSolversGoesOnAndNamesThoseThatAreNotReady() throws IOException {
        Path own = folder.resolve("runs/own");
        String settings = "run --gap 1e-3 --max-seconds 20 --quick --no-study" + EXAMPLE + missing + TINY;
        Outcome outcome = run(settings + " --solvers prox-newton --peers fista*;nobody-has-it --out " + own);
        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(outcome.out())
                .contains("Left out: nobody-has-it, which is not ready", "apt-get install a-program")
                .containsPattern("fista-in-python +certified .* rungs ");
        JsonNode written = new ObjectMapper().readTree(own.resolve("run.json").toFile());
        assertThat(written.at("/missingPeers/0/name").textValue()).isEqualTo("nobody-has-it");
        assertThat(written.at("/missingPeers/0/needs").textValue()).contains("apt-get install a-program");
        JsonNode cells = written.get("cells");
        assertThat(cells)
                .extracting(cell -> cell.get("label").textValue())
                .containsExactly("prox-newton", "fista-in-python");
        assertThat(cells.get(1).at("/made/code").textValue()).hasSize(64);
        assertThat(cells.get(0).has("peer")).isFalse();

        assertThat(run(settings + " --solvers prox-newton --peers fista* --out " + own)
                        .out())
                .contains("2 of 2 results are in this folder already");
        assertThat(run(settings + " --solvers prox-newton --peers ; --out " + folder.resolve("runs/next"))
                        .out())
                .contains("Reused: fista-in-python (run own)");
    }
}
