package io.github.l1bench.cli;

import io.github.l1bench.peer.Peers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Where peers are looked for. */
final class PeerOptions {
    @Option(
            names = "--peer-folder",
            paramLabel = "DIR",
            description = "a folder of peers, or of one, beside bench/peers; may be repeated. Only programs in these"
                    + " folders are ever run")
    private List<Path> folders = List.of();

    /** The peers there. */
    Peers find() throws IOException {
        return Peers.find(folders);
    }
}
