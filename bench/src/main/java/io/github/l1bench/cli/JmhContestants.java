package io.github.l1bench.cli;

import io.github.l1bench.jmh.Contestants;
import io.github.l1bench.peer.Peers;
import io.github.l1bench.peer.Question;
import io.github.l1bench.peer.ReadyPeer;
import io.github.l1bench.solver.Solver;
import io.github.l1bench.solver.Solvers;
import io.github.l1bench.solver.Variant;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@code jmh} that say who is timed. */
final class JmhContestants {
    private static final String ALL = "*";

    @Option(
            names = "--solvers",
            split = RunOptions.BETWEEN_VARIANTS,
            splitSynopsisLabel = ";",
            paramLabel = "NAMES",
            description = "names with * and ?, or name[option=value,...], separated by semicolons (default: all); where"
                    + " some are named and the result file lies in a run's folder, the times of all others are taken"
                    + " from the newest run with the same data, settings, code, machine and Java")
    private List<String> solvers = List.of(ALL);

    @Option(
            names = "--peers",
            split = ";",
            splitSynopsisLabel = ";",
            paramLabel = "NAMES",
            description =
                    "other people's programs beside the solvers, in benchmarks of whole solves: names that 'peers'"
                            + " lists, with * and ?, separated by semicolons; those that are not ready, or answer another"
                            + " question, are left out and named (default: none)")
    private List<String> peerNames;

    @Mixin
    private PeerOptions peerOptions;

    /**
     * Who is timed.
     *
     * @param given JMH's options, whose {@code -p solver=} names solvers and peers
     * @param say told who is left out, a sentence each
     * @throws IllegalArgumentException in one sentence, if a name is nobody's, or a peer that {@code -p solver=} names
     *     cannot be timed
     */
    Contestants of(CommandLineOptions given, Consumer<String> say) throws IOException {
        boolean byParameter = given.getParameter("solver").hasValue();
        if (byParameter && !solvers.equals(List.of(ALL))) {
            throw new IllegalArgumentException("solvers are named by --solvers and by -p solver=; use one of them");
        }
        List<Variant> variants = new ArrayList<>();
        List<ReadyPeer> peers = new ArrayList<>();
        if (byParameter) {
            add(given.getParameter("solver").get(), variants, peers);
        } else {
            variants.addAll(SolverSelection.variants(solvers));
        }
        PeerSelection selection =
                peerNames == null ? PeerSelection.NONE : PeerSelection.of(peerOptions.find(), peerNames);
        selection.leftOut().forEach(say);
        for (ReadyPeer peer : selection.named()) {
            if (!comparable(peer)) {
                say.accept("Left out: " + other(peer));
            } else if (!peers.contains(peer)) {
                peers.add(peer);
            }
        }
        List<ReadyPeer> others =
                selection.others().stream().filter(JmhContestants::comparable).toList();
        return new Contestants(
                variants.stream().map(Variant::forJmh).distinct().toList(),
                byParameter || !solvers.equals(List.of(ALL)),
                List.copyOf(peers),
                others);
    }

    private void add(Iterable<String> names, List<Variant> variants, List<ReadyPeer> peers) throws IOException {
        Set<String> known = Solvers.all().stream().map(Solver::name).collect(Collectors.toSet());
        Peers found = null;
        for (String name : names) {
            if (!known.contains(Variant.solverName(name)) && found == null) {
                found = peerOptions.find();
            }
            if (found != null && found.has(name)) {
                ReadyPeer peer = PeerSelection.ready(found.named(name));
                if (!comparable(peer)) {
                    throw new IllegalArgumentException(other(peer));
                }
                peers.add(peer);
            } else {
                variants.add(Variant.parse(name));
            }
        }
    }

    private static boolean comparable(ReadyPeer peer) {
        return peer.peer().question() == Question.MULTINOMIAL;
    }

    private static String other(ReadyPeer peer) {
        return peer + ", which answers the question " + peer.peer().question().word()
                + ": its times to a gap would not compare; the command 'run' shows how far it gets";
    }
}
