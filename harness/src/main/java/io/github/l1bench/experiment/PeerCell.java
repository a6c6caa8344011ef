package io.github.l1bench.experiment;

import io.github.l1bench.code.CodeFingerprint;
import io.github.l1bench.peer.Peer;
import io.github.l1bench.peer.PeerException;
import io.github.l1bench.peer.ReadyPeer;
import io.github.l1bench.result.Rule;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * Other people's program, and how far its ladder is climbed.
 *
 * @param peer the program
 * @param version of the program, in its worker's words
 * @param runtime what runs it, in its worker's words
 * @param code fingerprint of its files, of these two, and of what measures it
 * @param relativeGap the certified gap asked for
 * @param maxSeconds that one fit may take
 * @param repeats how often each rung is run, with seeds that follow each other
 */
public record PeerCell(
        Peer peer, String version, String runtime, String code, double relativeGap, double maxSeconds, int repeats)
        implements Cell {
    /** Checks the numbers. */
    public PeerCell {
        if (!(relativeGap > 0)) {
            throw new IllegalArgumentException("the relative gap is " + relativeGap + "; give a positive number");
        }
        if (!(maxSeconds > 0)) {
            throw new IllegalArgumentException("the limit of seconds is " + maxSeconds + "; give a positive number");
        }
        if (repeats < 1) {
            throw new IllegalArgumentException("the number of repeats is " + repeats + "; give 1 or more");
        }
    }

    /**
     * A cell of {@code peer}, whose worker is started to tell what it is.
     *
     * @throws PeerException if it does not start
     * @throws IOException if its files cannot be read
     */
    public static PeerCell of(Peer peer, double relativeGap, double maxSeconds, int repeats)
            throws PeerException, IOException {
        return of(ReadyPeer.of(peer), relativeGap, maxSeconds, repeats);
    }

    /**
     * A cell of {@code ready}.
     *
     * @throws IOException if its files cannot be read
     */
    public static PeerCell of(ReadyPeer ready, double relativeGap, double maxSeconds, int repeats) throws IOException {
        return new PeerCell(
                ready.peer(), ready.version(), ready.runtime(), code(ready), relativeGap, maxSeconds, repeats);
    }

    /**
     * The fingerprint of cells of {@code ready}.
     *
     * @throws IOException if its files cannot be read
     */
    public static String code(ReadyPeer ready) throws IOException {
        return ready.code(CodeFingerprint.of(LadderRunner.class));
    }

    @Override
    public String label() {
        return peer.name();
    }

    @Override
    public String solver() {
        return peer.name();
    }

    @Override
    public Map<String, String> options(long seed) {
        return new TreeMap<>(Map.of(
                "ladder", peer.ladder().toString(), "repeats", Integer.toString(repeats), "seed", Long.toString(seed)));
    }

    @Override
    public boolean published() {
        return false;
    }

    @Override
    public Rule rule() {
        return new Rule(relativeGap, null, null, Double.isFinite(maxSeconds) ? maxSeconds : null);
    }
}
