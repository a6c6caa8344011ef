package io.github.l1bench.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A worker in a network namespace of its own, as if on another host, whose cable is pulled. Needs Linux, its command
 * {@code ip} and the right to make namespaces.
 */
@Tag("long")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class NetworkCutTest {
    private static final String SPACE = "l1bench-far";
    private static final String CABLE = "l1bench-near";
    private static final String NEAR = "10.213.77.1";
    private static final String FAR = "10.213.77.2";

    @TempDir
    private Path folder;

    @BeforeEach
    void connect() {
        assumeTrue(ip("netns add " + SPACE), "network namespaces are for root, and for machines that have `ip`");
        assertThat(List.of(
                        ip("link add " + CABLE + " type veth peer name far netns " + SPACE),
                        ip("addr add " + NEAR + "/30 dev " + CABLE),
                        ip("link set " + CABLE + " up"),
                        ip("-n " + SPACE + " addr add " + FAR + "/30 dev far"),
                        ip("-n " + SPACE + " link set far up"),
                        ip("-n " + SPACE + " link set lo up")))
                .doesNotContain(false);
    }

    @AfterEach
    void disconnect() {
        ip("link del " + CABLE);
        ip("netns del " + SPACE);
    }

    private static boolean ip(String words) {
        try {
            return new ProcessBuilder(("ip " + words).split(" ")).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aWorkerWhoseNetworkIsCutInMidSolveChangesNoBit() throws Exception {
        Path classPath = Processes.classPath(folder);
        Path quiet = folder.resolve("quiet");
        assertThat(solve(classPath, "local[1]", quiet).status()).isZero();
        StandaloneCluster cluster = StandaloneCluster.start(classPath, folder, NEAR);
        try {
            cluster.addWorker(NEAR, List.of());
            cluster.addWorker(FAR, List.of("ip", "netns", "exec", SPACE));
            Path out = folder.resolve("cut");
            CompletableFuture<Boolean> cut = CompletableFuture.supplyAsync(() -> {
                Processes.await(out.resolve("checkpoint.json"));
                return ip("link set " + CABLE + " down");
            });
            Command command = solve(
                    classPath,
                    cluster.address(),
                    out,
                    "--conf",
                    "spark.driver.host=" + NEAR,
                    "--conf",
                    "spark.driver.bindAddress=" + NEAR,
                    "--conf",
                    "spark.network.timeout=20s",
                    "--conf",
                    "spark.network.timeoutInterval=5s",
                    "--conf",
                    "spark.executor.heartbeatInterval=4s");

            assertThat(cut).isCompletedWithValue(true);
            assertThat(command.status()).as(command.err()).isZero();
            assertThat(out.resolve("model.csv")).hasSameTextualContentAs(quiet.resolve("model.csv"));
        } finally {
            cluster.stop();
        }
    }

    private static Command solve(Path classPath, String master, Path out, String... more) {
        return Command.run(Stream.of(
                        Stream.of("solve", "--master", master, "--format", "digits", "--input", "5000"),
                        Stream.of("--lambda", "0.01", "--gap", "1e-9", "--out", out.toString()),
                        Stream.of("--conf", "spark.executor.memory=600m"),
                        Processes.settings(classPath),
                        Stream.of(more))
                .flatMap(words -> words)
                .toArray(String[]::new));
    }
}
