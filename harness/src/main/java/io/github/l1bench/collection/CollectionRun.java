package io.github.l1bench.collection;

import io.github.l1bench.data.DataException;
import io.github.l1bench.data.DataSources;
import io.github.l1bench.experiment.Experiment;
import io.github.l1bench.experiment.FolderRun;
import io.github.l1bench.experiment.StoredRuns;
import io.github.l1bench.result.Provenance;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.run.RunFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A collection in a folder: one instance after another, each an ordinary run in a folder of its own, of which every cell
 * is written when it is finished. What an earlier start has finished is taken over, unless {@link Plan#fresh}.
 */
public final class CollectionRun {
    private final Collection collection;
    private final Plan plan;
    private final CollectionFolder folder;
    private final List<CollectionFolder> stored;
    private final Provenance provenance;
    private final InstanceData data;
    private final List<InstanceFacts> facts = new ArrayList<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<LeftOut> missing = new ArrayList<>();

    /** Told what happens. */
    public interface Listener extends FolderRun.Listener {
        /**
         * Before anything of {@code instance} runs: which of its results in the folder are not taken over and get lost, and
         * why.
         */
        void replaced(Instance instance, String results);

        /** Before the first cell of {@code instance} runs; {@code toRun} of its cells are not known. */
        void begun(Instance instance, int toRun);

        /** The results of {@code instance} are written. */
        void done(Instance instance, RunResult result);

        /** An instance cannot be had. */
        void leftOut(LeftOut instance);
    }

    /**
     * @param stored folders of collections from which cells that are not named are taken, in any order
     * @param provenance where and with what this runs
     * @param offline whether downloading is forbidden
     */
    public CollectionRun(
            Collection collection,
            Plan plan,
            CollectionFolder folder,
            List<CollectionFolder> stored,
            Provenance provenance,
            boolean offline) {
        this.collection = collection;
        this.plan = plan;
        this.folder = folder;
        this.stored = stored;
        this.provenance = provenance;
        this.data = new InstanceData(DataSources::load, offline);
    }

    /**
     * Runs what is not known, and writes {@code collection.json} after every instance.
     *
     * @throws IOException if a file cannot be read or written
     */
    public CollectionResults run(Listener listener) throws IOException {
        for (Instance instance : collection.instances()) {
            Optional<RunResult> result = run(instance, listener);
            // Before it is told, so that what was said to be done is there whatever happens.
            folder.write(results());
            result.ifPresentOrElse(
                    done -> listener.done(instance, done), () -> listener.leftOut(missing.get(missing.size() - 1)));
        }
        return results();
    }

    private Optional<RunResult> run(Instance instance, Listener listener) throws IOException {
        InstanceData.Posed posed;
        try {
            posed = data.of(instance);
        } catch (DataException e) {
            missing.add(new LeftOut(instance.name(), e.getMessage()));
            return Optional.empty();
        }
        RunFolder own = folder.instance(instance.name());
        Experiment experiment = new Experiment(
                folder.id() + "/" + instance.name(),
                plan.quick(),
                posed.dataset(),
                posed.lambda(),
                instance.seed(),
                plan.cells(),
                plan.warmUpSeconds(),
                plan.patienceSeconds());
        List<RunFolder> others =
                stored.stream().map(other -> other.instance(instance.name())).toList();
        FolderRun run = FolderRun.beside(
                StoredRuns.of(others, own.path()), experiment, plan.labels(), own, provenance, plan.fresh());
        String replaced = run.known().replaced();
        if (!replaced.isEmpty()) {
            listener.replaced(instance, replaced);
        }
        int known = run.known().cells().size();
        listener.begun(instance, run.known().rest().cells().size() - known);
        RunResult result = run.run(listener);
        facts.add(Outcomes.facts(instance, result));
        outcomes.addAll(Outcomes.of(instance, result));
        return Optional.of(result);
    }

    private CollectionResults results() {
        return new CollectionResults(
                CollectionResults.SCHEMA,
                folder.id(),
                collection.name(),
                plan.quick(),
                provenance,
                plan.budgetSeconds(),
                Gaps.LADDER,
                List.copyOf(facts),
                List.copyOf(outcomes),
                leftOut(),
                plan.absent());
    }

    // What is not reached yet is named too: a run that is interrupted must not look like a whole one.
    private List<LeftOut> leftOut() {
        Stream<LeftOut> open = collection.instances().stream()
                .skip(facts.size() + missing.size())
                .map(instance -> new LeftOut(instance.name(), "not reached yet; the same command goes on with it"));
        return Stream.concat(missing.stream(), open).toList();
    }
}
