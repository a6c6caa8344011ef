package io.github.l1bench.index;

import io.github.l1bench.collection.CollectionFolder;
import io.github.l1bench.io.WholeFile;
import io.github.l1bench.page.Cell;
import io.github.l1bench.page.Column;
import io.github.l1bench.page.Html;
import io.github.l1bench.page.Notices;
import io.github.l1bench.page.Page;
import io.github.l1bench.page.Table;
import io.github.l1bench.run.RunFolder;
import io.github.l1bench.view.ProvenanceWords;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The list of all runs, on one problem or of a collection, newest first. */
public final class RunIndex {
    private static final String PAGE = "index.html";

    private final Path reports;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, String> unreadable = new TreeMap<>();

    private RunIndex(Path reports) {
        this.reports = reports;
    }

    /**
     * Writes {@code reportsFolder/index.html} with all runs in {@code reportsFolder/runs/*} and
     * {@code reportsFolder/reference}, and all of collections in {@code reportsFolder/runs/*} and
     * {@code reportsFolder/*}. A run whose result cannot be read is listed with the reason, not left out.
     *
     * @throws IOException if a folder cannot be listed or the page cannot be written
     */
    public static void write(Path reportsFolder) throws IOException {
        RunIndex index = new RunIndex(reportsFolder);
        index.readAll();
        WholeFile.write(reportsFolder.resolve(PAGE), index.page());
    }

    private interface Reading {
        Entry of(String link) throws IOException;
    }

    private void readAll() throws IOException {
        Path runs = reports.resolve("runs");
        List<RunFolder> single = new ArrayList<>(RunFolder.within(runs));
        RunFolder reference = new RunFolder(reports.resolve("reference"));
        if (reference.has(RunFolder.RUN)) {
            single.add(reference);
        }
        for (RunFolder folder : single) {
            read(folder.path(), link -> Entry.of(folder, link));
        }
        List<CollectionFolder> collections = new ArrayList<>(CollectionFolder.within(runs));
        collections.addAll(CollectionFolder.within(reports));
        for (CollectionFolder folder : collections) {
            read(folder.path(), link -> Entry.of(folder, link));
        }
        entries.sort(Comparator.comparing(Entry::instant).reversed().thenComparing(Entry::link));
    }

    private void read(Path folder, Reading reading) throws IOException {
        String link = reports.relativize(folder).toString().replace('\\', '/');
        try {
            entries.add(reading.of(link));
        } catch (IllegalArgumentException e) {
            unreadable.put(link, e.getMessage());
        }
    }

    private String page() {
        Html html = new Html().open("main");
        html.element(
                "p", "l1bench · solvers for multinomial logistic regression with an L1 penalty", "class", "eyebrow");
        if (entries.isEmpty()) {
            html.element("h1", "There is no run yet.");
            html.element("p", "Make one with the command 'run' of the executable.", "class", "lede");
        } else {
            newest(html, entries.get(0));
            table(html);
        }
        unreadable.forEach((link, why) -> html.element("p", link + ": " + why, "class", "notice"));
        html.close("main");
        return Page.plain("l1bench runs", html);
    }

    private static void newest(Html html, Entry entry) {
        Notices.write(html, entry.notice(), entry.quick());
        html.open("h1")
                .element("em", entry.headline().winner())
                .text(entry.headline().rest())
                .close("h1");
        html.open("p", "class", "lede");
        html.text(entry.words() + ", " + ProvenanceWords.date(entry.made().created()) + ". ");
        html.element("a", "Read the newest report", "href", address(entry.link()), "class", "primary")
                .close("p");
    }

    // The name of a folder may hold any character.
    private static String address(String link) {
        try {
            return new URI(null, null, link + "/" + PAGE, null).getRawPath();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "the folder " + link + " has a name that no link can hold; rename it", e);
        }
    }

    private void table(Html html) {
        html.element("h2", "All runs");
        List<Column<Entry>> columns = List.of(
                Column.text("Date", entry -> ProvenanceWords.date(entry.made().created())),
                Column.words("Run", RunIndex::link),
                Column.words("Data", entry -> Cell.text(entry.data()).small(entry.notice())),
                Column.text("Machine", entry -> entry.made().cpu()),
                Column.text(
                        "Revision",
                        entry -> ProvenanceWords.revision(entry.made().revision())),
                Column.text("Result", entry -> entry.headline().toString()));
        new Table<>("All runs", "plain runs", columns).write(html, entries);
    }

    private static Cell link(Entry entry) {
        String kind = (entry.link().equals("reference") ? " reference" : "") + (entry.quick() ? " quick" : "");
        return Cell.text("")
                .then(html -> html.element("a", entry.id(), "href", address(entry.link())))
                .small(kind);
    }
}
