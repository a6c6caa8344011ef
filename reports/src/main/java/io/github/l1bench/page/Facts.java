package io.github.l1bench.page;

import io.github.l1bench.result.Provenance;
import io.github.l1bench.view.ProvenanceWords;

/** The facts below a page's headline: a name, what counts, and the rest of it. */
public final class Facts {
    private Facts() {}

    /** Writes one fact. */
    public static void fact(Html html, String name, String head, String rest) {
        html.open("div").element("dt", name).open("dd").element("b", head).element("span", rest);
        html.closeInline("dd").close("div");
    }

    /** Writes on which machine, when and by which version results were made. */
    public static void made(Html html, Provenance made) {
        fact(
                html,
                "Machine",
                made.cpu(),
                made.cores() + (made.cores() == 1 ? " core, " : " cores, ") + made.os() + ", Java " + made.java());
        fact(
                html,
                "Made",
                ProvenanceWords.date(made.created()),
                "version " + made.version() + ", revision " + ProvenanceWords.revision(made.revision()));
    }
}
