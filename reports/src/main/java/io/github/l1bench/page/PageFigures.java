package io.github.l1bench.page;

import io.github.l1bench.figure.Figure;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The figures of a page: drawn by its script from its data, or without a script shown as the pictures beside it.
 *
 * @param figures by name, in the order of the page
 * @param folder of the figures' files, seen from the page
 */
public record PageFigures(Map<String, Figure> figures, String folder) {
    private static final List<String> FORMATS = List.of("png", "svg", "pdf");

    boolean has(String name) {
        return figures.containsKey(name);
    }

    /** Writes the figure of that name, if there is one, with what it shows in words. */
    void write(Html html, String name, String description) {
        if (!has(name)) {
            return;
        }
        html.open("figure", "class", "chart", "id", "figure-" + name);
        html.element("b", figures.get(name).getTitle(), "class", "title");
        html.open("div", "class", "frame", "data-chart", name, "data-description", description)
                .close("div");
        picture(html, name, description);
        html.open("figcaption", "class", "formats");
        links(html, name);
        html.close("figcaption").close("figure");
    }

    /** Writes the picture of that name, if there is one, for browsers that run no script. */
    public void picture(Html html, String name, String description) {
        if (has(name)) {
            html.open("noscript").open("img", "src", folder + "/" + name + ".svg", "alt", description);
            html.close("noscript");
        }
    }

    /** Links to the files of the figure of that name. */
    void links(Html html, String name) {
        links(html, folder, name);
    }

    /** Links to the files {@code name} in {@code folder}, one for each format. */
    public static void links(Html html, String folder, String name) {
        for (String format : FORMATS) {
            html.text(" ");
            html.element(
                    "a",
                    format.toUpperCase(Locale.ROOT),
                    "href",
                    folder + "/" + name + "." + format,
                    "download",
                    "",
                    "aria-label",
                    name + " as " + format.toUpperCase(Locale.ROOT));
        }
    }
}
