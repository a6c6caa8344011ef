package io.github.l1bench.page;

import io.github.l1bench.figure.Marks;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.view.Agreement;
import io.github.l1bench.view.Quantity;
import io.github.l1bench.view.RunView;
import java.util.ArrayList;
import java.util.List;

/** Which solvers agree on the weights that are not zero. */
final class AgreementSection {
    private final RunView view;
    private final Marks marks;
    private final List<CellResult> cells;

    AgreementSection(RunView view) {
        this.view = view;
        this.marks = new Marks(view);
        this.cells = view.solved().stream()
                .filter(c -> c.coef() != null && c.sameProblem())
                .toList();
    }

    /** Whether there are two results to compare. */
    boolean hasContent() {
        return cells.size() > 1;
    }

    void write(Html html) {
        if (!hasContent()) {
            return;
        }
        html.open("section", "id", "agreement").element("h2", "Agreement");
        html.element(
                "p",
                "How many of the weights that are nonzero for either of two solvers are nonzero for both, and how many "
                        + "of those have opposite signs. The optimum is the same for all, so certified solvers agree.");
        new Table<>("Overlap of supports", "matrix", columns()).write(html, cells);
        html.close("section");
    }

    private List<Column<CellResult>> columns() {
        List<Column<CellResult>> columns = new ArrayList<>();
        columns.add(Column.words(
                "",
                row -> Cell.text("")
                        .then(html -> html.swatch(marks.of(row)).element("span", row.label(), "class", "name"))));
        cells.forEach(column -> columns.add(Column.numbers(column.label(), row -> overlap(row, column))));
        columns.add(Column.<CellResult>words(
                        "Support settled",
                        row -> Cell.text(view.settling(row).words()).as("words", null))
                .explained("passes after which the same weights stayed nonzero as in the result"));
        return columns;
    }

    private static Cell overlap(CellResult row, CellResult column) {
        if (row == column) {
            return Cell.text(Quantity.count(row.fit().nonzeros()))
                    .as("self", null)
                    .titled("nonzero weights");
        }
        Agreement agreement = Agreement.of(row.coef(), column.coef());
        return Cell.text(Quantity.fixed(100 * agreement.overlap(), 1) + " %")
                .as("shade-" + Math.round(10 * agreement.overlap()), null)
                .titled(agreement.shared() + " of " + agreement.either() + " shared, " + agreement.conflicts()
                        + " with opposite signs, largest difference " + agreement.largestDifference())
                .small(conflicts(agreement.conflicts()));
    }

    private static String conflicts(int count) {
        return count == 0 ? "" : count + (count == 1 ? " sign conflict" : " sign conflicts");
    }
}
