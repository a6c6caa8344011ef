package io.github.l1bench.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
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
        DigitsSolve solve = new DigitsSolve(classPath);
        Path quiet = folder.resolve("quiet");
        assertThat(solve.run("local[1]", quiet).status()).isZero();
        StandaloneCluster cluster = StandaloneCluster.start(classPath, folder, NEAR);
        try {
            cluster.addWorker(NEAR, List.of());
            cluster.addWorker(FAR, List.of("ip", "netns", "exec", SPACE));
            Path out = folder.resolve("cut");
            CompletableFuture<Boolean> cut = CompletableFuture.supplyAsync(() -> {
                Processes.await(out.resolve("checkpoint.json"));
                return ip("link set " + CABLE + " down");
            });
            String[] near = {"--conf", "spark.driver.host=" + NEAR, "--conf", "spark.driver.bindAddress=" + NEAR};
            String[] more = Stream.of(near, DigitsSolve.IMPATIENT)
                    .flatMap(Arrays::stream)
                    .toArray(String[]::new);
            Command command = solve.run(cluster.address(), out, more);

            assertThat(cut).isCompletedWithValue(true);
            assertThat(command.status()).as(command.err()).isZero();
            assertThat(out.resolve("model.csv")).hasSameTextualContentAs(quiet.resolve("model.csv"));
        } finally {
            cluster.stop();
        }
    }
}
