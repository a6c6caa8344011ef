package io.github.l1bench.peer;

import io.github.l1bench.name.KnownName;
import io.github.l1bench.name.NearNames;
import io.github.l1bench.solver.Solver;
import io.github.l1bench.solver.Solvers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The peers that there are: those in the suite's own folder and in folders that the user names, and no others. */
public final class Peers {
    /** The system property that names the suite's own folder, for where it is not {@code bench/peers}. */
    public static final String FOLDER = "l1bench.peers";

    private final Map<String, Peer> byName;

    private Peers(Map<String, Peer> byName) {
        this.byName = byName;
    }

    /**
     * The peers in {@code bench/peers}, where that is, and in {@code others}: folders of peers, or of one.
     *
     * @throws IllegalArgumentException in one sentence, if a folder holds no peer, a manifest is none, or a name is
     *     taken
     * @throws IOException if a folder cannot be read
     */
    public static Peers find(List<Path> others) throws IOException {
        Map<String, Peer> found = new TreeMap<>();
        Path own = Path.of(System.getProperty(FOLDER, "bench/peers"));
        if (Files.isDirectory(own)) {
            add(found, own);
        }
        for (Path folder : others) {
            if (add(found, folder) == 0) {
                throw new IllegalArgumentException("there is no peer in " + folder + "; a peer is a folder with a "
                        + Peer.MANIFEST + ", give it or the folder that it lies in");
            }
        }
        return new Peers(found);
    }

    private static int add(Map<String, Peer> found, Path folder) throws IOException {
        List<Path> folders = new ArrayList<>(List.of(folder));
        if (Files.isDirectory(folder)) {
            try (Stream<Path> within = Files.list(folder)) {
                within.sorted(Comparator.naturalOrder()).forEach(folders::add);
            }
        }
        folders.removeIf(candidate -> !Files.isRegularFile(candidate.resolve(Peer.MANIFEST)));
        for (Path candidate : folders) {
            Peer peer = Peer.read(candidate);
            requireFree(found, peer);
            found.put(peer.name(), peer);
        }
        return folders.size();
    }

    private static void requireFree(Map<String, Peer> found, Peer peer) {
        Peer other = found.get(peer.name());
        if (other != null && !other.folder().equals(peer.folder())) {
            throw new IllegalArgumentException("two peers are called " + peer.name() + ", in " + other.folder()
                    + " and " + peer.folder() + "; rename a folder");
        }
        boolean solver = Solvers.all().stream().map(Solver::name).anyMatch(peer.name()::equals);
        if (solver) {
            throw new IllegalArgumentException(
                    "the peer in " + peer.folder() + " has the name of a solver; rename its folder");
        }
    }

    /** All of them by name. */
    public List<Peer> all() {
        return List.copyOf(byName.values());
    }

    /** Whether there is one of that name. */
    public boolean has(String name) {
        return byName.containsKey(name);
    }

    /**
     * The peer of that name.
     *
     * @throws IllegalArgumentException if there is none; the message offers names that may be meant
     */
    public Peer named(String name) {
        if (!has(name)) {
            throw new IllegalArgumentException("there is no peer '" + name + "'" + known(name));
        }
        return byName.get(name);
    }

    /**
     * The peers that {@code patterns} select, each once, in that order.
     *
     * @param pattern what decides whether a name is meant
     * @throws IllegalArgumentException if one selects nothing
     */
    public List<Peer> matching(Map<String, Predicate<String>> patterns) {
        Map<String, Peer> selected = new LinkedHashMap<>();
        patterns.forEach((text, pattern) -> {
            List<Peer> matching =
                    all().stream().filter(peer -> pattern.test(peer.name())).toList();
            if (matching.isEmpty()) {
                throw new IllegalArgumentException("no peer matches '" + text + "'" + known(text));
            }
            matching.forEach(peer -> selected.put(peer.name(), peer));
        });
        return List.copyOf(selected.values());
    }

    private String known(String typed) {
        return new NearNames(byName.keySet().stream().map(KnownName::of).toList())
                .answer(typed.replaceAll("[*?]", ""), "known are");
    }
}
