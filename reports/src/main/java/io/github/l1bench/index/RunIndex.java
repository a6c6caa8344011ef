package io.github.l1bench.page;

import io.github.l1bench.io.WholeFile;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.run.RunFolder;
import io.github.l1bench.view.Headline;
import io.github.l1bench.view.PenaltyWords;
import io.github.l1bench.view.ProvenanceWords;
import io.github.l1bench.view.RunView;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The list of all runs, newest first. */
public final class RunIndex {
    private static final String PAGE = "index.html";

    private RunIndex() {}

    private record Entry(String link, RunView view, Instant made) {
        private RunResult run() {
            return view.run();
        }
    }

    /**
     * Writes {@code reportsFolder/index.html} with all runs in {@code reportsFolder/runs/*} and
     * {@code reportsFolder/reference}. A run whose result cannot be read is listed with the reason, not left out.
     *
     * @throws IOException if a folder cannot be listed or the page cannot be written
     */
    public static void write(Path reportsFolder) throws IOException {
        List<Entry> entries = new ArrayList<>();
        Map<String, String> unreadable = new TreeMap<>();
        for (RunFolder folder : folders(reportsFolder)) {
            String link = reportsFolder.relativize(folder.path()).toString().replace('\\', '/');
            try {
                RunView view = RunView.read(folder);
                entries.add(new Entry(link, view, view.run().provenance().instant()));
            } catch (IllegalArgumentException e) {
                unreadable.put(link, e.getMessage());
            }
        }
        entries.sort(Comparator.comparing(Entry::made).reversed().thenComparing(Entry::link));
        WholeFile.write(reportsFolder.resolve(PAGE), page(entries, unreadable));
    }

    private static List<RunFolder> folders(Path reports) throws IOException {
        List<RunFolder> folders = new ArrayList<>(RunFolder.within(reports.resolve("runs")));
        RunFolder reference = new RunFolder(reports.resolve("reference"));
        if (reference.has(RunFolder.RUN)) {
            folders.add(reference);
        }
        return folders;
    }

    private static String page(List<Entry> entries, Map<String, String> unreadable) {
        Html html = new Html().open("main");
        html.element(
                "p", "l1bench · solvers for multinomial logistic regression with an L1 penalty", "class", "eyebrow");
        if (entries.isEmpty()) {
            html.element("h1", "There is no run yet.");
            html.element("p", "Make one with the command 'run' of the executable.", "class", "lede");
        } else {
            newest(html, entries.get(0));
            table(html, entries);
        }
        unreadable.forEach((link, why) -> html.element("p", link + ": " + why, "class", "notice"));
        html.close("main");
        return Page.plain("l1bench runs", html);
    }

    private static void newest(Html html, Entry entry) {
        RunResult run = entry.view().run();
        Headline headline = Headline.of(entry.view());
        Notices.write(html, run);
        html.open("h1").element("em", headline.winner()).text(headline.rest()).close("h1");
        html.open("p", "class", "lede");
        html.text(run.data().title() + ", " + PenaltyWords.of(run.penalty()) + ", "
                + ProvenanceWords.date(run.provenance().created()) + ". ");
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

    private static void table(Html html, List<Entry> entries) {
        html.element("h2", "All runs");
        List<Column<Entry>> columns = List.of(
                Column.text(
                        "Date",
                        entry -> ProvenanceWords.date(entry.run().provenance().created())),
                Column.words("Run", RunIndex::link),
                Column.words(
                        "Data",
                        entry -> Cell.text(entry.run().data().title())
                                .small(entry.run().data().notice())),
                Column.text("Machine", entry -> entry.run().provenance().cpu()),
                Column.text(
                        "Revision",
                        entry -> ProvenanceWords.revision(
                                entry.run().provenance().revision())),
                Column.text("Result", entry -> Headline.of(entry.view()).toString()));
        new Table<>("All runs", "plain runs", columns).write(html, entries);
    }

    private static Cell link(Entry entry) {
        String kind = (entry.link().startsWith("runs/") ? "" : " reference")
                + (entry.run().quick() ? " quick" : "");
        return Cell.text("")
                .then(html -> html.element("a", entry.run().id(), "href", address(entry.link())))
                .small(kind);
    }
}
