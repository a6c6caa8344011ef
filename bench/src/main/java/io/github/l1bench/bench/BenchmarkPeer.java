package io.github.l1bench.bench;

import io.github.l1bench.peer.Peer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/** How a benchmark's fork comes to a peer: by name, and by a system property that the parent hands on. */
public final class BenchmarkPeer {
    private static final String FOLDER = "l1bench.peer.";

    private BenchmarkPeer() {}

    /** The peer that the benchmarks' parameter {@code solver} names; empty where that is a solver's name. */
    static Optional<Peer> named(String solver) {
        String folder = System.getProperty(FOLDER + solver);
        try {
            return folder == null ? Optional.empty() : Optional.of(Peer.read(Path.of(folder)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JVM argument by which a fork finds {@code peer}; a benchmark that is not forked finds it from now on. */
    public static String forkArgument(Peer peer) {
        System.setProperty(FOLDER + peer.name(), peer.folder().toString());
        return "-D" + FOLDER + peer.name() + "=" + peer.folder();
    }

    /**
     * Whether a benchmark can time a peer: those of whole solves can.
     *
     * @param benchmark full name of class and method
     */
    public static boolean canTime(String benchmark) {
        try {
            return TimedSolve.class.isAssignableFrom(Class.forName(BenchmarkCode.className(benchmark)));
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
