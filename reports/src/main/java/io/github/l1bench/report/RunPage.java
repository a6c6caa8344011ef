package io.github.l1bench.report;

import io.github.l1bench.figure.InlineSvg;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The page of one run. */
final class RunPage {
    private static final String SCRIPT = Assets.text("sort.js") + Assets.text("curves.js") + Assets.text("maps.js");

    private final RunView view;
    private final Pictures pictures;
    private final Map<String, String> svgs;
    private final Map<String, String> downloads;

    /**
     * @param svgs the charts as SVG documents by name
     * @param downloads tables and results beside the page: file and what to call it, in the order of the page
     */
    RunPage(RunView view, Pictures pictures, Map<String, String> svgs, Map<String, String> downloads) {
        this.view = view;
        this.pictures = pictures;
        this.svgs = svgs;
        this.downloads = downloads;
    }

    /** The whole page. */
    String render() {
        Html html = new Html();
        html.element("a", "Skip to the table", "class", "skip", "href", "#solvers");
        html.open("main");
        new Summary(view).write(html);
        new SolverTable(view).write(html);
        navigation(html);
        convergence(html);
        timing(html);
        outcome(html);
        new WeightsSection(view, pictures).write(html);
        explanation(html);
        new AgreementSection(view).write(html);
        new SolversSection(view).write(html);
        new MakingSection(view).write(html);
        downloads(html);
        html.close("main");
        String title = view.run().data().title() + ", run " + view.run().id();
        return new Page(title, html, EmbeddedData.json(view), SCRIPT).toString();
    }

    private void navigation(Html html) {
        Map<String, String> sections = new LinkedHashMap<>();
        sections.put("convergence", "Convergence");
        sections.put("timing", "Timing");
        sections.put("outcome", "Sparsity and accuracy");
        sections.put("weights", "Weights");
        view.study().ifPresent(study -> sections.put(ExplanationSection.ID, ExplanationSection.title(study)));
        sections.put("agreement", "Agreement");
        sections.put("solvers-told", "Solvers");
        sections.put("making", "How it was made");
        sections.put("downloads", "Downloads");
        html.open("nav", "aria-label", "Sections");
        sections.forEach((id, name) -> {
            if (has(id)) {
                html.element("a", name, "href", "#" + id);
            }
        });
        html.close("nav");
    }

    private boolean has(String section) {
        return switch (section) {
            case "convergence" -> svgs.containsKey("convergence");
            case "timing" -> !view.scores().isEmpty();
            case "weights" -> !view.drawable().isEmpty();
            case "agreement" -> new AgreementSection(view).hasContent();
            default -> true;
        };
    }

    private void convergence(Html html) {
        if (!has("convergence")) {
            return;
        }
        html.open("section", "id", "convergence").element("h2", "Convergence");
        html.element(
                "p",
                "How far each solver's objective can be from the optimum, certified at every point. The clock stood "
                        + "still while points were evaluated; a pass is the same amount of work for every solver.");
        html.open("div", "id", "explorer").close("div");
        html.open("div", "class", "static");
        figure(html, "convergence", "Relative gap of each solver against seconds and against passes, logarithmic.");
        figure(html, "paths", "Zero weights and test accuracy of each solver against passes.");
        html.close("div").close("section");
    }

    private void timing(Html html) {
        if (!has("timing")) {
            return;
        }
        html.open("section", "id", "timing").element("h2", "Timing");
        svgs.keySet().stream()
                .filter(name -> name.startsWith("timing"))
                .sorted()
                .forEach(name ->
                        figure(html, name, "Time of each solver to each target with its 99.9 % confidence interval."));
        html.open("div", "class", "pair");
        figure(html, "one-pass", "Time of one pass of each solver.");
        figure(html, "kernels", "Time of each kernel.");
        html.close("div");
        for (Scaling scaling : view.scaling()) {
            figure(html, "scaling-" + scaling.parameter(), "Time against " + scaling.parameter() + ".");
            scaling.write(html);
        }
        new TimingSection(view).write(html);
        html.close("section");
    }

    private void outcome(Html html) {
        html.open("section", "id", "outcome").element("h2", "Sparsity and accuracy");
        figure(html, "sparsity-accuracy", "Zero weights, training and test accuracy of each result.");
        html.close("section");
    }

    private void explanation(Html html) {
        view.study()
                .ifPresent(study -> new ExplanationSection(
                                study,
                                new StudyPictures(study, view.dataCaption()).strip(),
                                (name, description) -> figure(html, name, description))
                        .write(html));
    }

    private void figure(Html html, String name, String description) {
        String svg = svgs.get(name);
        if (svg == null) {
            return;
        }
        html.open("figure", "class", "chart", "id", "figure-" + name);
        html.open(
                "div",
                "class",
                "scroll",
                "role",
                "img",
                "aria-label",
                description + " The numbers stand in the tables.");
        html.markup(InlineSvg.of(svg, name)).close("div");
        html.open("figcaption", "class", "formats");
        formats(html, name);
        html.close("figcaption").close("figure");
    }

    private void downloads(Html html) {
        html.open("section", "id", "downloads").element("h2", "Downloads").open("ul", "class", "downloads");
        downloads.forEach((file, name) ->
                html.open("li").element("a", name, "href", file, "download", "").close("li"));
        for (String figure : svgs.keySet()) {
            html.open("li").text(figure);
            formats(html, figure);
            html.close("li");
        }
        html.close("ul").close("section");
    }

    private static void formats(Html html, String figure) {
        for (String format : new String[] {"png", "svg", "pdf"}) {
            String file = Report.FIGURES + "/" + figure + "." + format;
            html.text(" ").element("a", format.toUpperCase(Locale.ROOT), "href", file, "download", "");
        }
    }
}
