package io.github.l1bench.overview;

import io.github.l1bench.collection.CollectionFolder;
import io.github.l1bench.collection.InstanceFacts;
import io.github.l1bench.page.Report;
import io.github.l1bench.run.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
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
 */
record InstancePages(Map<String, String> addresses, List<String> notices) {
    private record Written(String name, String address, String notice) {}

    /**
     * Renders them, as many at a time as there are cores.
     *
     * @param progress told the name of each instance whose page is next, by one thread at a time
     * @throws IllegalArgumentException in one sentence, if a run is unreadable
     * @throws IOException if a file cannot be read or written
     */
    static InstancePages render(CollectionFolder folder, List<InstanceFacts> instances, Consumer<String> progress)
            throws IOException {
        List<Written> written;
        try {
            written = instances.parallelStream()
                    .map(facts -> render(folder, facts.name(), progress))
                    .filter(Objects::nonNull)
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        Map<String, String> addresses = new LinkedHashMap<>();
        written.forEach(page -> addresses.put(page.name(), page.address()));
        return new InstancePages(
                addresses,
                written.stream()
                        .map(Written::notice)
                        .filter(notice -> !notice.isEmpty())
                        .distinct()
                        .toList());
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
            String address = CollectionFolder.INSTANCES + "/" + name + "/" + OverviewReport.PAGE;
            return new Written(name, address, run.run().data().notice());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names come from a file, and lead to folders. */
    private static boolean isPlain(String name) {
        return name.matches("[a-z0-9][a-z0-9.-]*");
    }
}
