package io.github.l1bench.overview;

import io.github.l1bench.collection.CollectionResults;
import io.github.l1bench.view.Headline;

/** The answer of a collection in a sentence, as its page has it. */
public final class CollectionHeadline {
    private CollectionHeadline() {}

    /** Who is most often the first to certify the gap that pages show first. */
    public static Headline of(CollectionResults results) {
        Findings findings = new Findings(Standing.first(new CollectionView(results)));
        return new Headline(findings.winner(), findings.rest());
    }

    /** What it is of: {@code small, 12 instances}. */
    public static String data(CollectionResults results) {
        return results.collection() + ", "
                + Findings.instances(results.instances().size());
    }
}
