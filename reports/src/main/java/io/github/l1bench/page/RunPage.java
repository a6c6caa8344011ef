package io.github.l1bench.page;

import io.github.l1bench.figure.RunFigures;
import io.github.l1bench.figure.StudyFigures;
import io.github.l1bench.view.Peaks;
import io.github.l1bench.view.RunView;
import io.github.l1bench.view.Scaling;
import java.util.LinkedHashMap;
import java.util.Map;

/** The page of one run. */
final class RunPage {
    private final RunView view;
    private final RunFigures pictures;
    private final PageFigures figures;
    private final Map<String, String> downloads;

    /**
     * @param figures that stand in the page or beside it
     * @param downloads tables and results beside the page: file and what to call it, in the order of the page
     */
    RunPage(RunView view, RunFigures pictures, PageFigures figures, Map<String, String> downloads) {
        this.view = view;
        this.pictures = pictures;
        this.figures = figures;
        this.downloads = downloads;
    }

    /** The whole page. */
    String render() {
        Html html = new Html();
        html.element("a", "Skip to the table", "class", "skip", "href", "#solvers");
        html.open("main");
        new Summary(view).write(html);
        new SolverTable(view).write(html);
        new PeerTable(view).write(html);
        navigation(html);
        ConvergenceSection.write(html, figures, view.hasPeers());
        timing(html);
        outcome(html);
        new WeightsSection(view, pictures, figures.folder()).write(html);
        new ReplaySection(view).write(html);
        explanation(html);
        new ClaimSection(view).write(html);
        new AgreementSection(view).write(html);
        new SolversSection(view).write(html);
        new MakingSection(view).write(html);
        downloads(html);
        html.close("main");
        String title = view.run().data().title() + ", run " + view.run().id();
        return Page.interactive(title, html, EmbeddedData.json(view, figures.figures()));
    }

    private void navigation(Html html) {
        Map<String, String> sections = new LinkedHashMap<>();
        sections.put("convergence", "Convergence");
        sections.put("timing", "Timing");
        sections.put("outcome", "Sparsity and accuracy");
        sections.put("weights", "Weights");
        sections.put(ReplaySection.ID, "The published run");
        view.study().ifPresent(study -> sections.put(ExplanationSection.ID, ExplanationSection.title(study)));
        sections.put(ClaimSection.ID, "What programs say");
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
            case "convergence" -> figures.has("convergence");
            case "timing" -> !view.scores().isEmpty();
            case "weights" -> !view.drawn().isEmpty();
            case ReplaySection.ID -> new ReplaySection(view).hasContent();
            case ClaimSection.ID -> new ClaimSection(view).hasContent();
            case "agreement" -> new AgreementSection(view).hasContent();
            default -> true;
        };
    }

    private void timing(Html html) {
        if (!has("timing")) {
            return;
        }
        html.open("section", "id", "timing").element("h2", "Timing");
        figures.figures().keySet().stream()
                .filter(name -> name.startsWith("timing"))
                .sorted()
                .forEach(name -> figures.write(
                        html, name, "Time of each solver to each target with its 95 % confidence interval."));
        html.open("div", "class", "pair");
        figures.write(html, "one-pass", "Time of one pass of each solver.");
        figures.write(html, "path", "Time of each solver along a whole regularisation path.");
        figures.write(html, "kernels", "Time of each kernel.");
        html.close("div");
        Peaks peaks = Peaks.of(view.scores());
        if (peaks.hasContent()) {
            figures.write(
                    html, "peaks", "What each kernel computes and moves in a second, beside the machine's peaks.");
            PeaksTable.write(html, peaks);
        }
        for (Scaling scaling : view.scaling()) {
            figures.write(html, "scaling-" + scaling.parameter(), "Time against " + scaling.parameter() + ".");
            ScalingTable.write(html, scaling);
        }
        new TimingSection(view).write(html);
        html.close("section");
    }

    private void outcome(Html html) {
        html.open("section", "id", "outcome").element("h2", "Sparsity and accuracy");
        figures.write(html, "sparsity-accuracy", "Zero weights, training and test accuracy of each result.");
        html.close("section");
    }

    private void explanation(Html html) {
        view.study()
                .ifPresent(study -> new ExplanationSection(
                                study,
                                new StudyFigures(study, view.dataCaption()).strip(),
                                (name, description) -> figures.write(html, name, description))
                        .write(html));
    }

    private void downloads(Html html) {
        html.open("section", "id", "downloads").element("h2", "Downloads").open("ul", "class", "downloads");
        downloads.forEach((file, name) ->
                html.open("li").element("a", name, "href", file, "download", "").close("li"));
        for (String figure : figures.figures().keySet()) {
            html.open("li").text(figure);
            figures.links(html, figure);
            html.close("li");
        }
        html.close("ul").close("section");
    }
}
