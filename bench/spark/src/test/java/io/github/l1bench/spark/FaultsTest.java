package io.github.l1bench.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Executors and drivers that are killed: real processes of a cluster on this machine. */
@Tag("long")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FaultsTest {
    @TempDir
    private static Path folder;

    private static Path input;

    @BeforeAll
    static void write() throws IOException {
        Random random = new Random(3);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 6000; i++) {
            int k = i % 4;
            text.append(k);
            for (int j = 1; j <= 60; j++) {
                if (random.nextInt(3) == 0) {
                    text.append(" " + j + ":" + (float) (random.nextGaussian() + (j % 8 == k ? 1 : 0)));
                }
            }
            text.append('\n');
        }
        input = Files.writeString(folder.resolve("rows.libsvm"), text);
    }

    @AfterEach
    void nothingIsLeftRunning() throws InterruptedException {
        for (int wait = 0; wait < 100 && executors().findAny().isPresent(); wait++) {
            Thread.sleep(100);
        }
        assertThat(executors()).isEmpty();
    }

    private static Stream<ProcessHandle> executors() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains("CoarseGrainedExecutorBackend"));
    }

    private static List<String> arguments(String master, Path out) {
        return new ArrayList<>(List.of(
                "solve",
                "--master",
                master,
                "--input",
                input.toString(),
                "--format",
                "libsvm",
                "--lambda",
                "0.002",
                "--gap",
                "1e-9",
                "--out",
                out.toString(),
                "--feature-count",
                "60",
                "--conf",
                "spark.executor.extraClassPath=" + System.getProperty("java.class.path")));
    }

    private static Process start(String master, Path out) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(arguments(master, out));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.resolveSibling(out.getFileName() + ".log").toFile())
                .start();
    }

    // Until a round is on record.
    private static void awaitCheckpoint(Process process, Path out) throws InterruptedException {
        while (process.isAlive() && !Files.exists(out.resolve("checkpoint.json"))) {
            Thread.sleep(5);
        }
    }

    @Test
    void anExecutorKilledInMidSolveChangesNoBit() throws Exception {
        Path quiet = folder.resolve("quiet");
        assertThat(start("local[1]", quiet).waitFor()).isZero();
        Path hurt = folder.resolve("hurt");
        Process process = start("local-cluster[2,1,1024]", hurt);
        awaitCheckpoint(process, hurt);
        process.descendants()
                .filter(p -> p.info().commandLine().orElse("").contains("CoarseGrainedExecutorBackend"))
                .findFirst()
                .ifPresent(ProcessHandle::destroyForcibly);

        assertThat(process.waitFor()).isZero();
        assertThat(hurt.resolve("model.csv")).hasSameTextualContentAs(quiet.resolve("model.csv"));
    }

    @Test
    void aDriverKilledInMidSolveIsFollowedByOneThatGoesOnAndTakesItsExecutorsAlong() throws Exception {
        Path out = folder.resolve("killed");
        Process process = start("local-cluster[1,1,1024]", out);
        awaitCheckpoint(process, out);
        process.destroyForcibly().waitFor();
        assertThat(out.resolve("run.json")).doesNotExist();

        assertThat(start("local[1]", out).waitFor()).isZero();
        assertThat(out.resolve("run.json")).exists();
        assertThat(Files.readString(folder.resolve("killed.log"))).contains("goes on after");
    }

    @Test
    void aMasterThatDoesNotAnswerIsOneSentence() throws Exception {
        Path out = folder.resolve("nobody");
        Process process = start("spark://127.0.0.1:1", out);
        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(Files.readString(folder.resolve("nobody.log"))).contains("spark://127.0.0.1:1");
    }
}
