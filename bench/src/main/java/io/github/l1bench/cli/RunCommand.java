package io.github.l1bench.cli;

import io.github.l1bench.data.Dataset;
import io.github.l1bench.experiment.Cell;
import io.github.l1bench.experiment.Experiment;
import io.github.l1bench.experiment.FolderRun;
import io.github.l1bench.peer.ReadyPeer;
import io.github.l1bench.problem.Penalty;
import io.github.l1bench.problem.PenaltyRequest;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.Machine;
import io.github.l1bench.result.Provenance;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.result.StudyResult;
import io.github.l1bench.run.RunFolder;
import io.github.l1bench.solver.Variant;
import io.github.l1bench.study.StoredStudies;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs the experiment: the published run, then every solver to a certified gap. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Runs the experiment and writes run.json: the published run, then every solver until its gap is"
                + " certified or its time is up. Exit status 0 when no solver failed, 1 when one did.")
final class RunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOptions data;

    @Mixin
    private PenaltyOptions penalty;

    @Mixin
    private RunOptions options;

    @Mixin
    private CollectionOptions collection;

    @Mixin
    private KernelsOption kernels;

    @Override
    public Integer call() throws IOException {
        OptionalInt elsewhere = kernels.elsewhere(spec);
        if (elsewhere.isPresent()) {
            return elsewhere.getAsInt();
        }
        if (!(options.patience >= 0)) {
            throw new IllegalArgumentException("the patience is " + options.patience + "; give seconds, 0 or more");
        }
        KernelsOption.tell(spec.commandLine().getOut(), spec.commandLine().getErr());
        if (collection.given()) {
            return new CollectionStart(spec, collection, options, data.isOffline()).run();
        }
        List<Variant> variants = SolverSelection.variants(options.solvers);
        PeerSelection peers = options.peers();
        List<Cell> named = cells(variants, peers.named());
        PenaltyRequest request = penalty.request();
        RunFolder folder = new RunFolder(options.folder());
        WritableFolder.require(folder.path());
        Dataset dataset = data.load();
        PrintWriter terminal = spec.commandLine().getOut();
        terminal.println(
                dataset.info().notice().isEmpty()
                        ? "Data: " + dataset.info().title()
                        : dataset.info().notice());
        Penalty used = Penalty.of(dataset.problem(request));
        terminal.println("Penalty: lambda " + used);
        Experiment experiment = new Experiment(
                folder.id(),
                options.quick,
                dataset,
                used.lambda(),
                data.seed,
                options.fresh ? named : cells(withAllOthers(variants), peers.all()),
                options.warmUpSeconds(),
                options.patience);
        Provenance provenance = Machine.provenance(TypedCommand.of(spec));
        provenance.remarks().forEach(remark -> terminal.println("note: " + remark));
        FolderRun run = new FolderRun(
                        experiment, FolderRun.labels(named), folder, provenance, options.fresh, options.reuse)
                .lacking(peers.missing());
        peers.leftOut().forEach(terminal::println);
        run.known().lines().forEach(terminal::println);
        terminal.flush();
        Optional<StudyResult> oldStudy = options.study
                ? StoredStudies.find(run.known().folders(), run.known().conditions())
                : Optional.empty();
        RunResult result = run(run, terminal);
        if (options.study) {
            String name = dataset.info().name();
            new RunStudy(dataset, seed -> data.load(name, seed), folder, terminal).make(result, oldStudy);
        }
        RunConsole.tellReplays(result, terminal);
        RunConsole.warnOfDisturbance(result, terminal);
        terminal.println("Results are in " + folder.file(RunFolder.RUN));
        terminal.flush();
        return result.cells().stream().anyMatch(CellResult::failed) ? 1 : 0;
    }

    private static RunResult run(FolderRun run, PrintWriter terminal) {
        Experiment rest = run.known().rest();
        try (RunConsole console =
                new RunConsole(terminal, rest, run.known().cells().size())) {
            return run.run(console);
        }
    }

    private List<Cell> cells(List<Variant> variants, List<ReadyPeer> peers) throws IOException {
        List<Cell> cells = Experiment.standardCells(variants, options.gap, options.seconds());
        cells.addAll(PeerSelection.cells(peers, options.gap, options.seconds()));
        return cells;
    }

    // The variants named, then every registered solver.
    private static List<Variant> withAllOthers(List<Variant> named) {
        Map<String, Variant> all = new LinkedHashMap<>();
        named.forEach(variant -> all.put(variant.toString(), variant));
        SolverSelection.variants(List.of("*")).forEach(variant -> all.putIfAbsent(variant.toString(), variant));
        return List.copyOf(all.values());
    }
}
