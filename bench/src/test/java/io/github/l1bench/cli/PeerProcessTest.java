package io.github.l1bench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.l1bench.FaultyPeers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program in a process of its own that is interrupted, or has no room on the disk. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a shell limits the size of files")
class PeerProcessTest {
    private static final String TINY =
            " --data csv:../docs/examples/apples.csv --label taste --test 0 --lambda-ratio 0.3";

    @TempDir
    private Path folder;

    @BeforeAll
    static void python() {
        FaultyPeers.requirePython();
    }

    @Test
    void anInterruptionLeavesNoWorkerAndNoFolder() throws Exception {
        Path peer = FaultyPeers.make(folder, "hang");
        Process program = start("unlimited", "solve --peer faulty-hang --peer-folder " + peer + TINY);
        ProcessHandle worker = worker(program);
        program.destroy();
        program.waitFor();
        worker.onExit().get();
        assertThat(FaultyPeers.temporaryFolders(program.pid())).isEmpty();
    }

    /** By what no program can prepare for; and where one has detached itself from it. */
    @Tag("long")
    @ParameterizedTest
    @ValueSource(strings = {"hang", "hang-and-detached-child"})
    @EnabledOnOs(OS.LINUX)
    void aProgramThatIsKilledLeavesNoWorkerAndNoFolder(String mode) throws Exception {
        Path peer = FaultyPeers.make(folder, mode);
        Process program = start("unlimited", "solve --peer faulty-" + mode + " --peer-folder " + peer + TINY);
        ProcessHandle worker = worker(program);
        String mark = "L1BENCH_WORKER=" + program.pid() + ".";
        while (program.isAlive()
                && (FaultyPeers.temporaryFolders(program.pid()).findAny().isEmpty() || marked(mark) < expected(mode))) {
            Thread.sleep(20);
        }
        program.destroyForcibly();
        program.waitFor();
        worker.onExit().get();
        for (int look = 0;
                look < 500
                        && FaultyPeers.temporaryFolders(program.pid()).findAny().isPresent();
                look++) {
            Thread.sleep(20);
        }
        assertThat(FaultyPeers.temporaryFolders(program.pid())).isEmpty();
        assertThat(marked(mark)).isZero();
    }

    private static long expected(String mode) {
        return mode.equals("hang") ? 1 : 2;
    }

    private static long marked(String mark) {
        return ProcessHandle.allProcesses()
                .filter(process -> {
                    try {
                        Path environment = Path.of("/proc", Long.toString(process.pid()), "environ");
                        return Files.readString(environment, StandardCharsets.ISO_8859_1)
                                .contains(mark);
                    } catch (IOException e) {
                        return false;
                    }
                })
                .count();
    }

    private static ProcessHandle worker(Process program) throws InterruptedException {
        Optional<ProcessHandle> found = Optional.empty();
        while (found.isEmpty() && program.isAlive()) {
            Thread.sleep(20);
            found = program.descendants()
                    .filter(child -> child.info().commandLine().orElse("").contains("worker.py"))
                    .findFirst();
        }
        return found.orElseThrow();
    }

    /** The design of digits is 0.7 MB; all else that a run writes is less. */
    @Tag("long")
    @Test
    void aDiskThatIsTooFullForTheProblemCostsThePeersTheirCellsAndNothingElse() throws Exception {
        Path run = folder.resolve("run");
        Process program = start(
                "800",
                "run --data digits --quick --no-study --max-seconds 20 --solvers prox-newton --peers fista-in-python"
                        + " --peer-folder peers/fista-in-python --out " + run);
        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(program.waitFor()).as(said).isEqualTo(1);
        JsonNode cells =
                new ObjectMapper().readTree(run.resolve("run.json").toFile()).get("cells");
        assertThat(cells).hasSize(2);
        assertThat(cells.get(0).get("status").textValue()).isEqualTo("certified");
        assertThat(cells.get(1).get("failure").textValue())
                .isEqualTo("its problem or its answer cannot be written: File too large");
        assertThat(FaultyPeers.temporaryFolders(program.pid())).isEmpty();
    }

    // In blocks of 512 bytes.
    private static Process start(String largestFile, String command) throws IOException {
        List<String> words = new ArrayList<>(List.of("sh", "-c", "ulimit -f " + largestFile + "; exec \"$@\"", "sh"));
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        Stream.of(command.split(" ")).forEach(words::add);
        return new ProcessBuilder(words).redirectErrorStream(true).start();
    }
}
