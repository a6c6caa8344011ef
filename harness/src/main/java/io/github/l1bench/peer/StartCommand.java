package io.github.l1bench.peer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a manifest's {@code command} stands for on this machine. {@code ${java}} is the Java that runs this program, and
 * {@code ${built}} the folder of jars that Maven makes of a peer in Java: its worker, the library and all that it needs.
 */
final class StartCommand {
    private static final String JAVA = "${java}";
    private static final String BUILT = "${built}";
    private static final Path MADE = Path.of("target");
    private static final Path JARS = MADE.resolve("lib");

    private StartCommand() {}

    /**
     * The words that start the worker of {@code peer} in its folder.
     *
     * @throws PeerException if it has to be built first
     */
    static List<String> of(Peer peer) throws PeerException {
        Path jars = peer.folder().resolve(JARS);
        if (isBuilt(peer) && !Files.isDirectory(jars)) {
            throw new PeerException("is not built: there is no folder " + jars);
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return peer.command().stream()
                .map(word -> word.replace(JAVA, java).replace(BUILT, jars.toString()))
                .toList();
    }

    private static boolean isBuilt(Peer peer) {
        return peer.command().stream().anyMatch(word -> word.contains(BUILT));
    }

    /**
     * Whether {@code file} makes answers or times of {@code peer}: of what Maven makes, only the jars that run, which are
     * the same for the same classes; the rest changes with every build.
     */
    static boolean counts(Peer peer, Path file) {
        Path within = peer.folder().relativize(file);
        return !isBuilt(peer) || !within.startsWith(MADE) || within.startsWith(JARS);
    }
}
