package io.github.l1bench.overview;

import io.github.l1bench.collection.CollectionResults;
import io.github.l1bench.collection.LeftOut;
import io.github.l1bench.collection.Outcome;
import io.github.l1bench.page.Assets;
import io.github.l1bench.page.Column;
import io.github.l1bench.page.Html;
import io.github.l1bench.page.Page;
import io.github.l1bench.page.PageFigures;
import io.github.l1bench.page.ProvenanceTable;
import io.github.l1bench.page.Table;
import io.github.l1bench.result.MissingPeer;
import io.github.l1bench.view.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page of a collection's results. */
final class OverviewPage {
    private static final String[] SCRIPTS = {
        Assets.text(OverviewPage.class, "field.js"),
        Assets.text(OverviewPage.class, "stairs.js"),
        Assets.text(OverviewPage.class, "ranking.js"),
        Assets.text(OverviewPage.class, "standing.js")
    };

    private final CollectionView view;
    private final CollectionResults results;
    private final Standing standing;
    private final Background background;
    private final PageFigures figures;
    private final InstancePages pages;
    private final Map<String, String> downloads;

    /**
     * @param pages the instances' own
     * @param downloads tables and results beside the page: file and what to call it
     */
    OverviewPage(
            Standing standing,
            Background background,
            PageFigures figures,
            InstancePages pages,
            Map<String, String> downloads) {
        this.view = standing.view();
        this.results = view.results();
        this.standing = standing;
        this.background = background;
        this.figures = figures;
        this.pages = pages;
        this.downloads = downloads;
    }

    String render() {
        Html html = new Html();
        html.element("a", "Skip to the profiles", "class", "skip", "href", "#profiles");
        html.open("main");
        new OverviewSummary(standing, background, pages).write(html);
        navigation(html);
        profiles(html);
        ranking(html);
        map(html);
        instances(html);
        leftOut(html);
        making(html);
        downloads(html);
        html.close("main");
        String title = "Collection " + results.collection() + ", run " + results.id();
        return Page.drawn(title, html, OverviewData.json(view, background, pages.addresses()), SCRIPTS);
    }

    private void navigation(Html html) {
        Map<String, String> sections = new LinkedHashMap<>();
        sections.put("profiles", "Profiles");
        sections.put("ranking", "Ranking");
        sections.put("map", "Map");
        sections.put("instances", "Instances");
        if (hasLeftOut()) {
            sections.put("left-out", "Left out");
        }
        sections.put("making", "How it was made");
        sections.put("downloads", "Downloads");
        html.open("nav", "aria-label", "Sections");
        sections.forEach((id, name) -> html.element("a", name, "href", "#" + id));
        html.close("nav");
    }

    private void profiles(Html html) {
        html.open("section", "id", "profiles").element("h2", "Profiles");
        html.element(
                "p",
                "Left: for how many instances a solver needs at most τ times the least time, or passes (at τ = 1 where "
                        + "it is first, far right where it gets there at all). Right: how many of all pairs of an "
                        + "instance and a target are reached by then. What is not certified, or not within the budget, "
                        + "counts as never.");
        html.open("div", "id", "controls").close("div");
        html.open("div", "class", "pair");
        chart(html, "profiles", "profile", "profiles.csv", "Performance profile: instances within τ times the least.");
        chart(html, "runtime", "runtime", "runtime.csv", "Runtime distribution: pairs of instance and target reached.");
        html.close("div");
        new SolverRows(standing).write(html);
        html.element("p", counted(), "class", "note");
        html.close("section");
    }

    private String counted() {
        return "Out of " + Findings.instances(standing.instances()) + "; "
                + Findings.budget(view)
                + " for each solver on each. The runtime distributions hold all "
                + view.gaps().size() + " targets, " + Quantity.power(view.gaps().get(0)) + " to "
                + Quantity.power(view.gaps().get(view.gaps().size() - 1)) + ".";
    }

    private void chart(Html html, String file, String mount, String csv, String description) {
        html.open("figure", "class", "chart", "id", "figure-" + file);
        html.open("div", "class", "frame", "id", mount, "data-description", description)
                .close("div");
        figures.picture(html, file, description);
        html.open("figcaption", "class", "formats");
        PageFigures.links(html, figures.folder(), file);
        html.text(" ").element("a", "CSV", "href", csv);
        html.close("figcaption").close("figure");
    }

    private void ranking(Html html) {
        html.open("section", "id", "ranking").element("h2", "Ranking");
        html.element("p", new Findings(standing).told(), "class", "finding", "id", "told");
        html.element(
                "p",
                "A solver's rank on an instance is its place by what is measured, within the budget; ties and failures share "
                        + "theirs; instances on the same data count together as one. A bar on the right joins solvers no "
                        + "two of which the data sets tell apart: exact signed ranks of each pair, Holm's "
                        + "correction, 5 % for all pairs together.");
        chart(html, "ranking", "ranks", "ranking.csv", "Mean rank of each solver, and which are not told apart.");
        html.element("h3", "Who is first on which kind of data");
        String where = new Findings(standing).where();
        html.element("p", where, "class", "finding", "id", "where", "hidden", where.isEmpty() ? "" : null);
        new GroupRows(standing).write(html);
        html.close("section");
    }

    private void map(Html html) {
        html.open("section", "id", "map").element("h2", "Map");
        html.element(
                "p",
                "Every instance by what it is, in the colour of the solver that is first; a ring where nobody reaches the target. "
                        + "Points that would cover each other are moved apart.");
        chart(html, "map", "places", "ratios.csv", "Instances by their properties, coloured by the fastest solver.");
        html.close("section");
    }

    private void instances(Html html) {
        html.open("section", "id", "instances").element("h2", "Instances");
        html.element(
                "p",
                "Each solver's time, or passes, as a multiple of the least, and below it the amount itself; a dash where "
                        + "the target was not certified, with how far it came, or not within the budget, with what it took. "
                        + (pages.addresses().isEmpty() ? "" : "Names and numbers lead to the instance's own page."));
        html.open("div", "id", "filter").close("div");
        new InstanceRows(standing, pages.addresses()).write(html);
        failures(html);
        html.close("section");
    }

    private void failures(Html html) {
        List<Outcome> failed =
                results.outcomes().stream().filter(Outcome::failed).toList();
        if (!failed.isEmpty()) {
            html.element("h3", "Failures");
            List<Column<Outcome>> columns = List.of(
                    Column.text("Instance", Outcome::instance),
                    Column.text("Solver", Outcome::solver),
                    Column.text("Reason", Outcome::failure));
            new Table<>("Runs that failed", "plain sortable", columns).write(html, failed);
        }
    }

    private boolean hasLeftOut() {
        return !results.missing().isEmpty()
                || !view.unfinished().isEmpty()
                || !results.absent().isEmpty();
    }

    private void leftOut(Html html) {
        if (!hasLeftOut()) {
            return;
        }
        html.open("section", "id", "left-out").element("h2", "Left out");
        List<LeftOut> all = new ArrayList<>(results.missing());
        view.unfinished().forEach(name -> all.add(new LeftOut(name, "no solver has been run on it yet")));
        if (!all.isEmpty()) {
            List<Column<LeftOut>> columns =
                    List.of(Column.text("Instance", LeftOut::instance), Column.text("Reason", LeftOut::reason));
            new Table<>("Instances left out", "plain", columns).write(html, all);
        }
        if (!results.absent().isEmpty()) {
            List<Column<MissingPeer>> columns = List.of(
                    Column.text("Program", MissingPeer::name), Column.text("What it needs", MissingPeer::needs));
            new Table<>("Programs left out", "plain", columns).write(html, results.absent());
        }
        html.close("section");
    }

    private void making(Html html) {
        html.open("section", "id", "making").element("h2", "How it was made");
        html.open("pre", "class", "command")
                .element("code", results.provenance().command())
                .close("pre");
        Map<String, String> told = new LinkedHashMap<>();
        told.put("Run", results.id() + (results.quick() ? " (quick)" : ""));
        told.put("Collection", results.collection());
        told.put("Time for each solver on each instance", Findings.budget(view));
        told.put("Runs of which times are medians", repeats());
        ProvenanceTable.tell(told, results.provenance());
        List<String> machines = OverviewSummary.machines(results);
        if (machines.size() > 1) {
            told.put("Machines", String.join("; ", machines));
        }
        ProvenanceTable.write(html, told);
        html.close("section");
    }

    private String repeats() {
        int[] repeats = results.outcomes().stream()
                .filter(outcome -> !outcome.failed())
                .mapToInt(Outcome::repeats)
                .sorted()
                .toArray();
        return repeats.length == 0
                ? Quantity.NONE
                : repeats[0] + (repeats[repeats.length - 1] > repeats[0] ? " to " + repeats[repeats.length - 1] : "");
    }

    private void downloads(Html html) {
        html.open("section", "id", "downloads").element("h2", "Downloads").open("ul", "class", "downloads");
        downloads.forEach((file, name) ->
                html.open("li").element("a", name, "href", file, "download", "").close("li"));
        for (String figure : figures.figures().keySet()) {
            html.open("li").text(figure);
            PageFigures.links(html, figures.folder(), figure);
            html.close("li");
        }
        html.close("ul").close("section");
    }
}
