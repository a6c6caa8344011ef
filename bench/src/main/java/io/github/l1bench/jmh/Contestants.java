package io.github.l1bench.jmh;

import io.github.l1bench.bench.BenchmarkCode;
import io.github.l1bench.bench.BenchmarkPeer;
import io.github.l1bench.bench.KnownRungs;
import io.github.l1bench.bench.ThreadsOption;
import io.github.l1bench.peer.ReadyPeer;
import io.github.l1bench.run.JmhRow;
import io.github.l1bench.solver.Solver;
import io.github.l1bench.solver.Solvers;
import io.github.l1bench.solver.Variant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Who is timed: solvers, and peers beside them.
 *
 * @param solvers as JMH can read them
 * @param solversNamed whether the user named them
 * @param peers that the user named
 * @param otherPeers whose stored times may be shown
 */
public record Contestants(
        List<String> solvers, boolean solversNamed, List<ReadyPeer> peers, List<ReadyPeer> otherPeers) {
    /** Names of all, as JMH can read them. */
    List<String> names() {
        return Stream.concat(solvers.stream(), peers.stream().map(ReadyPeer::toString))
                .toList();
    }

    /** Names of those that are not measured and whose stored times may be shown. */
    Set<String> others() {
        Set<String> others = new TreeSet<>();
        otherPeers.forEach(peer -> others.add(peer.toString()));
        if (solversNamed) {
            Solvers.all().stream()
                    .map(Solver::name)
                    .filter(name -> !solvers.contains(name))
                    .forEach(others::add);
        }
        return others;
    }

    /** Whether times of some are looked up and not measured. */
    boolean areSome() {
        return solversNamed || !otherPeers.isEmpty();
    }

    private Optional<ReadyPeer> peer(String name) {
        return Stream.concat(peers.stream(), otherPeers.stream())
                .filter(peer -> peer.toString().equals(name))
                .findFirst();
    }

    /** Whether the benchmarks' parameter {@code threads} can say how many threads {@code name} uses. */
    boolean canBeToldThreads(String name) {
        return peer(name).isEmpty() && ThreadsOption.isFree(Variant.parse(name));
    }

    /** Whether {@code combination} times a peer. */
    boolean isPeer(Combination combination) {
        return peer(combination.params().getOrDefault("solver", "")).isPresent();
    }

    /** What of {@code part} can be measured: a peer knows nothing but whole solves, and has no kernels of ours. */
    Plan.Part timed(Plan.Part part) {
        return new Plan.Part(
                part.words(),
                part.combinations().stream()
                        .filter(one -> !isPeer(one) || BenchmarkPeer.canTime(one.benchmark()))
                        .map(one -> isPeer(one) ? one.withPlainKernels() : one)
                        .distinct()
                        .toList());
    }

    /**
     * Refuses a name that is nobody's.
     *
     * @throws IllegalArgumentException in one sentence
     */
    void require(String name) {
        if (peer(name).isEmpty()) {
            Variant.parse(name);
        }
    }

    /**
     * JVM arguments by which a fork finds the peers, and what earlier forks know of them.
     *
     * @param rungs a file for them, which lasts as long as the session
     */
    List<String> forkArguments(Path rungs) {
        return Stream.concat(
                        peers.stream().map(peer -> BenchmarkPeer.forkArgument(peer.peer())),
                        peers.isEmpty() ? Stream.of() : Stream.of(KnownRungs.forkArgument(rungs)))
                .toList();
    }

    /** The fingerprint of what would measure {@code row} now; null where unknown. */
    String code(JmhRow row) {
        Optional<ReadyPeer> peer = peer(row.solver());
        if (peer.isEmpty()) {
            return BenchmarkCode.of(row.benchmark(), row.params());
        }
        Map<String, String> params = new TreeMap<>(row.params());
        params.remove("solver");
        try {
            return peer.get().code(BenchmarkCode.of(row.benchmark(), params));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
