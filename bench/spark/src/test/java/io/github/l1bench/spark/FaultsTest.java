package io.github.l1bench.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Executors, workers and drivers that are killed or hang: real processes of a cluster on this machine. */
@Tag("long")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FaultsTest {
    private static final String CLUSTER = "local-cluster[2,1,700]";

    @TempDir
    private static Path folder;

    private static Path classPath;
    private static DigitsSolve solve;
    private static Path quiet;

    @BeforeAll
    static void solveInPeace() throws IOException {
        classPath = Processes.classPath(folder);
        solve = new DigitsSolve(classPath);
        quiet = folder.resolve("quiet");
        assertThat(solve.run("local[1]", quiet).status()).isZero();
    }

    @AfterEach
    void nothingIsLeftRunning() throws InterruptedException {
        Processes.assertGone(Processes.EXECUTOR);
    }

    private static void assertAsInPeace(Path out) {
        assertThat(out.resolve("model.csv")).hasSameTextualContentAs(quiet.resolve("model.csv"));
    }

    @Test
    void anExecutorKilledInMidSolveChangesNoBit() {
        Path out = folder.resolve("executor");
        CompletableFuture<Void> kill = Processes.when(
                out.resolve("checkpoint.json"),
                () -> Processes.with(Processes.EXECUTOR).get(0).destroyForcibly());
        Command command = solve.run(CLUSTER, out);

        assertThat(kill).isCompleted();
        assertThat(command.status()).isZero();
        assertAsInPeace(out);
    }

    @Test
    void whatAnExecutorThatFallsSilentHadToDoIsDoneElsewhere() {
        Path out = folder.resolve("hangs");
        CompletableFuture<Void> stop = Processes.when(
                out.resolve("checkpoint.json"),
                () -> Processes.signal(Processes.with(Processes.EXECUTOR).get(0), "STOP"));
        Command command = solve.run(CLUSTER, out, DigitsSolve.IMPATIENT);
        Processes.with(Processes.EXECUTOR).forEach(ProcessHandle::destroyForcibly); // what is stopped hears no end

        assertThat(stop).isCompleted();
        assertThat(command.status()).isZero();
        assertAsInPeace(out);
    }

    @Test
    void aRoundInWhichAllHangIsOneSentenceAndTheNextStartGoesOn() {
        Path out = folder.resolve("all-hang");
        CompletableFuture<Void> stop = Processes.when(out.resolve("checkpoint.json"), () -> {
            ProcessHandle only = Processes.with(Processes.EXECUTOR).get(0);
            Processes.signal(only, "STOP");
            Processes.pause(12); // what is stopped does not hear that it shall end
            Processes.signal(only, "CONT");
        });
        Command command = solve.run("local-cluster[1,1,700]", out, "--round-seconds", "8");

        assertThat(command.err()).startsWith("a round did not end within 8 s").hasLineCount(1);
        assertThat(command.status()).isEqualTo(2);
        assertThat(stop).succeedsWithin(Duration.ofSeconds(30));
        assertThat(solve.run("local[1]", out).out()).contains("goes on after");
    }

    @Test
    void aDriverKilledInMidSolveTakesItsExecutorsAlongAndTheNextGoesOn() throws Exception {
        Path out = folder.resolve("driver");
        Process process = Processes.start(
                classPath,
                folder.resolve("driver.log"),
                Main.class.getName(),
                solve.arguments("local-cluster[1,1,700]", out));
        Processes.await(out.resolve("checkpoint.json"));
        process.destroyForcibly().waitFor();
        assertThat(out.resolve("run.json")).doesNotExist();

        Command command = solve.run("local[1]", out);
        assertThat(command.status()).isZero();
        assertThat(command.out()).contains("goes on after");
    }

    @Test
    void aWorkerOfAStandaloneClusterKilledWithItsExecutorChangesNoBit() throws Exception {
        StandaloneCluster cluster = StandaloneCluster.start(classPath, folder, "127.0.0.1");
        Process first = cluster.addWorker("127.0.0.1", List.of());
        cluster.addWorker("127.0.0.1", List.of());
        try {
            Path out = folder.resolve("worker");
            CompletableFuture<Void> kill = Processes.when(out.resolve("checkpoint.json"), () -> {
                List<ProcessHandle> executors = first.descendants().toList();
                first.destroyForcibly();
                executors.forEach(ProcessHandle::destroyForcibly);
            });
            Command command = solve.run(cluster.address(), out);

            assertThat(kill).isCompleted();
            assertThat(command.status()).isZero();
            assertAsInPeace(out);
        } finally {
            cluster.stop();
        }
    }

    @Test
    void aMasterWithoutWorkersIsOneSentence() throws Exception {
        StandaloneCluster cluster = StandaloneCluster.start(classPath, folder, "127.0.0.1");
        try {
            Command command = solve.run(cluster.address(), folder.resolve("no-workers"));

            assertThat(command.err())
                    .startsWith("no executor came from spark://127.0.0.1:")
                    .hasLineCount(1);
            assertThat(command.status()).isEqualTo(2);
        } finally {
            cluster.stop();
        }
    }
}
