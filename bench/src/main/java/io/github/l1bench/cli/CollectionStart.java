package io.github.l1bench.cli;

import io.github.l1bench.collection.Collection;
import io.github.l1bench.collection.CollectionFolder;
import io.github.l1bench.collection.CollectionResults;
import io.github.l1bench.collection.CollectionRun;
import io.github.l1bench.collection.Gaps;
import io.github.l1bench.collection.LeftOut;
import io.github.l1bench.collection.Outcome;
import io.github.l1bench.collection.Plan;
import io.github.l1bench.result.Machine;
import io.github.l1bench.result.Provenance;
import io.github.l1bench.solver.Variant;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Starts a collection, as {@code run --collection} asks for it.
 *
 * @param spec the command
 * @param asked for which collection
 * @param options what is computed, how long, and where it goes
 * @param offline whether downloading is forbidden
 */
record CollectionStart(CommandSpec spec, CollectionOptions asked, RunOptions options, boolean offline) {
    /**
     * Runs it; the exit status is 1 where a solver failed.
     *
     * @throws IllegalArgumentException if no instance could be had
     */
    int run() throws IOException {
        Collection collection = asked.read(spec);
        List<Variant> named = SolverSelection.variants(options.solvers);
        double budget = options.seconds(collection.budgetSeconds());
        PeerSelection peers = options.peers();
        Plan plan = new Plan(
                named,
                options.fresh ? List.of() : others(named),
                PeerSelection.cells(peers.named(), Gaps.SMALLEST, budget),
                options.fresh ? List.of() : PeerSelection.cells(peers.others(), Gaps.SMALLEST, budget),
                peers.missing(),
                budget,
                asked.repeats(options.quick),
                options.patience,
                options.quick,
                options.fresh);
        CollectionFolder folder = new CollectionFolder(options.folder());
        WritableFolder.require(folder.path());
        PrintWriter terminal = spec.commandLine().getOut();
        int instances = collection.instances().size();
        terminal.printf(
                "Collection %s: %d %s, at most %s s for a solver on each%n",
                collection.name(), instances, instances == 1 ? "instance" : "instances", (float) budget);
        Provenance provenance = Machine.provenance(TypedCommand.of(spec));
        provenance.remarks().forEach(remark -> terminal.println("note: " + remark));
        peers.leftOut().forEach(terminal::println);
        terminal.flush();
        CollectionRun run = new CollectionRun(collection, plan, folder, stored(folder), provenance, offline);
        CollectionResults results = run.run(new CollectionConsole(terminal, instances));
        tellLeftOut(results, terminal);
        terminal.println("Results are in " + folder.file());
        terminal.flush();
        return results.outcomes().stream().anyMatch(Outcome::failed) ? 1 : 0;
    }

    // Again, as the lines that say why are far above by now.
    private static void tellLeftOut(CollectionResults results, PrintWriter terminal) {
        int missing = results.missing().size();
        if (missing > 0 && results.instances().isEmpty()) {
            throw new IllegalArgumentException("no instance of " + results.collection()
                    + " could be had, for the reasons above; mend what they name and start again");
        }
        if (missing > 0) {
            terminal.println("Left out: " + missing + " of "
                    + (missing + results.instances().size()) + " instances, "
                    + results.missing().stream().map(LeftOut::instance).collect(Collectors.joining(", ")));
        }
    }

    private List<CollectionFolder> stored(CollectionFolder own) throws IOException {
        Path parent = options.reuse != null
                ? options.reuse
                : own.path().toAbsolutePath().normalize().getParent();
        return CollectionFolder.within(parent);
    }

    private static List<Variant> others(List<Variant> named) {
        return SolverSelection.variants(List.of("*")).stream()
                .filter(variant -> named.stream().noneMatch(n -> n.toString().equals(variant.toString())))
                .toList();
    }
}
