package io.github.l1bench.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The helper for workers in C++, where there is a compiler. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "compilers have other options there")
class CppPeerTest {
    private static final Path SOURCE = Path.of("src", "test", "resources", "cpp-peer", "worker.cpp");
    private static final Path HELPERS = Path.of("..", "bench", "peers");

    @TempDir
    private Path folder;

    @AfterEach
    void nothingIsLeft() throws IOException {
        TestPeers.assertNothingIsLeft();
    }

    @Tag("long")
    @Test
    void aWorkerInCppPassesTheCheckOfTheProtocol() throws IOException, InterruptedException {
        Path compiler = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(path -> Path.of(path, "c++"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        assumeTrue(compiler != null, "there is no c++ on the path");
        Path program = folder.resolve("worker");
        Process compilation = new ProcessBuilder(
                        compiler.toString(),
                        "-std=c++17",
                        "-Wall",
                        "-Wextra",
                        "-Werror",
                        "-I" + HELPERS,
                        "-o",
                        program.toString(),
                        SOURCE.toString())
                .inheritIO()
                .start();
        assertThat(compilation.waitFor()).isZero();
        Peer peer = TestPeers.peer("in-cpp", program.toString());
        assertThat(new WorkerCheck(peer, Worker.Patience.USUAL, 30).run())
                .hasSize(15)
                .allSatisfy(claim -> assertThat(claim.fault()).isEmpty());
        try (Worker worker = Worker.start(peer)) {
            assertThat(worker.runtime()).startsWith("C++");
            try (ProblemFolder problem = ProblemFolder.of(TestPeers.problem())) {
                worker.load(problem);
                assertThat(worker.solve("tol=1e-1", 0, 30).cpuSeconds()).isNotNegative();
                assertThat(worker.answer().note()).matches("converged after \\d+ steps");
            }
            worker.close();
            assertThat(worker.log()).contains("this is log");
        } catch (PeerException e) {
            throw new AssertionError(e);
        }
    }
}
