package io.github.l1bench.page;

import io.github.l1bench.data.PublishedExample;
import io.github.l1bench.figure.Diverging;
import io.github.l1bench.figure.FilmStrip;
import io.github.l1bench.figure.StudyFigures;
import io.github.l1bench.figure.WeightMaps;
import io.github.l1bench.result.Frame;
import io.github.l1bench.result.Made;
import io.github.l1bench.result.PathPoint;
import io.github.l1bench.view.ClassCaption;
import io.github.l1bench.view.Quantity;
import io.github.l1bench.view.ReplayWords;
import io.github.l1bench.view.StudyView;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/** Why the published example prints the sparsity and accuracy it prints, with pictures; every number is the study's. */
final class ExplanationSection {
    static final String ID = "explanation";

    private final StudyView view;
    private final FilmStrip strip;
    private final BiConsumer<String, String> figure;

    /**
     * @param strip the filmstrip, for its pictures
     * @param figure writes the figure of a name with its description in words
     */
    ExplanationSection(StudyView view, FilmStrip strip, BiConsumer<String, String> figure) {
        this.view = view;
        this.strip = strip;
        this.figure = figure;
    }

    /** What the section is called. */
    static String title(StudyView view) {
        return view.isPublishedSetting() ? "Why 74 %, 84 % or 95 %" : "Where the sparsity comes from";
    }

    void write(Html html) {
        html.open("section", "id", ID).element("h2", title(view));
        if (!view.run().data().notice().isEmpty()) {
            html.element("p", view.run().data().title(), "class", "note");
        }
        html.open("p", "class", "finding").element("strong", stopping()).closeInline("p");
        html.open("p", "class", "finding").element("strong", price()).closeInline("p");
        reused(html);
        leftOut(html);
        filmstrip(html);
        html.element("h3", "Over seeds");
        figure.accept(StudyFigures.SPREAD, "Test accuracy against zero weights of the stopped runs. " + spread());
        html.element("p", spread() + printed() + own(), "class", "note");
        html.element("h3", "Against the certified path");
        figure.accept(StudyFigures.TRADE_OFF, "Test accuracy against zero weights along the path. " + price());
        html.element("p", path(), "class", "note");
        new StudyTables(view).write(html);
        html.close("section");
    }

    private void reused(Html html) {
        Made made = view.study().made();
        if (made != null && made.origin() != null) {
            html.element(
                    "p",
                    "Reused from run " + made.origin().run() + " of "
                            + made.origin().created() + ".",
                    "class",
                    "note");
        }
    }

    private void leftOut(Html html) {
        if (!view.study().leftOut().isEmpty()) {
            html.element(
                    "p",
                    "A quick run shortens this study to save time: "
                            + String.join(" ", view.study().leftOut()),
                    "class",
                    "note");
        }
    }

    /** What stopping does. */
    private String stopping() {
        Frame optimum = view.optimum();
        String own = view.ownRun()
                .map(run -> "The published run stops after " + run.epochs() + " epochs with "
                        + percent(run.fit().sparsityPercent()) + " zeros; ")
                .orElse("The published run stops after " + range(view.epochs(), 0) + " epochs with "
                        + range(view.sparsity(), 1) + " % zeros; ");
        return own + "the optimum of the same problem has "
                + percent(optimum.fit().sparsityPercent())
                + ", certified to a relative gap of "
                + Quantity.small(optimum.fit().relativeGap())
                + ". The sparsity that it prints is a property of when it stops, and of the seed.";
    }

    /** What sparsity costs: the certified path against the stopped runs and against L2. */
    private String price() {
        PathPoint match = view.match();
        String where = view.isPublishedSetting()
                ? ", where the path comes nearest to the printed “~84 %”"
                : ", where the path comes nearest to the stopped runs' mean of "
                        + percent1(view.sparsity().mean());
        String text = "At " + percent(match.fit().sparsityPercent()) + " zeros" + where + ", the exact solution (λ = "
                + StudyView.round(match.lambda()) + ") classifies "
                + percent(100 * match.fit().testAccuracy())
                + " of the test rows correctly: "
                + points(match.fit().testAccuracy() - view.accuracy().mean()) + " than the stopped runs' mean of "
                + percent(100 * view.accuracy().mean());
        return text
                + view.bestL2()
                        .map(l2 -> ", and " + points(match.fit().testAccuracy() - l2.testAccuracy())
                                + " than an L2 penalty at its best C.")
                        .orElse(".");
    }

    /** A difference of accuracies in words: {@code 6.3 points more}. */
    private static String points(double difference) {
        double size = 100 * Math.abs(difference);
        return Quantity.fixed(size, size < 1.995 ? 2 : 1) + (difference < 0 ? " points less" : " points more");
    }

    private String spread() {
        int seeds = view.study().stopped().size();
        return "Each dot is the published run with another seed for split and sampler, " + seeds + " in all: "
                + range(view.sparsity(), 2) + " % zeros (mean "
                + Quantity.fixed(view.sparsity().mean(), 2)
                + "), test accuracy " + scaled(view.accuracy()) + " % (mean "
                + Quantity.fixed(100 * view.accuracy().mean(), 2) + "), " + range(view.epochs(), 0)
                + " epochs. The line is the run of seed " + view.run().seed()
                + " as it goes on, up to the certified optimum.";
    }

    private String printed() {
        if (!view.isPublishedSetting()) {
            return " What scikit-learn's example prints is of MNIST with its own penalty and is not drawn here.";
        }
        boolean within = between(PublishedExample.PRINTED.sparsityPercent(), view.sparsity())
                && between(PublishedExample.PRINTED.testAccuracy(), view.accuracy());
        return " The diamond is what one version of scikit-learn's example prints, 74.57 % zeros and 0.8253, "
                + (within ? "within" : "outside") + " the spread of these seeds, for the example leaves its seeds open;"
                + " another version prints “~84 %”.";
    }

    // What the user's own program printed, where it was asked.
    private String own() {
        String words = ReplayWords.of(view.run());
        return words.isEmpty() ? "" : " " + words;
    }

    private static boolean between(double value, StudyView.Spread spread) {
        return value >= spread.low() && value <= spread.high();
    }

    private String path() {
        PathPoint best = view.best();
        StringBuilder text = new StringBuilder();
        text.append("The regularisation path of the run's split: ")
                .append(view.study().path().size());
        text.append(" penalties from λmax = ")
                .append(Quantity.digits(view.study().path().get(0).lambda(), 4));
        text.append(" down to ")
                .append(StudyView.round(last(view.study().path()).lambda()));
        text.append(", each certified to a relative gap of ").append(Quantity.small(view.pathGap()));
        text.append(" or better, by ")
                .append(String.join(", ", view.pathSolvers()))
                .append(". Its best test accuracy, ");
        text.append(percent(100 * best.fit().testAccuracy()))
                .append(", is at ")
                .append(percent(best.fit().sparsityPercent()));
        text.append(" zeros");
        view.bestL2()
                .ifPresent(l2 -> text.append(", ")
                        .append(points(best.fit().testAccuracy() - l2.testAccuracy()))
                        .append(" than L2 at its best C = ")
                        .append(Quantity.digits(l2.c(), 1))
                        .append(", which has no zeros"));
        text.append(". Always saying the largest class scores ")
                .append(percent(100 * view.study().majorityAccuracy()));
        text.append(
                view.bestL2().isPresent()
                        ? ". The best of path and of C are chosen by test accuracy, which flatters both alike."
                        : ". The best is chosen by test accuracy, which flatters it.");
        return text.toString();
    }

    private void filmstrip(Html html) {
        List<Frame> frames = view.study().frames();
        html.element("h3", "Epoch by epoch");
        html.open("div", "class", "film");
        for (int i = 0; i < frames.size(); i++) {
            frame(html, frames.get(i), strip.maps(i));
        }
        html.close("div");
        bar(html);
        html.element(
                "p",
                "The run of seed " + view.run().seed() + " by " + view.study().published()
                        + ", which the published rule would stop"
                        + view.ownRun()
                                .map(run -> " after epoch " + run.epochs())
                                .orElse(" early")
                        + ". One scale for all frames; it ends at the largest weight of the last frame before that stop,"
                        + " and larger weights have the colour of its ends.",
                "class",
                "note");
        html.open("p", "class", "note formats").text("All frames in one figure:");
        for (String format : List.of("png", "svg", "pdf")) {
            html.text(" ");
            html.element(
                    "a",
                    format.toUpperCase(Locale.ROOT),
                    "href",
                    Addresses.FIGURES + "/" + StudyFigures.FILMSTRIP + "." + format,
                    "download",
                    "");
        }
        html.close("p");
    }

    private void frame(Html html, Frame frame, WeightMaps maps) {
        html.open("figure", "class", "map");
        html.open("figcaption").element("b", StudyView.moment(frame));
        html.element(
                "small",
                percent(frame.fit().sparsityPercent()) + " zeros · test accuracy "
                        + percent(100 * frame.fit().testAccuracy())
                        + " · P = " + Quantity.fixed(frame.fit().primal(), 5) + " · relative gap "
                        + Quantity.small(frame.fit().relativeGap()));
        html.close("figcaption").open("div", "class", "grid");
        List<ClassCaption> classes = ClassCaption.all(view.run().data());
        for (int k = 0; k < frame.coef().length; k++) {
            String png = Base64.getEncoder().encodeToString(maps.thumbnail(k));
            html.open(
                    "img",
                    "src",
                    "data:image/png;base64," + png,
                    "alt",
                    "Weights of class " + classes.get(k).name() + " " + StudyView.moment(frame),
                    "title",
                    classes.get(k).title());
        }
        html.close("div").close("figure");
    }

    private void bar(Html html) {
        String limit = Quantity.digits(view.colorLimit(), 2);
        html.open("p", "class", "bar", "role", "img", "aria-label", "Colour scale from −" + limit + " to +" + limit);
        html.element("span", "−" + limit);
        html.open("i", "style", "background:" + Diverging.cssGradient()).closeInline("i");
        html.element("span", "+" + limit).close("p");
    }

    private static PathPoint last(List<PathPoint> path) {
        return path.get(path.size() - 1);
    }

    private static String range(StudyView.Spread spread, int decimals) {
        String low = Quantity.fixed(spread.low(), decimals);
        String high = Quantity.fixed(spread.high(), decimals);
        return low.equals(high) ? low : low + " to " + high;
    }

    private static String scaled(StudyView.Spread share) {
        return range(new StudyView.Spread(100 * share.mean(), 100 * share.low(), 100 * share.high()), 2);
    }

    private static String percent(double percent) {
        return Quantity.fixed(percent, 2) + "\u00a0%";
    }

    private static String percent1(double percent) {
        return Quantity.fixed(percent, 1) + "\u00a0%";
    }
}
