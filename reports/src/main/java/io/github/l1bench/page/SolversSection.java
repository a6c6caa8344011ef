package io.github.l1bench.page;

import io.github.l1bench.figure.Marks;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.PeerRun;
import io.github.l1bench.result.Provenance;
import io.github.l1bench.solver.Option;
import io.github.l1bench.view.FileNames;
import io.github.l1bench.view.Origins;
import io.github.l1bench.view.PeerWords;
import io.github.l1bench.view.Quantity;
import io.github.l1bench.view.RegisteredSolver;
import io.github.l1bench.view.RuleWords;
import io.github.l1bench.view.RunView;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Each solver: what it is, whom it follows, when it was told to stop and with which options. */
final class SolversSection {
    private final RunView view;
    private final Marks marks;

    SolversSection(RunView view) {
        this.view = view;
        this.marks = new Marks(view);
    }

    void write(Html html) {
        html.open("section", "id", "solvers-told").element("h2", "Solvers").open("div", "class", "cards");
        view.cells().forEach(cell -> card(html, cell));
        html.close("div").close("section");
    }

    private void card(Html html, CellResult cell) {
        html.open("article", "class", "card", "id", "solver-" + FileNames.of(view.cells(), cell))
                .open("h3");
        html.swatch(marks.of(cell));
        html.element("a", cell.label(), "href", Addresses.page(view, cell.solver()))
                .close("h3");
        html.element("p", cell.description()).open("dl");
        fact(html, "Follows", cell.reference());
        fact(html, "Told to stop at", RuleWords.of(cell.rule()));
        fact(html, "Stopped by", cell.failed() ? "failed: " + cell.failure() : cell.status());
        Origins.words(cell, view.run().id()).ifPresent(words -> fact(html, "Computed", words));
        if (view.run().machines().size() > 1) {
            Provenance made = view.run().provenance(cell);
            fact(html, "Machine", made.where() + (made.load() < 0 ? "" : ", load " + Quantity.fixed(made.load(), 2)));
        }
        if (cell.made() != null && cell.made().disturbance() != null) {
            fact(html, "Disturbed", cell.made().disturbance());
        }
        if (cell.isPeer()) {
            peer(html, cell.peer());
        } else if (!cell.failed()) {
            fact(html, "Work", Quantity.passes(cell.passes()) + " passes, " + cell.epochs() + " iterations");
            fact(html, "Support settled", view.settling(cell).words());
        }
        new TreeMap<>(cell.options()).forEach((name, value) -> option(html, cell, name, value));
        html.close("dl");
        if (!cell.trace().isEmpty() && cell.isMultinomial()) {
            html.element("a", "its curve alone", "class", "scripted-only", "href", "#" + alone(cell));
        }
        html.close("article");
    }

    private static void peer(Html html, PeerRun peer) {
        fact(html, "Version", peer.version());
        fact(html, "Runs on", peer.runtime());
        fact(html, "Licence", peer.licence());
        fact(html, "Question", PeerWords.question(peer));
        fact(html, "Ladder", peer.rungs().size() + (peer.rungs().size() == 1 ? " rung: " : " rungs: ") + peer.end());
    }

    private void option(Html html, CellResult cell, String name, String value) {
        html.open("div").open("dt").element("code", name).close("dt");
        html.open("dd")
                .element("code", value)
                .element(
                        "small",
                        " "
                                + RegisteredSolver.option(cell.solver(), name)
                                        .map(Option::description)
                                        .orElse(""))
                .close("dd")
                .close("div");
    }

    private static void fact(Html html, String name, String value) {
        html.open("div").element("dt", name).element("dd", value).close("div");
    }

    /** The address of the convergence chart with this cell's curve only. */
    private String alone(CellResult cell) {
        return (cell.isPeer() ? "x=time&y=gap" : "x=passes&y=gap")
                + view.charted().stream()
                        .filter(other -> other != cell)
                        .map(other -> "&hide=" + URLEncoder.encode(other.label(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining());
    }
}
