package io.github.l1bench.report;

/**
 * The frame of every page: one file that fetches nothing. A content security policy lets exactly our script run, so
 * that no text of a result could, even if it slipped through unescaped.
 */
final class Page {
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
    Page(String title, Html body, String data, String script) {
        this.title = title;
        this.body = body;
        this.data = data;
        this.script = script;
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
                "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src " + allowed);
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
    static String inert(String json) {
        return json.replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
