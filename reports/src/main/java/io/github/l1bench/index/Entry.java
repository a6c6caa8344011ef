package io.github.l1bench.index;

import io.github.l1bench.collection.CollectionFolder;
import io.github.l1bench.collection.CollectionResults;
import io.github.l1bench.overview.CollectionHeadline;
import io.github.l1bench.result.Provenance;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.run.RunFolder;
import io.github.l1bench.view.Headline;
import io.github.l1bench.view.PenaltyWords;
import io.github.l1bench.view.RunView;
import java.io.IOException;
import java.time.Instant;

/**
 * A run in the list.
 *
 * @param link its folder, as seen from that of the list
 * @param id its name
 * @param quick whether it was shortened
 * @param data what it is on
 * @param problem what is asked of the data; empty for a collection, whose instances differ in it
 * @param notice what must be said of the data; empty for nothing
 * @param made where, when and with what
 * @param headline what came out
 */
record Entry(
        String link,
        String id,
        boolean quick,
        String data,
        String problem,
        String notice,
        Provenance made,
        Headline headline) {
    /**
     * A run on one problem.
     *
     * @throws IllegalArgumentException in one sentence, if it cannot be read
     */
    static Entry of(RunFolder folder, String link) throws IOException {
        RunView view = RunView.read(folder);
        RunResult run = view.run();
        return new Entry(
                link,
                run.id(),
                run.quick(),
                run.data().title(),
                PenaltyWords.of(run.penalty()),
                run.data().notice(),
                run.provenance(),
                Headline.of(view));
    }

    /**
     * A run of a collection.
     *
     * @throws IllegalArgumentException in one sentence, if it cannot be read
     */
    static Entry of(CollectionFolder folder, String link) throws IOException {
        CollectionResults results = folder.read();
        return new Entry(
                link,
                results.id(),
                results.quick(),
                "Collection " + CollectionHeadline.data(results),
                "",
                "",
                results.provenance(),
                CollectionHeadline.of(results));
    }

    Instant instant() {
        return made.instant();
    }

    /** Data and problem in words. */
    String words() {
        return problem.isEmpty() ? data : data + ", " + problem;
    }
}
