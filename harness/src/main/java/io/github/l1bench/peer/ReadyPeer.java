package io.github.l1bench.peer;

import java.io.IOException;
import java.util.List;

/**
 * A peer whose worker starts.
 *
 * @param peer which
 * @param version name and version of the program, in its worker's words
 * @param runtime what runs it, in its worker's words
 */
public record ReadyPeer(Peer peer, String version, String runtime) {
    /**
     * Starts the worker of {@code peer} once, to be told what it is.
     *
     * @throws PeerException if it does not start
     */
    public static ReadyPeer of(Peer peer) throws PeerException {
        try (Worker worker = Worker.start(peer)) {
            return new ReadyPeer(peer, worker.version(), worker.runtime());
        }
    }

    /**
     * Fingerprint of its files, of version and runtime, and of what measures it.
     *
     * @param measuring fingerprint of the code that measures
     * @throws IOException if a file cannot be read
     */
    public String code(String measuring) throws IOException {
        return PeerFingerprint.of(peer, List.of(version, runtime, String.valueOf(measuring)));
    }

    /** The name. */
    @Override
    public String toString() {
        return peer.name();
    }
}
