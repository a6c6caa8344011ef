package io.github.l1bench.cli;

import io.github.l1bench.peer.Peer;
import io.github.l1bench.peer.PeerException;
import io.github.l1bench.peer.Worker;
import io.github.l1bench.peer.WorkerCheck;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the peers and whether they are ready. */
@Command(
        name = "peers",
        mixinStandardHelpOptions = true,
        description =
                "Lists other people's programs that can be compared, and what they need where they are not ready.",
        subcommands = PeersCommand.Check.class)
final class PeersCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private PeerOptions peers;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<Peer> all = peers.find().all();
        if (all.isEmpty()) {
            out.println("There is no peer here; start this where bench/peers is, or name a --peer-folder.");
        }
        Map<Peer, String> states =
                all.parallelStream().collect(Collectors.toConcurrentMap(Function.identity(), PeersCommand::state));
        for (Peer peer : all) {
            out.println(peer.name());
            out.println("    " + peer.title() + " (" + peer.licence() + ", " + peer.home() + ")");
            out.println("    answers the question " + peer.question().word() + "; its ladder is " + peer.ladder());
            out.println("    " + states.get(peer));
        }
        out.flush();
        return 0;
    }

    private static String state(Peer peer) {
        try (Worker worker = Worker.start(peer)) {
            return "ready: " + worker.version() + ", " + worker.runtime();
        } catch (PeerException e) {
            return "not ready: it " + e.getMessage() + ". It needs " + peer.needs();
        }
    }

    /** Checks a peer's worker. */
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description =
                    "Checks a peer's worker against the protocol, on small problems. Exit status 0 when every claim"
                            + " holds, 1 when one does not.")
    static final class Check implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "NAME", description = "a name that 'peers' lists")
        private String name;

        @Mixin
        private PeerOptions peers;

        @Option(
                names = "--max-seconds",
                paramLabel = "S",
                defaultValue = "60",
                description = "time for each fit of a small problem (default: ${DEFAULT-VALUE})")
        private double maxSeconds;

        @Override
        public Integer call() throws IOException {
            Peer peer = peers.find().named(name);
            List<WorkerCheck.Claim> claims = new WorkerCheck(peer, Worker.Patience.USUAL, maxSeconds).run();
            PrintWriter out = spec.commandLine().getOut();
            claims.forEach(claim -> out.println((claim.holds() ? "ok     " : "FAULT  ")
                    + claim.words()
                    + (claim.holds() ? "" : ": " + claim.fault())));
            long faults = claims.stream().filter(claim -> !claim.holds()).count();
            out.println(
                    faults == 0
                            ? "All " + claims.size() + " claims hold for " + name + "."
                            : faults + " of " + claims.size() + " claims do not hold for " + name + ". It needs "
                                    + peer.needs());
            out.flush();
            return faults == 0 ? 0 : 1;
        }
    }
}
