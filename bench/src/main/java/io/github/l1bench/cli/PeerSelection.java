package io.github.l1bench.cli;

import io.github.l1bench.experiment.PeerCell;
import io.github.l1bench.peer.Peer;
import io.github.l1bench.peer.PeerException;
import io.github.l1bench.peer.Peers;
import io.github.l1bench.peer.ReadyPeer;
import io.github.l1bench.result.MissingPeer;
import io.github.l1bench.run.NamePattern;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The peers of a run, each started once to tell what it is.
 *
 * @param named that shall be computed
 * @param others whose stored results may be shown
 * @param leftOut those that are named and not ready, a sentence each
 * @param missing the same, with what they need
 */
record PeerSelection(List<ReadyPeer> named, List<ReadyPeer> others, List<String> leftOut, List<MissingPeer> missing) {
    /** No peers at all. */
    static final PeerSelection NONE = new PeerSelection(List.of(), List.of(), List.of(), List.of());

    /**
     * The peers that {@code names} select, and all others.
     *
     * @throws IllegalArgumentException if a name selects nothing
     */
    static PeerSelection of(Peers peers, List<String> names) {
        Map<String, Predicate<String>> patterns = new LinkedHashMap<>();
        for (String name : names) {
            if (!name.isBlank()) {
                patterns.put(name.trim(), new NamePattern(name)::matches);
            }
        }
        List<Peer> named = peers.matching(patterns);
        // Most of a start is waiting for a language and its library, so they start side by side.
        Map<Peer, State> states =
                peers.all().parallelStream().collect(Collectors.toConcurrentMap(Function.identity(), State::of));
        List<Peer> missing =
                named.stream().filter(peer -> states.get(peer).ready() == null).toList();
        // Of others nobody asked for, what they would be made with is not known if they are not ready.
        return new PeerSelection(
                ready(named, states),
                ready(peers.all().stream().filter(peer -> !named.contains(peer)).toList(), states),
                missing.stream()
                        .map(peer ->
                                "Left out: " + notReady(peer, states.get(peer).fault()))
                        .toList(),
                missing.stream()
                        .map(peer -> new MissingPeer(peer.name(), peer.needs()))
                        .toList());
    }

    // One of the two is null.
    private record State(ReadyPeer ready, PeerException fault) {
        static State of(Peer peer) {
            try {
                return new State(ReadyPeer.of(peer), null);
            } catch (PeerException e) {
                return new State(null, e);
            }
        }
    }

    private static List<ReadyPeer> ready(List<Peer> peers, Map<Peer, State> states) {
        return peers.stream()
                .map(peer -> states.get(peer).ready())
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * {@code peer}, once it has said what it is.
     *
     * @throws IllegalArgumentException in one sentence, if it is not ready
     */
    static ReadyPeer ready(Peer peer) {
        try {
            return ReadyPeer.of(peer);
        } catch (PeerException e) {
            throw new IllegalArgumentException(
                    peer + " is not ready: it " + e.getMessage() + ". It needs " + peer.needs(), e);
        }
    }

    private static String notReady(Peer peer, PeerException why) {
        return peer + ", which is not ready: it " + why.getMessage() + ". It needs " + peer.needs();
    }

    /** A cell of each of {@code peers}, to that gap, within so many seconds for a fit. */
    static List<PeerCell> cells(List<ReadyPeer> peers, double relativeGap, double maxSeconds) throws IOException {
        List<PeerCell> cells = new ArrayList<>();
        for (ReadyPeer peer : peers) {
            cells.add(PeerCell.of(peer, relativeGap, maxSeconds, 1));
        }
        return cells;
    }

    /** Those that are named, then the others. */
    List<ReadyPeer> all() {
        return Stream.concat(named.stream(), others.stream()).toList();
    }
}
