package io.github.l1bench.page;

import io.github.l1bench.figure.Marks;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.MissingPeer;
import io.github.l1bench.result.Origin;
import io.github.l1bench.view.PeerWords;
import io.github.l1bench.view.Quantity;
import io.github.l1bench.view.RuleWords;
import io.github.l1bench.view.RunView;
import io.github.l1bench.view.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Other people's programs, which stop by rules of their own: a second group of rows for those whose answers are
 * certified for the suite's problem, and a table of their own for those that solve one-vs-rest.
 */
final class PeerTable {
    private static final String NOTE =
            "Each was run afresh from loose to tight, in half decades, until what it returned"
                    + " certified; the row is the last rung. The time is that of its fit alone, by its own clock, held against"
                    + " ours; handing over and converting the data are off the clock, and its libraries are kept to one thread."
                    + " Looks at the certificate are inside the solvers' times above, not in these. A gap is of first order in"
                    + " the violation of the optimality conditions and P of second, so P above the best bound stands beside it.";

    private static final String OTHER =
            " A program that penalises the intercept has another optimum: it is not ranked, and how near it comes to the"
                    + " optimum with a free intercept is shown.";

    private static final String ONE_VS_REST =
            "These solve a two-class problem for each class against all others: another objective than that of the solvers"
                    + " above, so they are not ranked and stand in no chart. P is the sum of the objectives of all classes,"
                    + " with a free intercept; gap and bound are of that sum, by the suite's certificate of each two-class"
                    + " problem. A program that penalises the intercept here has another optimum, and its gap does not close."
                    + " A row belongs to the class whose score is largest, and so accuracies compare with those above.";

    private final RunView view;
    private final Marks marks;

    PeerTable(RunView view) {
        this.view = view;
        this.marks = new Marks(view);
    }

    /** Writes both tables with their notes, and who is missing; nothing where no peer was asked for. */
    void write(Html html) {
        write(html, "Other people's programs", "peers", multinomial(), NOTE + (someAskAnother() ? OTHER : ""));
        write(html, "One-vs-rest", "one-vs-rest", oneVsRest(), ONE_VS_REST);
        List<MissingPeer> missing = view.isPart() ? List.of() : view.run().missingPeers();
        if (!missing.isEmpty()) {
            html.open("div", "id", "missing-peers", "class", "note");
            html.element("p", "Asked for and not ready where this was made, with what each needs:");
            html.open("ul");
            missing.forEach(peer -> html.element("li", peer.name() + ": " + peer.needs()));
            html.close("ul").close("div");
        }
    }

    private void write(Html html, String title, String id, List<CellResult> rows, String note) {
        if (rows.isEmpty()) {
            return;
        }
        html.element("h2", title, "id", id);
        table(title).write(html, rows, CellResult::label);
        html.element("p", note, "class", "note");
    }

    /** The second group of rows. */
    List<CellResult> multinomial() {
        return view.cells().stream()
                .filter(cell -> cell.isPeer() && cell.isMultinomial())
                .toList();
    }

    /** Those that solve one-vs-rest. */
    List<CellResult> oneVsRest() {
        return view.cells().stream().filter(cell -> !cell.isMultinomial()).toList();
    }

    private boolean someAskAnother() {
        return multinomial().stream().anyMatch(cell -> !cell.asksTheSame());
    }

    /** {@code rows} for files. */
    String csv(List<CellResult> rows) {
        return table("").csv(rows);
    }

    private Table<CellResult> table(String title) {
        List<Column<CellResult>> columns = new ArrayList<>();
        columns.add(Column.words("Program", this::name).filed("label", CellResult::label));
        columns.add(Column.<CellResult>words(
                        "Version and licence",
                        cell -> Cell.text(cell.peer().version())
                                .as("words", null)
                                .small(" " + cell.peer().runtime())
                                .small(" " + cell.peer().licence()))
                .filed("version", cell -> cell.peer().version()));
        columns.add(Column.data("runtime", cell -> cell.peer().runtime()));
        columns.add(Column.data("licence", cell -> cell.peer().licence()));
        columns.add(Column.data("question", cell -> cell.peer().question()));
        columns.add(Column.words("Status", PeerTable::status)
                .explained("judged by the certificate of what it returned")
                .filed("status", CellResult::status));
        columns.add(Column.data("met", CellResult::met));
        columns.add(Column.data("failure", CellResult::failure));
        columns.add(Column.data("end", cell -> cell.peer().end()));
        timedTargets()
                .forEach(target -> columns.add(
                        Column.<CellResult>numbers(target.heading(), cell -> TimeCell.of(view, cell.solver(), target))
                                .explained("time to " + target.phrase())));
        PeerColumns<CellResult> shared = new PeerColumns<>(PeerColumns::used, view::bestBound);
        columns.add(shared.setting("Rung"));
        columns.addAll(shared.costs());
        columns.addAll(shared.fits(view.run().data().testRows() > 0));
        columns.add(shared.note());
        columns.add(origin("fromRun", Origin::run));
        columns.add(origin("foreign", Origin::foreign));
        return new Table<>(title, "peers sortable", columns);
    }

    private static Column<CellResult> origin(String name, Function<Origin, String> what) {
        return Column.data(name, cell -> cell.origin().map(what).orElse(""));
    }

    // Where JMH timed one of them.
    private List<Target> timedTargets() {
        return view.times().main().stream()
                .filter(target -> view.cells().stream()
                        .anyMatch(cell -> cell.isPeer()
                                && view.times().of(cell.solver(), target).isPresent()))
                .toList();
    }

    private Cell name(CellResult cell) {
        String page = view.isPart() ? null : Addresses.page(view, cell.solver());
        return Cell.text("")
                .titled(cell.description())
                .then(html -> html.swatch(marks.of(cell))
                        .element(page == null ? "span" : "a", cell.label(), "class", "name", "href", page))
                .small(PeerWords.label(cell.peer()));
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
}
