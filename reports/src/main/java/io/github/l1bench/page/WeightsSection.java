package io.github.l1bench.page;

import io.github.l1bench.data.DataInfo;
import io.github.l1bench.figure.Diverging;
import io.github.l1bench.figure.RunFigures;
import io.github.l1bench.figure.WeightMaps;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.view.ClassCaption;
import io.github.l1bench.view.Quantity;
import io.github.l1bench.view.RunView;
import java.util.Base64;
import java.util.List;

/** The example's figure of every cell, on one scale, small enough to stand inside the page. */
final class WeightsSection {
    private final RunView view;
    private final RunFigures pictures;
    private final String files;

    /** @param files the folder of the figures' files, seen from the page */
    WeightsSection(RunView view, RunFigures pictures, String files) {
        this.view = view;
        this.pictures = pictures;
        this.files = files;
    }

    void write(Html html) {
        if (view.drawn().isEmpty()) {
            return;
        }
        html.open("section", "id", "weights").element("h2", "Weights");
        html.element(
                "p",
                "The published example's figure for each solver: a class's weights as a picture of the pixels. Blue "
                        + "speaks for the class, red against it, white pixels are not used.");
        bar(html);
        html.open("div", "class", "maps");
        view.drawn().forEach(cell -> figure(html, cell));
        html.close("div").close("section");
    }

    private void bar(Html html) {
        String limit = Quantity.digits(view.weightLimit(), 3);
        html.open("p", "class", "bar", "role", "img", "aria-label", "Colour scale from −" + limit + " to +" + limit);
        html.element("span", "one scale for all: −" + limit);
        html.open("i", "style", "background:" + Diverging.cssGradient()).closeInline("i");
        html.element("span", "+" + limit).close("p");
    }

    private void figure(Html html, CellResult cell) {
        WeightMaps maps = pictures.maps(cell);
        html.open("figure", "class", "map", "data-cell", cell.label());
        html.open("figcaption").element("b", "Classification vector for " + cell.label());
        html.element(
                "small",
                Quantity.count(cell.fit().nonzeros()) + " nonzero weights, "
                        + Quantity.fixed(cell.fit().sparsityPercent(), 2) + " % zeros" + notice());
        html.close("figcaption").open("div", "class", "grid");
        List<ClassCaption> classes = ClassCaption.all(view.run().data());
        for (int k = 0; k < cell.coef().length; k++) {
            String png = Base64.getEncoder().encodeToString(maps.thumbnail(k));
            html.open("div")
                    .element(
                            "span",
                            classes.get(k).words(),
                            "title",
                            classes.get(k).title());
            html.open(
                    "img",
                    "src",
                    "data:image/png;base64," + png,
                    "data-class",
                    "" + k,
                    "width",
                    "" + view.run().data().imageWidth(),
                    "height",
                    "" + view.run().data().imageHeight(),
                    "alt",
                    "Weights of class " + classes.get(k).name() + " by " + cell.label());
            html.close("div");
        }
        html.close("div").open("p", "class", "formats");
        PageFigures.links(html, files, RunFigures.weightsName(view, cell));
        html.close("p").close("figure");
    }

    private String notice() {
        DataInfo data = view.run().data();
        return data.notice().isEmpty() ? "" : " · " + data.title();
    }
}
