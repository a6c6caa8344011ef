package io.github.l1bench.collection;

import io.github.l1bench.result.Provenance;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.run.RunFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Makes a collection's results from the runs of its instances, wherever these were made. */
public final class CollectedRuns {
    private CollectedRuns() {}

    /**
     * What the instances' runs in {@code folder} say; an instance without one is left out, and named.
     *
     * @param provenance of whoever collects them; every cell has its own
     * @throws IOException if a run cannot be read
     */
    public static CollectionResults of(Collection collection, CollectionFolder folder, Provenance provenance)
            throws IOException {
        List<InstanceFacts> facts = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        List<LeftOut> missing = new ArrayList<>();
        for (Instance instance : collection.instances()) {
            RunFolder own = folder.instance(instance.name());
            if (own.has(RunFolder.RUN)) {
                RunResult run = own.run();
                facts.add(Outcomes.facts(instance, run));
                outcomes.addAll(Outcomes.withMachines(instance, run));
            } else {
                missing.add(new LeftOut(instance.name(), "none of its cells has a result"));
            }
        }
        return new CollectionResults(
                CollectionResults.SCHEMA,
                folder.id(),
                collection.name(),
                false,
                provenance,
                collection.budgetSeconds(),
                Gaps.LADDER,
                facts,
                outcomes,
                missing,
                List.of());
    }
}
