package io.github.l1bench.overview;

import io.github.l1bench.collection.CollectionResults;
import io.github.l1bench.collection.InstanceFacts;
import io.github.l1bench.collection.LeftOut;
import io.github.l1bench.collection.Outcome;
import io.github.l1bench.page.Facts;
import io.github.l1bench.page.Html;
import io.github.l1bench.page.Notices;
import io.github.l1bench.result.Made;
import io.github.l1bench.result.MissingPeer;
import io.github.l1bench.result.Origin;
import io.github.l1bench.result.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The head of a collection's page: what must be said first, what was found, and of what. */
final class OverviewSummary {
    private static final int MOST_NAMES = 20;

    private final CollectionView view;
    private final CollectionResults results;
    private final Standing standing;
    private final Background background;
    private final InstancePages pages;

    OverviewSummary(Standing standing, Background background, InstancePages pages) {
        this.view = standing.view();
        this.results = view.results();
        this.standing = standing;
        this.background = background;
        this.pages = pages;
    }

    void write(Html html) {
        notices(html);
        html.open("header", "class", "summary");
        html.element(
                "p",
                "Collection " + results.collection() + " · L1 logistic regression · run " + results.id(),
                "class",
                "eyebrow");
        Findings findings = new Findings(standing);
        html.open("h1");
        if (!findings.winner().isEmpty()) {
            html.element("em", findings.winner());
        }
        html.text(findings.rest()).close("h1");
        html.element("p", (findings.reached() + " " + trust()).strip(), "class", "lede");
        html.open("dl", "class", "facts");
        instances(html);
        Facts.fact(
                html,
                "Solvers",
                view.solvers().size() + (view.solvers().size() == 1 ? " solver" : " solvers"),
                Findings.budget(view) + " each on each instance, to "
                        + view.gaps().size() + " targets");
        Facts.made(html, results.provenance());
        html.close("dl").close("header");
    }

    private void instances(Html html) {
        TreeMap<String, Long> families = view.instances().stream()
                .collect(Collectors.groupingBy(InstanceFacts::family, TreeMap::new, Collectors.counting()));
        long sets =
                view.instances().stream().map(InstanceFacts::sha256).distinct().count();
        Facts.fact(
                html,
                "Data",
                Findings.instances(view.instances().size()) + " on " + sets + (sets == 1 ? " data set" : " data sets"),
                families.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", ")));
    }

    private void notices(Html html) {
        if (results.quick()) {
            Notices.quick(html);
        }
        pages.notices().forEach(notice -> Notices.write(html, notice, ""));
        if (!results.missing().isEmpty()) {
            Notices.write(
                    html,
                    Findings.instances(results.missing().size()) + " left out: ",
                    named(results.missing().stream().map(LeftOut::instance).toList()) + ". The reasons stand below.");
        }
        unreadable(html);
        if (!view.unfinished().isEmpty()) {
            Notices.write(
                    html,
                    "Not finished: ",
                    Findings.instances(view.unfinished().size()) + " of the collection "
                            + (view.unfinished().size() == 1 ? "has" : "have") + " no results yet.");
        }
        missing(html);
        if (!results.absent().isEmpty()) {
            Notices.write(
                    html,
                    "Not ready: ",
                    Findings.list(results.absent().stream()
                                    .map(MissingPeer::name)
                                    .toList())
                            + ", which " + (results.absent().size() == 1 ? "was" : "were")
                            + " asked for. What is needed stands below.");
        }
        if (!view.unranked().isEmpty()) {
            Notices.write(html, "Not ranked: ", Findings.list(view.unranked()) + ", which answer another question.");
        }
        if (!background.isNone()) {
            Notices.write(
                    html,
                    "Laid over run " + background.id() + ". ",
                    "Its curves are dotted, on the " + Findings.instances(background.shared())
                            + " that both have; its ratios are to the fastest of this run.");
        }
    }

    // The results here do not need the run, its page does.
    private void unreadable(Html html) {
        List<String> names = List.copyOf(pages.unreadable().keySet());
        if (!names.isEmpty()) {
            Notices.write(
                    html,
                    Findings.instances(names.size()) + " without a page: ",
                    named(names) + ", whose own " + (names.size() == 1 ? "run" : "runs")
                            + " cannot be read. Start the run again into the same folder.");
        }
    }

    private static String named(List<String> names) {
        int more = names.size() - MOST_NAMES;
        return String.join(", ", more > 0 ? names.subList(0, MOST_NAMES) : names)
                + (more > 0 ? " and " + more + " more" : "");
    }

    private void missing(Html html) {
        List<String> gaps = new ArrayList<>();
        for (String solver : view.solvers()) {
            long missing = view.instances().stream()
                    .filter(facts -> view.outcome(facts.name(), solver).isEmpty())
                    .count();
            if (missing > 0) {
                gaps.add(solver + " on " + Findings.instances((int) missing));
            }
        }
        if (!gaps.isEmpty()) {
            Notices.write(html, "Not run: ", String.join(", ", gaps) + ". That counts as not certified.");
        }
    }

    private String trust() {
        List<String> sentences = new ArrayList<>();
        long failed = results.outcomes().stream().filter(Outcome::failed).count();
        if (failed > 0) {
            sentences.add(failed == 1 ? "One run failed." : failed + " runs failed.");
        }
        long elsewhere = origins()
                .filter(origin -> origin.machine() != null || origin.isForeign())
                .count();
        if (elsewhere > 0) {
            sentences.add(elsewhere + (elsewhere == 1 ? " result was" : " results were")
                    + " made on another machine than " + (elsewhere == 1 ? "those beside it" : "those beside them")
                    + ", or under other rules, and by time "
                    + (elsewhere == 1 ? "counts" : "count") + " as not certified. Machines: "
                    + String.join("; ", machines(results)) + ".");
        }
        long disturbed = results.outcomes().stream().filter(Outcome::disturbed).count();
        if (disturbed > 0) {
            sentences.add(disturbed + (disturbed == 1 ? " result was" : " results were")
                    + " measured while something else kept the machine busy.");
        }
        long reused = origins()
                .filter(Origin::compares)
                .filter(origin -> !origin.run().equals(results.id()))
                .count();
        if (reused > 0) {
            sentences.add(reused + (reused == 1 ? " result was" : " results were")
                    + " computed before, by the same code on the same data and machine.");
        }
        return String.join(" ", sentences);
    }

    private Stream<Origin> origins() {
        return results.outcomes().stream()
                .map(Outcome::made)
                .filter(Objects::nonNull)
                .map(Made::origin)
                .filter(Objects::nonNull);
    }

    /** The machines that made its outcomes, in words, that of the run first. */
    static List<String> machines(CollectionResults results) {
        Stream<Provenance> told = results.outcomes().stream()
                .map(outcome -> Optional.ofNullable(outcome.made())
                        .map(Made::provenance)
                        .orElse(null))
                .filter(Objects::nonNull);
        return Stream.concat(Stream.of(results.provenance()), told)
                .map(Provenance::where)
                .distinct()
                .toList();
    }
}
