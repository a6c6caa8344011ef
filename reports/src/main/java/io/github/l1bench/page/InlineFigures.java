package io.github.l1bench.page;

import io.github.l1bench.figure.InlineSvg;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The figures that stand inside a page, some of them twice: as they are in their files, and laid out for a narrow window.
 *
 * @param wide SVG documents by name, in the order of the page
 * @param narrow the same for narrow windows, of those figures that have such a layout
 * @param folder of the files that the figures' links lead to; null where there are no files
 */
record InlineFigures(Map<String, String> wide, Map<String, String> narrow, String folder) {
    private static final List<String> FORMATS = List.of("png", "svg", "pdf");

    boolean has(String name) {
        return wide.containsKey(name);
    }

    /** Writes the figure of that name, if there is one, with what it shows in words. */
    void write(Html html, String name, String description) {
        if (!has(name)) {
            return;
        }
        html.open("figure", "class", narrow.containsKey(name) ? "chart both" : "chart", "id", "figure-" + name);
        html.open(
                "div",
                "class",
                "scroll",
                "role",
                "img",
                "aria-label",
                description + " The numbers stand in the tables.");
        html.markup(InlineSvg.of(wide.get(name), name, "wide"));
        if (narrow.containsKey(name)) {
            html.markup(InlineSvg.of(narrow.get(name), name + "-narrow", "narrow"));
        }
        html.close("div");
        if (folder != null) {
            html.open("figcaption", "class", "formats");
            links(html, name);
            html.close("figcaption");
        }
        html.close("figure");
    }

    /** Links to the files of the figure of that name. */
    void links(Html html, String name) {
        links(html, folder, name);
    }

    /** Links to the files {@code name} in {@code folder}, one for each format. */
    static void links(Html html, String folder, String name) {
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
