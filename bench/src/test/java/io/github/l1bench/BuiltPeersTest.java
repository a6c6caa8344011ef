package io.github.l1bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.peer.Peer;
import io.github.l1bench.peer.Peers;
import io.github.l1bench.peer.Worker;
import io.github.l1bench.peer.WorkerCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The small programs in Java, as they were built just before: a build with {@code -Ppeers}. */
@Tag("slow")
@EnabledIfSystemProperty(named = "l1bench.peers.built", matches = "true")
class BuiltPeersTest {
    private static final double FIT_SECONDS = 30;

    @ParameterizedTest
    @ValueSource(strings = {"liblinear-java", "mallet", "opennlp"})
    void itsWorkerKeepsTheProtocol(String name) throws IOException {
        Peer peer = Peers.find(List.of(Path.of("peers"))).named(name);
        List<WorkerCheck.Claim> claims = new WorkerCheck(peer, Worker.Patience.USUAL, FIT_SECONDS).run();
        assertThat(claims).hasSizeGreaterThan(10).allMatch(WorkerCheck.Claim::holds);
    }
}
