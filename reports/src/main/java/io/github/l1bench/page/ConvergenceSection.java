package io.github.l1bench.page;

import java.util.List;

/** The curves, of as many solvers as the page's data hold. */
final class ConvergenceSection {
    /** The figures that show the same in files. */
    static final List<String> NAMES = List.of("convergence", "paths");

    private static final String RUNGS =
            " Each dot on a thin dashed line is a run of its own of other people's program, by a"
                    + " tighter setting than the one before; its passes nobody knows.";

    private ConvergenceSection() {}

    static void write(Html html, PageFigures figures, boolean peers) {
        if (!figures.has("convergence")) {
            return;
        }
        html.open("section", "id", "convergence").element("h2", "Convergence");
        html.element(
                "p",
                "How far each solver's objective can be from the optimum, certified at every point. The clock stood "
                        + "still while points were evaluated; a pass is the same amount of work for every solver."
                        + (peers ? RUNGS : ""));
        html.open("div", "id", "explorer").close("div");
        figures.picture(
                html, "convergence", "Relative gap of each solver against seconds and against passes, logarithmic.");
        figures.picture(html, "paths", "Zero weights and test accuracy of each solver against passes.");
        html.close("section");
    }
}
