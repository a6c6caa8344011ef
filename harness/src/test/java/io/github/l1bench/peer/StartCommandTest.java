package io.github.l1bench.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartCommandTest {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    @TempDir
    private Path root;

    private Path folder;

    @BeforeEach
    void aFolderWithABlankInItsPath() throws IOException {
        folder = Files.createDirectories(root.resolve("my peers/in-java"));
    }

    @Test
    void javaIsTheOneThatRunsThisProgram() throws Exception {
        assertThat(StartCommand.of(peer("${java} -cp classes Main")))
                .containsExactly(JAVA.toString(), "-cp", "classes", "Main");
        assertThat(new ProcessBuilder(StartCommand.of(peer("${java} -version")).toArray(String[]::new))
                        .start()
                        .waitFor())
                .isZero();
        assertThat(StartCommand.of(peer("java -version"))).containsExactly("java", "-version");
    }

    @Test
    void aPeerThatIsNotBuiltIsNotStarted() throws Exception {
        Peer peer = peer("${java} -cp ${built}/* Main");
        assertThatThrownBy(() -> Worker.start(peer))
                .isInstanceOf(PeerException.class)
                .hasMessage("is not built: there is no folder " + peer.folder().resolve(Path.of("target", "lib")));
        Path jars = Files.createDirectories(folder.resolve("target/lib"));
        assertThat(StartCommand.of(peer)).containsExactly(JAVA.toString(), "-cp", jars + "/*", "Main");
    }

    @Test
    void ofWhatMavenMakesOnlyJarsCount() throws IOException {
        Path report = write("target/surefire-reports/report.txt");
        Path jar = write("target/lib/library.jar");
        Peer built = peer("${java} -cp ${built}/* Main");
        String before = PeerFingerprint.of(built, List.of());
        Files.writeString(report, "another");
        assertThat(PeerFingerprint.of(built, List.of())).isEqualTo(before);
        Files.writeString(jar, "another");
        String after = PeerFingerprint.of(built, List.of());
        assertThat(after).isNotEqualTo(before);

        Peer elsewise = peer("target/release/main");
        String whole = PeerFingerprint.of(elsewise, List.of());
        write("target/release/main");
        assertThat(PeerFingerprint.of(elsewise, List.of()))
                .as("of what another tool makes, everything counts")
                .isNotEqualTo(whole);
    }

    private Path write(String file) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, "one");
    }

    private Peer peer(String command) throws IOException {
        Files.writeString(folder.resolve(Peer.MANIFEST), """
                title = a program
                home = https://example.org
                licence = MIT
                question = multinomial
                ladder = tol from 1e-1 to 1e-2
                needs = Java
                command =\s""" + command);
        return Peer.read(folder);
    }
}
