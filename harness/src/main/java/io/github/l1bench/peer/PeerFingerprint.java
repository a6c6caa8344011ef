package io.github.l1bench.peer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** What makes a peer's answers and times: its files and what they run on. */
public final class PeerFingerprint {
    private PeerFingerprint() {}

    /**
     * SHA-256, hexadecimal, over the files in the folder of {@code peer} that count, the helpers beside it whose names begin with
     * {@code l1peer.}, and {@code others}.
     *
     * @param others version and runtime, and the code that measures
     * @throws IOException if a file cannot be read
     */
    public static String of(Peer peer, List<String> others) throws IOException {
        MessageDigest digest = sha256();
        Path root = peer.folder().getParent();
        try (Stream<Path> within = Files.walk(peer.folder());
                Stream<Path> beside = Files.list(root)) {
            Stream<Path> helpers =
                    beside.filter(file -> file.getFileName().toString().startsWith("l1peer."));
            Stream<Path> own = within.filter(file -> StartCommand.counts(peer, file));
            for (Path file : Stream.concat(own, helpers)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList()) {
                add(digest, root.relativize(file).toString().replace('\\', '/'));
                digest.update(sha256().digest(Files.readAllBytes(file)));
            }
        }
        others.forEach(other -> add(digest, other));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, String word) {
        digest.update(word.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
