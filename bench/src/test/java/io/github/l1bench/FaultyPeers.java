package io.github.l1bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Folders of peers whose worker misbehaves as it is told; it needs Python's standard library. */
public final class FaultyPeers {
    private static final Path WORKER = Path.of("../harness/src/test/resources/faulty-peer/worker.py");

    private FaultyPeers() {}

    /** Skips the test where there is no Python. */
    public static void requirePython() {
        boolean python = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "python3")));
        assumeTrue(python, "there is no python3 on the path");
    }

    /** A peer in {@code parent} that misbehaves in that way; its name is {@code faulty-MODE}. */
    public static Path make(Path parent, String mode) throws IOException {
        Path peer = Files.createDirectories(parent.resolve("faulty-" + mode));
        Files.writeString(peer.resolve("peer.properties"), """
                title = a peer for tests
                home = https://example.org
                licence = none
                question = multinomial
                command = python3 %s %s
                ladder = tol from 1e-1 to 1e-2
                needs = Python 3
                """.formatted(
                        WORKER.toAbsolutePath().normalize().toString().replace('\\', '/'), mode));
        return peer;
    }

    /** That no process and no temporary folder of this one is left. */
    public static void assertNothingIsLeft() throws IOException {
        assertThat(ProcessHandle.current()
                        .descendants()
                        .map(child -> child.info().commandLine().orElse("?")))
                .as("processes")
                .isEmpty();
        assertThat(temporaryFolders(ProcessHandle.current().pid()))
                .as("temporary folders")
                .isEmpty();
    }

    /** What {@code process} has among the system's temporary files. */
    public static Stream<Path> temporaryFolders(long process) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files
                    .filter(file -> file.getFileName().toString().startsWith("l1bench." + process + "."))
                    .toList()
                    .stream();
        }
    }
}
