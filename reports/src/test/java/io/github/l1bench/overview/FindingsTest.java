package io.github.l1bench.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.collection.CollectionResults;
import io.github.l1bench.collection.InstanceFacts;
import io.github.l1bench.collection.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTest {
    @Test
    void solversThatShareTheBestRankAreNamedTogether() {
        CollectionResults plain = SampleCollection.results(8, 1);
        List<Outcome> outcomes = new ArrayList<>(plain.outcomes());
        plain.outcomes().forEach(outcome -> outcomes.add(SampleCollection.peer(outcome, "twin", true)));
        CollectionResults results = SampleCollection.of("twins", false, plain.instances(), outcomes, List.of());

        assertThat(new Findings(Standing.first(new CollectionView(results))).told())
                .startsWith("prox-newton and twin share the best mean rank, 1.50. ");
        assertThat(new Findings(Standing.first(new CollectionView(results))).where())
                .startsWith("prox-newton and twin win equally often, prox-newton also in every family");
        assertThat(CollectionHeadline.of(results).toString())
                .startsWith("prox-newton and twin are each the first to certify ")
                .endsWith(" on all 8 instances and take at most twice the time of the fastest on 8 each.");
    }

    @Test
    void theHeadlineNamesAllThatAreFirstEquallyOftenAndHowOftenEachIsNear() {
        List<InstanceFacts> facts = List.of(SampleCollection.facts(0), SampleCollection.facts(1));
        List<Outcome> outcomes = List.of(
                SampleCollection.outcome(facts.get(0), 0, "newton", 0, 1),
                SampleCollection.outcome(facts.get(0), 0, "owl-qn", 0, 10),
                SampleCollection.outcome(facts.get(1), 1, "newton", 0, 1.5),
                SampleCollection.outcome(facts.get(1), 1, "owl-qn", 0, 1));
        CollectionResults results = SampleCollection.of("even", false, facts, outcomes, List.of());

        assertThat(CollectionHeadline.of(results).toString())
                .startsWith("newton and owl-qn are each the first to certify ")
                .endsWith(" on 1 of 2 instances and take at most twice the time of the fastest on 2 and 1.");
    }
}
