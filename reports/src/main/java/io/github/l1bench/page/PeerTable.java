package io.github.l1bench.page;

import io.github.l1bench.figure.Marks;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.Fit;
import io.github.l1bench.result.Rung;
import io.github.l1bench.view.Quantity;
import io.github.l1bench.view.RuleWords;
import io.github.l1bench.view.RunView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The second group of rows: other people's programs, which stop by rules of their own. */
final class PeerTable {
    private static final String NOTE =
            "Each was run afresh from loose to tight, in half decades, until what it returned"
                    + " certified; the row is the last rung. The time is that of its fit alone, by its own clock, held against"
                    + " ours; handing over and converting the data are off the clock, and its libraries are kept to one thread."
                    + " Looks at the certificate are inside the solvers' times above, not in these. A gap is of first order in"
                    + " the violation of the optimality conditions and P of second, so P above the best bound stands beside it.";

    private final RunView view;
    private final Marks marks;

    PeerTable(RunView view) {
        this.view = view;
        this.marks = new Marks(view);
    }

    /** Writes the table and its note; nothing where no peer was run. */
    void write(Html html) {
        List<CellResult> peers =
                view.cells().stream().filter(CellResult::isPeer).toList();
        if (peers.isEmpty()) {
            return;
        }
        html.element("h2", "Other people's programs", "id", "peers");
        new Table<>("Other people's programs", "plain sortable", columns()).write(html, peers, CellResult::label);
        html.element("p", NOTE, "class", "note");
    }

    private List<Column<CellResult>> columns() {
        List<Column<CellResult>> columns = new ArrayList<>();
        columns.add(Column.words("Program", this::name));
        columns.add(Column.text(
                "Version", cell -> cell.peer().version() + ", " + cell.peer().runtime()));
        columns.add(Column.text("Licence", cell -> cell.peer().licence()));
        columns.add(
                Column.words("Status", PeerTable::status).explained("judged by the certificate of what it returned"));
        columns.add(Column.text(
                "Rung",
                cell -> cell.failed() ? Quantity.NONE : cell.peer().last().setting()));
        columns.add(Column.<CellResult>number(
                        "Fit",
                        cell -> cell.failed() ? null : cell.seconds(),
                        cell -> cell.failed() ? Quantity.NONE : Quantity.seconds(cell.seconds()))
                .explained("seconds of its fit at that rung"));
        columns.addAll(fits(CellResult::fit, view.bestBound()));
        columns.add(Column.<CellResult>text(
                        "It says",
                        cell -> cell.failed()
                                ? Quantity.NONE
                                : cell.peer().last().note())
                .explained("the program's own word, beside the certificate"));
        return columns;
    }

    private Cell name(CellResult cell) {
        String page = view.isPart() ? null : Addresses.page(view, cell.solver());
        return Cell.text("")
                .titled(cell.description())
                .then(html -> html.swatch(marks.of(cell))
                        .element(page == null ? "span" : "a", cell.label(), "class", "name", "href", page));
    }

    private static Cell status(CellResult cell) {
        Cell status = cell.failed()
                ? Cell.status("bad", "failed", cell.failure())
                : cell.met()
                        ? Cell.status(
                                "good",
                                cell.status(),
                                "gap ≤ " + Quantity.power(cell.rule().relativeGap()))
                        : Cell.status("poor", cell.status(), cell.peer().end());
        return status.titled(RuleWords.of(cell.rule()));
    }

    // Of a peer's result, or of one of its rungs.
    private static <R> List<Column<R>> fits(Function<R, Fit> fit, double bound) {
        return List.of(
                number("Objective P", fit, Fit::primal, f -> Quantity.fixed(f.primal(), 7)),
                number("Rel. gap", fit, Fit::relativeGap, f -> Quantity.small(f.relativeGap())),
                number("P above bound", fit, f -> f.primal() - bound, f -> Quantity.small(f.primal() - bound)),
                number("KKT", fit, Fit::kkt, f -> Quantity.small(f.kkt())),
                number("Nonzeros", fit, Fit::nonzeros, f -> Quantity.count(f.nonzeros())),
                number("Zeros", fit, Fit::sparsityPercent, f -> Quantity.fixed(f.sparsityPercent(), 2) + " %"),
                number("Test", fit, Fit::testAccuracy, f -> Quantity.percent(f.testAccuracy())));
    }

    private static <R> Column<R> number(
            String heading, Function<R, Fit> fit, Function<Fit, Number> value, Function<Fit, String> shown) {
        return Column.numbers(heading, row -> {
            Fit own = fit.apply(row);
            return Double.isFinite(own.primal()) ? Cell.number(value.apply(own), shown.apply(own)) : Cell.none(null);
        });
    }

    /** Writes the rungs of {@code cell}, and what its program wrote. */
    static void writeRungs(Html html, CellResult cell, double bound) {
        html.open("section", "id", "rungs").element("h2", "Rungs");
        html.element(
                "p",
                cell.failed() ? "It has none: " + cell.failure() : cell.peer().end() + ".");
        List<Column<Rung>> columns = new ArrayList<>();
        columns.add(Column.text("Setting", Rung::setting));
        columns.add(Column.number("Fit", Rung::medianSeconds, rung -> Quantity.seconds(rung.medianSeconds())));
        columns.add(Column.number(
                "CPU",
                Rung::cpuSeconds,
                rung -> rung.cpuSeconds() == null ? Quantity.NONE : Quantity.seconds(rung.cpuSeconds())));
        columns.add(Column.text("Certified", rung -> rung.certified() ? "yes" : "no"));
        columns.addAll(fits(Rung::fit, bound));
        columns.add(Column.text("It says", Rung::note));
        new Table<>("Rungs", "plain", columns).write(html, cell.peer().rungs());
        if (!cell.peer().log().isEmpty()) {
            html.element("h3", "The last lines that it wrote");
            html.element("pre", String.join("\n", cell.peer().log()));
        }
        html.close("section");
    }
}
