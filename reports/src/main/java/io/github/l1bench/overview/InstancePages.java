package io.github.l1bench.overview;

import io.github.l1bench.collection.CollectionFolder;
import io.github.l1bench.collection.InstanceFacts;
import io.github.l1bench.page.Report;
import io.github.l1bench.run.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The pages of a collection's instances, of those whose own run is there.
 *
 * @param addresses where the page of each lies, by its name, as seen from the collection's folder
 * @param notices what must be said of the data, each sentence once
 * @param unreadable why instances whose run is there have no page, a sentence each, by their names
 */
record InstancePages(Map<String, String> addresses, List<String> notices, Map<String, String> unreadable) {
    // Of the last two one is null.
    private record Written(String name, String notice, String fault) {}

    /**
     * Renders them, as many at a time as there are cores.
     *
     * @param progress told the name of each instance whose page is next, by one thread at a time
     * @throws IOException if a file cannot be read or written
     */
    static InstancePages render(CollectionFolder folder, List<InstanceFacts> instances, Consumer<String> progress)
            throws IOException {
        InstancePages pages = new InstancePages(new LinkedHashMap<>(), new ArrayList<>(), new LinkedHashMap<>());
        try {
            instances.parallelStream()
                    .map(facts -> render(folder, facts.name(), progress))
                    .filter(Objects::nonNull)
                    .toList()
                    .forEach(pages::add);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return pages;
    }

    private void add(Written page) {
        if (page.fault() != null) {
            unreadable.put(page.name(), page.fault());
            return;
        }
        addresses.put(page.name(), CollectionFolder.INSTANCES + "/" + page.name() + "/" + OverviewReport.PAGE);
        if (!page.notice().isEmpty() && !notices.contains(page.notice())) {
            notices.add(page.notice());
        }
    }

    private static Written render(CollectionFolder folder, String name, Consumer<String> progress) {
        RunFolder run = folder.instance(name);
        if (!isPlain(name) || !run.has(RunFolder.RUN)) {
            return null;
        }
        synchronized (progress) {
            progress.accept(name);
        }
        try {
            Report.render(run.path());
            return new Written(name, run.run().data().notice(), null);
        } catch (IllegalArgumentException e) {
            // Here, for a parallel stream would put another exception's name before the sentence.
            return new Written(name, null, e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names come from a file, and lead to folders. */
    private static boolean isPlain(String name) {
        return name.matches("[a-z0-9][a-z0-9.-]*");
    }
}
