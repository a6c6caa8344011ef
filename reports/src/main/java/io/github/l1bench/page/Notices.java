package io.github.l1bench.page;

import io.github.l1bench.result.RunResult;

/** What must be said of a run before anything else. */
public final class Notices {
    private Notices() {}

    /** What must be said of the data and of a shortened run, before anything else. */
    public static void write(Html html, RunResult run) {
        write(html, run.data().notice(), run.quick());
    }

    /** The same: {@code ofData} is empty where nothing must be said of them. */
    public static void write(Html html, String ofData, boolean quick) {
        if (!ofData.isEmpty()) {
            html.open("p", "class", "notice", "role", "note").element("strong", ofData);
            html.close("p");
        }
        if (quick) {
            quick(html);
        }
    }

    /** That a run was shortened. */
    public static void quick(Html html) {
        write(html, "Quick run.", " Measured with few repetitions: good as a check, not for a comparison.");
    }

    /** Something else that must be known: its gist, and the rest of the sentence. */
    public static void write(Html html, String gist, String rest) {
        html.open("p", "class", "notice quiet", "role", "note").element("strong", gist);
        html.text(rest).close("p");
    }
}
