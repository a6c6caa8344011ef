package io.github.l1bench.collection;

import io.github.l1bench.result.MissingPeer;
import io.github.l1bench.result.Provenance;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * The results of a collection. The content of {@code collection.json}.
 *
 * @param schema version of this schema, {@link #SCHEMA}
 * @param id name of the run, also of its folder
 * @param collection name of the collection
 * @param quick whether budgets were cut, for a check and not for a comparison
 * @param provenance where and with what its last start was made
 * @param budgetSeconds time that one solver had on one instance
 * @param gaps the ladder of relative gaps, from large to small
 * @param instances those that could be had, in the collection's order
 * @param outcomes of every solver on every instance that is finished, by instance
 * @param missing instances that could not be had
 * @param absent peers that were asked for in its last start and were not ready
 */
public record CollectionResults(
        int schema,
        String id,
        String collection,
        boolean quick,
        Provenance provenance,
        double budgetSeconds,
        List<Double> gaps,
        List<InstanceFacts> instances,
        List<Outcome> outcomes,
        List<LeftOut> missing,
        List<MissingPeer> absent) {
    /** The version of the schema that this program writes and reads. */
    public static final int SCHEMA = 1;

    /** Labels of all solvers that have an outcome, in the order in which they first appear. */
    public List<String> solvers() {
        LinkedHashSet<String> labels = new LinkedHashSet<>();
        outcomes.forEach(outcome -> labels.add(outcome.solver()));
        return List.copyOf(labels);
    }

    /** What {@code solver} did on {@code instance}; empty where that is not known. */
    public Optional<Outcome> outcome(String instance, String solver) {
        return outcomes.stream()
                .filter(outcome ->
                        outcome.instance().equals(instance) && outcome.solver().equals(solver))
                .findFirst();
    }
}
