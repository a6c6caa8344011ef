package io.github.l1bench.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.l1bench.problem.DenseDesign;
import io.github.l1bench.problem.MultinomialProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;

/** Peers for tests: the worked example, and one that misbehaves. Both need Python, and nothing else. */
public final class TestPeers {
    private static final Path SHIPPED = Path.of("..", "bench", "peers");

    private static final String PYTHON = interpreter();

    private TestPeers() {}

    /** Skips the test where there is no Python. */
    public static void requirePython() {
        assumeTrue(!PYTHON.isEmpty(), "there is no python3 on the path");
    }

    // Behind the name there may be a script that looks for the interpreter, for longer than most tests take.
    private static String interpreter() {
        try {
            Process process = new ProcessBuilder("python3", "-c", "import sys; print(sys.executable)").start();
            String path = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? path : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The worked example of docs/peers.md. */
    public static Peer example() throws IOException {
        return shipped("fista-in-python");
    }

    /** A shipped peer in Python. */
    static Peer shipped(String name) throws IOException {
        requirePython();
        Peer shipped = Peer.read(SHIPPED.resolve(name));
        return with(shipped, List.of(PYTHON, shipped.command().get(1)));
    }

    /** {@code peer}, started by another command. */
    static Peer with(Peer peer, List<String> command) {
        return new Peer(
                peer.name(),
                peer.folder(),
                peer.title(),
                peer.home(),
                peer.licence(),
                peer.question(),
                command,
                peer.ladder(),
                peer.needs(),
                peer.mapping(),
                peer.published());
    }

    /** One that solves each class against the rest, and repeats the published run by a tolerance of 0.1. */
    public static Peer oneVsRest() {
        requirePython();
        return new Peer(
                "one-vs-rest-for-tests",
                Path.of("src", "test", "resources", "one-vs-rest-peer").toAbsolutePath(),
                "one-vs-rest, for tests",
                "https://example.org",
                "none",
                Question.ONE_VS_REST,
                List.of(PYTHON, "worker.py"),
                Ladder.parse("tol from 1e-1 to 1e-6"),
                "Python 3",
                "K two-class problems",
                "tol=0.1");
    }

    /** One that misbehaves in that way. */
    public static Peer faulty(String mode) {
        requirePython();
        return peer("faulty-" + mode, PYTHON, "worker.py", mode);
    }

    /** One that misbehaves in that way, and is to repeat the published run by {@code setting}. */
    public static Peer publishing(String mode, String setting) {
        requirePython();
        return peer("faulty-" + mode, setting, List.of(PYTHON, "worker.py", mode));
    }

    static Peer peer(String name, String... command) {
        return peer(name, "", List.of(command));
    }

    private static Peer peer(String name, String published, List<String> command) {
        return new Peer(
                name,
                Path.of("src", "test", "resources", "faulty-peer").toAbsolutePath(),
                "a peer for tests",
                "https://example.org",
                "none",
                Question.MULTINOMIAL,
                command,
                Ladder.parse(name.endsWith("half-a-second") ? "tol from 1e-1 to 1e-5" : "tol from 1e-1 to 1e-2"),
                "Python 3",
                "",
                published);
    }

    static MultinomialProblem problem() {
        DMatrixRMaj raw = new DMatrixRMaj(new double[][] {{1, 2}, {3, 5}, {-1, 0.5}, {0, 4}});
        return new MultinomialProblem(new DenseDesign(raw), new int[] {0, 1, 0, 1}, 2, 0.1);
    }

    /** That no process of a worker and no temporary folder is left of this process. */
    public static void assertNothingIsLeft() throws IOException {
        assertThat(ProcessHandle.current()
                        .descendants()
                        .map(child -> child.info().commandLine().orElse("?")))
                .as("processes")
                .isEmpty();
        String prefix = "l1bench." + ProcessHandle.current().pid() + ".";
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith(prefix)))
                    .as("temporary folders")
                    .isEmpty();
        }
    }
}
