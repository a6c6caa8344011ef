package io.github.l1bench.page;

import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.Rung;
import io.github.l1bench.view.RunView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A program's rungs, and what it wrote. */
final class RungsSection {
    private RungsSection() {}

    /** Writes those of {@code cell}, a peer's. */
    static void write(Html html, RunView view, CellResult cell) {
        html.open("section", "id", "rungs").element("h2", "Rungs");
        html.element(
                "p",
                cell.failed()
                        ? "It has none: " + cell.failure()
                        : "Each afresh: " + cell.peer().end() + ".");
        if (!cell.peer().rungs().isEmpty()) {
            PeerColumns<Rung> shared = new PeerColumns<>(Function.identity(), rung -> view.bestBound(cell));
            List<Column<Rung>> columns = new ArrayList<>();
            columns.add(shared.setting("Setting"));
            columns.addAll(shared.costs());
            columns.add(Column.text("Certified", rung -> rung.certified() ? "yes" : "no"));
            columns.addAll(shared.fits(view.run().data().testRows() > 0));
            columns.add(shared.note());
            new Table<>("Rungs", "peers", columns).write(html, cell.peer().rungs());
        }
        if (!cell.peer().log().isEmpty()) {
            html.element("h3", "The last lines that it wrote");
            html.element("pre", String.join("\n", cell.peer().log()), "class", "command", "tabindex", "0");
        }
        html.close("section");
    }
}
