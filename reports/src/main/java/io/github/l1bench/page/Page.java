package io.github.l1bench.page;

/**
 * The frame of every page: one file that fetches nothing. A content security policy lets exactly our script run, so
 * that no text of a result could, even if it slipped through unescaped.
 */
public final class Page {
    private static final String SORTING = Assets.text("sort.js");
    private static final String RUN = SORTING
            + Assets.text("draw.js")
            + Assets.text("view.js")
            + Assets.text("charts.js")
            + Assets.text("curves.js")
            + Assets.text("maps.js");

    private final String title;
    private final Html body;
    private final String data;
    private final String script;

    /**
     * @param title of the window
     * @param body what stands in it
     * @param data JSON for the script, or empty
     * @param script the script, or empty
     */
    private Page(String title, Html body, String data, String script) {
        this.title = title;
        this.body = body;
        this.data = data;
        this.script = script;
    }

    /** A page without script. */
    public static String plain(String title, Html body) {
        return new Page(title, body, "", "").toString();
    }

    /** A page whose tables can be sorted. */
    public static String sortable(String title, Html body) {
        return new Page(title, body, "", SORTING).toString();
    }

    /**
     * A page whose tables can be sorted, and which draws from {@code data}.
     *
     * @param data JSON
     * @param scripts what draws, after what all pages draw with
     */
    public static String drawn(String title, Html body, String data, String... scripts) {
        String all = SORTING + Assets.text("draw.js") + Assets.text("view.js") + String.join("", scripts);
        return new Page(title, body, data, all).toString();
    }

    /** A page of results, which draws from {@code data}, JSON. */
    static String interactive(String title, Html body, String data) {
        return new Page(title, body, data, RUN).toString();
    }

    @Override
    public String toString() {
        String allowed = script.isEmpty() ? "'none'" : Assets.hash(script);
        Html html = new Html()
                .markup("<!DOCTYPE html>\n")
                .open("html", "lang", "en")
                .open("head");
        html.open("meta", "charset", "utf-8");
        html.open(
                "meta",
                "http-equiv",
                "Content-Security-Policy",
                "content",
                "default-src 'none'; img-src data: 'self' file:; style-src 'unsafe-inline'; script-src " + allowed);
        html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.open("meta", "name", "color-scheme", "content", "light dark");
        html.element("title", title)
                .open("style")
                .markup(Assets.text("page.css"))
                .close("style");
        html.close("head").open("body").markup(body.toString());
        if (!data.isEmpty()) {
            html.open("script", "type", "application/json", "id", "data")
                    .markup(inert(data))
                    .close("script");
        }
        if (!script.isEmpty()) {
            html.open("script").markup(script).close("script");
        }
        return html.close("body").close("html").toString();
    }

    /** JSON in which no character can end a script element or a line of script. */
    public static String inert(String json) {
        return json.replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
